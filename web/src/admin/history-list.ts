import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { ChangeSet, ChangeShown, Document, RanUnder } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { newKey } from "../api/new-key.ts";
import { wordsOf } from "../api/problem.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { goTo, hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import { save } from "./save.ts";
import "./text-diff.ts";

const KINDS = ["policy", "texts", "triggers", "article", "rollout", "experiment"] as const;
const TURN = "turn:"; // before a turn's id, in the place's

/** What was changed of the configuration, newest first: by whom, how it differs, and back again. With `turn:ID`: what a turn ran under. */
@customElement("history-list")
export class HistoryList extends LitElement {
  @property({ attribute: false }) api!: Api;
  /** A kind, or a turn; none for all changes. */
  @property() chosen = "";
  @state() private open = "";
  @state() private problem = "";
  @state() private shown: ChangeShown | null = null;
  private readonly changes = new Fetched(this, () => this.read());
  private readonly turn = new Fetched(this, () => this.api.get<RanUnder>(`/v1/history/turns/${this.chosen.slice(TURN.length)}`));

  static override styles = [
    controls,
    roomStyle,
    css`
      .more {
        margin-block-start: 12px;
      }
      .what {
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void (this.isTurn ? this.turn : this.changes).load();
  }

  private get isTurn(): boolean {
    return this.chosen.startsWith(TURN);
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.history;
    if (this.isTurn) return this.ranUnder();
    const all = this.changes.value;
    const button = (kind: string, name: string): TemplateResult =>
      html`<button aria-pressed=${kind === this.chosen ? "true" : "false"} @click=${() => goTo("history", kind)}>${name}</button>`;
    return html`
      <div class="head"><h2>${texts.title}</h2></div>
      <p class="intro">${texts.intro}</p>
      <div class="choices" role="group" aria-label=${texts.kind}>
        ${button("", texts.all)} ${KINDS.map((kind) => button(kind, texts.kinds[kind]))}
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing} ${fetchState(this.changes)}
      ${all?.items.length === 0 ? html`<p class="card empty">${texts.none}</p>` : nothing}
      <ol class="cards">
        ${all?.items.map((one) => this.row(one))}
      </ol>
      ${all?.next ? html`<button class="button more" @click=${() => this.more(all)}>${adminTexts.showMore}</button>` : nothing}
    `;
  }

  private row(one: ChangeSet): TemplateResult {
    const texts = adminTexts.history;
    const isOpen = this.open === one.id;
    return html`<li class="card">
      <div class="row">
        <span class="chip">${texts.kinds[one.kind]}</span>
        <strong class="what">${one.name}</strong>
        ${one.reverts ? html`<span class="chip warn">${texts.takenBack}</span>` : nothing}
        <span class="small muted">${texts.by(one.author, adminTexts.at(day(one.at), clock(one.at)))}</span>
        <button class="button small end" aria-expanded=${isOpen ? "true" : "false"} @click=${() => this.toggle(one)}>
          ${adminTexts.compare}
        </button>
      </div>
      ${one.tests.length ? html`<p class="small muted">${one.tests.map((t) => texts.tested(t.what, t.passed, t.total, t.words)).join(" · ")}</p>` : nothing}
      ${isOpen && this.shown?.change.id === one.id ? this.comparison(this.shown) : nothing}
    </li>`;
  }

  private comparison(shown: ChangeShown): TemplateResult {
    const texts = adminTexts.history;
    return html`${shown.documents.map((d) => this.document(d, shown.is_file))}
      ${shown.documents.length === 0 ? html`<p class="small muted">${adminTexts.diff.nothing}</p>` : nothing}
      ${
        shown.is_file
          ? html`<p class="small muted">${texts.byHand}</p>`
          : html`<div><button class="button small" @click=${() => this.revert(shown.change)}>${texts.revert}</button></div>`
      }`;
  }

  private document(one: Document, isFile: boolean): TemplateResult {
    const texts = adminTexts.history;
    const before = one.before;
    const keep = (): void => save(new Blob([before ?? ""], { type: "text/plain" }), one.name);
    return html`<p class="small">
        <strong>${one.name}</strong>
        ${isFile && before !== null ? html`<button class="button small" @click=${keep}>${texts.download}</button>` : nothing}
      </p>
      <text-diff .was=${before ?? ""} .now=${one.after ?? ""}></text-diff>`;
  }

  private ranUnder(): TemplateResult {
    const texts = adminTexts.history;
    const found = this.turn.value;
    const change = (one: ChangeSet | null): string =>
      one ? `${one.name} · ${texts.by(one.author, adminTexts.at(day(one.at), clock(one.at)))}` : texts.unknown;
    return html`
      <a class="back" href=${found ? hrefOf("transcript", found.conversation_id) : hrefOf("history")}>← ${texts.back}</a>
      <div class="head"><h2>${texts.turn}</h2></div>
      ${fetchState(this.turn)}
      ${
        found
          ? html`<dl class="card">
              <dt>${texts.at}</dt><dd>${adminTexts.at(day(found.at), clock(found.at))}</dd>
              <dt>${texts.release}</dt><dd>${found.release ?? texts.unknown}</dd>
              <dt>${texts.version}</dt><dd>${found.graph_version}</dd>
              <dt>${texts.kinds.rollout}</dt><dd>${found.rollout ? change(found.rollout) : texts.noShares}</dd>
              <dt>${texts.kinds.policy}</dt><dd>${change(found.policy)}</dd>
              <dt>${texts.kinds.texts}</dt><dd>${change(found.texts)}</dd>
              <dt>${texts.kinds.triggers}</dt><dd>${change(found.triggers)}</dd>
              <dt>${texts.kinds.experiment}</dt><dd>${found.variant ?? texts.noVariant}</dd>
              <dt>${texts.articles}</dt>
              <dd>
                ${found.articles.length === 0 ? texts.noArticles : nothing}
                ${found.articles.map((a) => html`<a href=${hrefOf("articles", a.article_id)}>${adminTexts.openArticle}</a> (${adminTexts.revision(a.revision)}) `)}
              </dd>
            </dl>`
          : nothing
      }
    `;
  }

  private async toggle(one: ChangeSet): Promise<void> {
    this.problem = "";
    this.open = this.open === one.id ? "" : one.id;
    if (!this.open) return;
    try {
      this.shown = await this.api.get<ChangeShown>(`/v1/history/${one.id}`);
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  private async revert(one: ChangeSet): Promise<void> {
    this.problem = "";
    try {
      await this.api.post(`/v1/history/${one.id}/revert`, {}, newKey());
      this.open = "";
    } catch (error) {
      this.problem = wordsOf(error);
    }
    await this.changes.load();
  }

  private read(after = ""): Promise<Listing<ChangeSet>> {
    const only = this.chosen ? `&kind=${this.chosen}` : "";
    return this.api.get<Listing<ChangeSet>>(`/v1/history?limit=30${only}${after ? `&after=${after}` : ""}`);
  }

  private async more(all: Listing<ChangeSet>): Promise<void> {
    try {
      const next = await this.read(all.next ?? "");
      all.items.push(...next.items);
      all.next = next.next;
      this.requestUpdate();
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}
