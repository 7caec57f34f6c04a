import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { DimensionFigures, Prediction, ScoreReport } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { goTo, hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import "./scored-conversation.ts";

const DAY_MS = 86_400_000;
const PERIODS = ["7", "30", "90"] as const;

/** How good conversations were: a row a dimension, the lowest conversations, what it tells of ratings. */
@customElement("score-list")
export class ScoreList extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() period = "";
  private readonly found = new Fetched(this, () => this.api.get<ScoreReport>(`/v1/insights/scores?from=${this.from}`));

  static override styles = [
    controls,
    roomStyle,
    css`
      .wide {
        overflow-x: auto;
        padding: 8px 16px;
        margin-block-start: 10px;
      }
      table {
        inline-size: 100%;
        min-inline-size: 720px;
        border-collapse: collapse;
        font-size: 14px;
      }
      th,
      td {
        padding: 10px 16px 10px 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      tr:last-child > * {
        border-block-end: 0;
      }
      tbody th {
        min-inline-size: 200px;
        font-weight: 600;
      }
      tbody th p {
        font-weight: 400;
      }
      td ul {
        display: grid;
        gap: 2px;
      }
      h3 {
        margin-block: 22px 10px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.found.load();
  }

  private get from(): string {
    return new Date(Date.now() - Number(this.period || 30) * DAY_MS).toISOString();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.scores;
    const found = this.found.value;
    return html`
      <div class="head"><h2>${texts.title}</h2></div>
      <p class="intro">${texts.intro}</p>
      <div class="choices" role="group" aria-label=${texts.period}>
        ${PERIODS.map((p) => html`<button aria-pressed=${(this.period || "30") === p} @click=${() => goTo("quality", p)}>${texts.periods[p]}</button>`)}
      </div>
      ${fetchState(this.found, texts.counting)} ${found ? this.report(found) : nothing}
    `;
  }

  private report(found: ScoreReport): TemplateResult {
    const texts = adminTexts.scores;
    const waiting = found.not_scored ? html`<p class="small muted" role="status">${texts.notScored(found.not_scored)}</p>` : nothing;
    if (!found.conversations) return html`${waiting}<div class="card empty"><h3>${texts.none}</h3><p>${texts.noneHint}</p></div>`;
    const { columns } = texts;
    return html`
      <p>${texts.summary(found.conversations, found.overall, found.rules_version)}</p>
      ${waiting}
      <div class="card wide">
        <table>
          <thead>
            <tr>
              <th scope="col">${columns.dimension}</th>
              <th scope="col">${columns.share}</th>
              <th scope="col">${columns.wrong}</th>
              <th scope="col">${columns.people}</th>
            </tr>
          </thead>
          <tbody>
            ${found.dimensions.map((d) => this.row(d))}
          </tbody>
        </table>
      </div>
      <h3>${texts.csat}</h3>
      <p>${this.rated(found.csat)}</p>
      ${found.lowest.length ? html`<h3>${texts.lowest}</h3>` : nothing}
      <ol class="cards">
        ${found.lowest.map((one) => html`<li class="card"><scored-conversation .scored=${one}></scored-conversation></li>`)}
      </ol>
    `;
  }

  private row({ dimension, rate, not_applicable, reasons, people }: DimensionFigures): TemplateResult {
    const texts = adminTexts.scores;
    const [name, what] = texts.dimensions[dimension];
    return html`<tr>
      <th scope="row">
        ${rate.count < rate.n ? html`<a href=${this.hrefOf(dimension)}>${name}</a>` : name}
        <p class="small muted">${what}</p>
      </th>
      <td>
        ${texts.share(rate.value, rate.count, rate.n, rate.low, rate.high)}
        ${not_applicable ? html`<p class="small muted">${texts.notApplicable(not_applicable)}</p>` : nothing}
      </td>
      <td>
        <ul>
          ${Object.entries(reasons).map(
            ([reason, n]) => html`<li><a href=${this.hrefOf(dimension, reason)}>${texts.reasons[reason] ?? reason}</a> ${n}</li>`,
          )}
        </ul>
      </td>
      <td>${texts.people(people.same, people.n, people.kappa)}</td>
    </tr>`;
  }

  private hrefOf(dimension: string, reason = ""): string {
    const query = new URLSearchParams({ dimension, from: this.from, ...(reason ? { reason } : {}) });
    return hrefOf("quality", query.toString());
  }

  private rated(csat: Prediction): string {
    const texts = adminTexts.scores;
    if (csat.n < csat.enough) return texts.tooFew(csat.n, csat.enough);
    if (csat.auc === null || csat.low === null || csat.high === null) return texts.allAlike(csat.n);
    return texts.predicts(csat.n, csat.auc, csat.low, csat.high, csat.spearman);
  }
}
