import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import { everyPage } from "../api/every-page.ts";
import { Fetched } from "../api/fetched.ts";
import { count } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import "./article-comparison.ts";
import type { Finding } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { goTo, hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

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
        <h2>${adminTexts.audit.title}</h2>
        ${all ? html`<button class="button small" ?disabled=${this.findings.isLoading} @click=${() => this.findings.load()}>${adminTexts.audit.again}</button>` : nothing}
      </div>
      <p class="intro">${adminTexts.audit.intro}</p>
      ${fetchState(this.findings, adminTexts.audit.reading)}
      ${
        all?.length === 0
          ? html`<div class="card empty"><h3>${adminTexts.audit.none}</h3><p>${adminTexts.audit.noneHint}</p></div>`
          : nothing
      }
      ${all?.length ? this.whole(all) : nothing}
    `;
  }

  private whole(all: Finding[]): TemplateResult {
    const kinds = (Object.keys(adminTexts.audit.findings) as Finding["kind"][]).filter((kind) => all.some((f) => f.kind === kind));
    const shown = all.filter((f) => !this.kind || f.kind === this.kind);
    const button = (kind: string, name: string, n: number): TemplateResult =>
      html`<button aria-pressed=${kind === this.kind ? "true" : "false"} @click=${() => goTo("audit", kind)}>${name} <span class="n">${count(n)}</span></button>`;
    return html`<div class="choices" role="group" aria-label=${adminTexts.audit.kind}>
        ${button("", adminTexts.audit.all, all.length)}
        ${kinds.map((kind) => button(kind, adminTexts.audit.findings[kind].name, all.filter((f) => f.kind === kind).length))}
      </div>
      ${shown.length ? nothing : html`<p class="card empty">${adminTexts.audit.noneOfKind}</p>`}
      <ul class="cards">
        ${shown.map((finding) => this.row(finding))}
      </ul>`;
  }

  private row(f: Finding): TemplateResult {
    const { name, remedy } = adminTexts.audit.findings[f.kind];
    const [one, other] = f.articles;
    const isCompared = this.compared === f.id;
    const met = f.kind === "unanswered" ? adminTexts.audit.asked(f.met) : f.met ? adminTexts.audit.met(f.met) : "";
    return html`<li class="card">
      <div class="row">
        <span class="chip warn">${name}</span>
        ${met ? html`<span class="small muted">${met}</span>` : nothing}
      </div>
      <p class="detail">${f.detail}</p>
      <div class="names">
        ${f.kind === "unanswered" && f.articles.length ? html`<span class="small muted">${adminTexts.audit.nearest}</span>` : nothing}
        ${f.articles.slice(0, NAMED).map((a) => html`<a href=${hrefOf("articles", a.id)}>${a.title}</a>`)}
        ${f.articles.length > NAMED ? html`<span class="muted">${adminTexts.more(f.articles.length - NAMED)}</span>` : nothing}
      </div>
      <div class="row">
        <span class="small muted">${remedy}</span>
        ${f.kind === "unanswered" ? html`<a class="small" href=${hrefOf("gaps")}>${adminTexts.audit.seeGaps}</a>` : nothing}
        ${
          IN_PAIRS.has(f.kind) && one && other
            ? html`<button class="button small end" aria-expanded=${isCompared ? "true" : "false"} @click=${() => (this.compared = isCompared ? "" : f.id)}>
              ${adminTexts.compare}
            </button>`
            : nothing
        }
      </div>
      ${isCompared && one && other ? html`<article-comparison .api=${this.api} .one=${one.id} .other=${other.id}></article-comparison>` : nothing}
    </li>`;
  }
}
