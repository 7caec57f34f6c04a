import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { EvalResult, Experiment, Results, VersionShown } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { newKey } from "../api/new-key.ts";
import { wordsOf } from "../api/problem.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { day } from "../text/format.ts";
import { percent } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { FIRST_SHARE, nextShare, withShare } from "./rollout.ts";
import { roomStyle } from "./room-style.ts";

type Row = Experiment & { results: Results | null };

interface Found {
  versions: VersionShown[];
  experiments: Row[];
}

const latest = (results: EvalResult[]): EvalResult[] => {
  const bySuite = new Map<string, EvalResult>();
  for (const one of [...results].sort((a, b) => a.ran_at.localeCompare(b.ran_at))) bySuite.set(one.suite, one);
  return [...bySuite.values()];
};

/** Graph versions and experiments, a row each; what is to be done next is the only filled button. */
@customElement("version-list")
export class VersionList extends LitElement {
  @property({ attribute: false }) api!: Api;
  @state() private problem = "";
  private readonly found = new Fetched(this, () => this.read());

  static override styles = [
    controls,
    roomStyle,
    css`
      .cards + .head {
        margin-block-start: 24px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.insights.versions;
    const found = this.found.value;
    return html`
      <div class="head"><h2>${texts.title}</h2></div>
      <p class="intro">${texts.intro}</p>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing} ${fetchState(this.found)}
      <ul class="cards">
        ${found?.versions.map((v) => this.version(v, found.versions))}
      </ul>
      <div class="head"><h2>${texts.experiments}</h2></div>
      ${found?.experiments.length === 0 ? html`<p class="card empty">${texts.noExperiments}</p>` : nothing}
      <ul class="cards">
        ${found?.experiments.map((e) => this.experiment(e))}
      </ul>
    `;
  }

  private version(one: VersionShown, all: VersionShown[]): TemplateResult {
    const texts = adminTexts.insights.versions;
    const results = latest(one.eval_results);
    const share = nextShare(one.weight, results);
    const give = (to: number) => () =>
      this.act(() => this.api.put("/v1/graph-versions/rollout", { weights: withShare(all, one.name, to) }));
    return html`<li class="card">
      <div class="row">
        <h3>${one.name}</h3>
        <span class="chip ${one.weight ? "good" : ""}">${texts.share(percent(one.weight))}</span>
        <span class="small muted">${texts.open(one.open_conversations)}</span>
        <span class="end row">
          ${share === null ? nothing : html`<button class="button main" @click=${give(share)}>${texts.give(percent(share))}</button>`}
          ${one.weight > 0 && one.weight < 1 ? html`<button class="button" @click=${give(0)}>${texts.stop}</button>` : nothing}
        </span>
      </div>
      <p class="small muted">
        ${results.length ? results.map((r) => texts.suite(r.suite, r.passed, r.total, day(r.ran_at))).join(" · ") : texts.noResults}
        ${results.length || one.weight ? nothing : texts.mayBegin(percent(FIRST_SHARE))}
      </p>
    </li>`;
  }

  private experiment(one: Row): TemplateResult {
    const texts = adminTexts.insights.versions;
    const better = one.results?.arms.find((a) => a.verdict === "better");
    const end = (promote: string | null) => () =>
      this.act(() => this.api.post(`/v1/experiments/${one.id}/stop`, promote ? { promote } : {}, newKey()));
    const isRunning = one.status === "running";
    return html`<li class="card">
      <div class="row">
        <h3>${one.name}</h3>
        <span class="chip">${texts.statuses[one.status]}</span>
        ${one.results ? html`<span class="chip ${better ? "good" : ""}">${texts.verdicts[one.results.verdict]}</span>` : nothing}
        <span class="end row">
          ${isRunning && better ? html`<button class="button main" @click=${end(better.name)}>${texts.promote(better.name)}</button>` : nothing}
          ${one.status === "stopped" ? nothing : html`<button class="button" @click=${end(null)}>${isRunning ? texts.end : texts.takeBack}</button>`}
        </span>
      </div>
      <p class="small">${one.results?.words}</p>
      <p class="small muted">${one.results?.checks.map((c) => c.words).join(" ")}</p>
    </li>`;
  }

  private async act(step: () => Promise<unknown>): Promise<void> {
    this.problem = "";
    try {
      await step();
    } catch (error) {
      this.problem = wordsOf(error);
    }
    await this.found.load();
  }

  private async read(): Promise<Found> {
    const [versions, experiments] = await Promise.all([
      this.api.get<Listing<VersionShown>>("/v1/graph-versions"),
      this.api.get<Listing<Experiment>>("/v1/experiments?limit=20"),
    ]);
    const results = await Promise.all(experiments.items.map((e) => this.api.get<Results>(`/v1/experiments/${e.id}/results`)));
    return { versions: versions.items, experiments: experiments.items.map((e, n) => ({ ...e, results: results[n] ?? null })) };
  }
}
