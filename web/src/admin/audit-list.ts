import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import type { Api } from "../wire/api.ts";
import { everyPage } from "../wire/every-page.ts";
import { Fetched } from "../wire/fetched.ts";
import { count } from "../words/format.ts";
import "./article-comparison.ts";
import { FINDING_WORDS } from "./finding-words.ts";
import { goTo, hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import type { Finding } from "./shapes.ts";

const IN_PAIRS = new Set<Finding["kind"]>(["near_duplicate", "contradicting"]);
const NAMED = 6; // articles of a finding that are named at once

/** What is wrong with the articles, what customers meet most first. */
@customElement("audit-list")
export class AuditList extends LitElement {
  @property({ attribute: false }) api!: Api;
  /** The kind that is shown; none for all. */
  @property() kind = "";
  @state() private compared = "";
  private readonly findings = new Fetched(this, () => everyPage<Finding>(this.api, "/v1/kb/audit"));

  static override styles = [
    controls,
    roomStyle,
    css`
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }
      .detail::first-letter {
        text-transform: uppercase;
      }
      .detail {
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.findings.load();
  }

  protected override render(): TemplateResult {
    const all = this.findings.value;
    return html`
      <div class="head">
        <h2>Audit</h2>
        ${all ? html`<button class="button small" ?disabled=${this.findings.isLoading} @click=${() => this.findings.load()}>Check again</button>` : nothing}
      </div>
      <p class="intro">What is wrong with the articles now. What customers meet most comes first.</p>
      ${fetchState(this.findings, "Reading all articles…")}
      ${all?.length === 0
        ? html`<div class="card empty"><h3>Nothing found</h3><p>No article is out of date, contradicts another or is doubled.</p></div>`
        : nothing}
      ${all?.length ? this.whole(all) : nothing}
    `;
  }

  private whole(all: Finding[]): TemplateResult {
    const kinds = Object.keys(FINDING_WORDS).filter((kind) => all.some((f) => f.kind === kind)) as Finding["kind"][];
    const shown = all.filter((f) => !this.kind || f.kind === this.kind);
    const button = (kind: string, name: string, n: number): TemplateResult =>
      html`<button aria-pressed=${kind === this.kind ? "true" : "false"} @click=${() => goTo("audit", kind)}>${name} <span class="n">${count(n)}</span></button>`;
    return html`<div class="choices" role="group" aria-label="Kind">
        ${button("", "All", all.length)}
        ${kinds.map((kind) => button(kind, FINDING_WORDS[kind].name, all.filter((f) => f.kind === kind).length))}
      </div>
      ${shown.length ? nothing : html`<p class="card empty">None of this kind.</p>`}
      <ul class="cards">
        ${shown.map((finding) => this.row(finding))}
      </ul>`;
  }

  private row(f: Finding): TemplateResult {
    const { name, remedy } = FINDING_WORDS[f.kind];
    const [one, other] = f.articles;
    const isCompared = this.compared === f.id;
    const times = f.met === 1 ? "once" : `${count(f.met)} times`;
    const met = f.kind === "unanswered" ? `asked ${times}` : f.met ? `met by customers ${times}` : "";
    return html`<li class="card">
      <div class="row">
        <span class="chip warn">${name}</span>
        ${met ? html`<span class="small muted">${met}</span>` : nothing}
      </div>
      <p class="detail">${f.detail}</p>
      <div class="names">
        ${f.kind === "unanswered" && f.articles.length ? html`<span class="small muted">Nearest:</span>` : nothing}
        ${f.articles.slice(0, NAMED).map((a) => html`<a href=${hrefOf("articles", a.id)}>${a.title}</a>`)}
        ${f.articles.length > NAMED ? html`<span class="muted">and ${count(f.articles.length - NAMED)} more</span>` : nothing}
      </div>
      <div class="row">
        <span class="small muted">${remedy}</span>
        ${f.kind === "unanswered" ? html`<a class="small" href=${hrefOf("gaps")}>See the gaps</a>` : nothing}
        ${IN_PAIRS.has(f.kind) && one && other
          ? html`<button class="button small end" aria-expanded=${isCompared ? "true" : "false"} @click=${() => (this.compared = isCompared ? "" : f.id)}>
              Compare
            </button>`
          : nothing}
      </div>
      ${isCompared && one && other ? html`<article-comparison .api=${this.api} .one=${one.id} .other=${other.id}></article-comparison>` : nothing}
    </li>`;
  }
}
