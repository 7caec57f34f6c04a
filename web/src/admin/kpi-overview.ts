import { LitElement, html, nothing, svg, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { reasonOf } from "../agent/reasons.ts";
import { count } from "../words/format.ts";
import type { Api } from "../wire/api.ts";
import { wordsOf } from "../wire/problem.ts";
import type { Kpis } from "./kpis.ts";
import "./rate-tile.ts";

const DAY_MS = 86_400_000;
const PERIODS: [days: number, words: string][] = [
  [7, "Last 7 days"],
  [30, "Last 30 days"],
  [0, "All time"],
];

const seconds = (s: number | null): string =>
  s === null ? "–" : s < 90 ? `${s.toFixed(s < 10 ? 1 : 0)} s` : s < 5400 ? `${Math.round(s / 60)} min` : `${(s / 3600).toFixed(1)} h`;
const milliseconds = (ms: number | null): string => (ms === null ? "–" : ms < 1000 ? `${Math.round(ms)} ms` : seconds(ms / 1000));

const bar = (share: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="8"></rect><rect width=${share * 100} height="8"></rect>`}
  </svg>`;

/** How the assistant does: every rate with its interval. */
@customElement("kpi-overview")
export class KpiOverview extends LitElement {
  @property({ attribute: false }) api!: Api;
  @state() private kpis: Kpis | null = null;
  @state() private problem = "";
  @state() private days = 30;

  static override styles = [
    controls,
    css`
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 12px;
        margin-block-end: 16px;
      }
      .head select {
        inline-size: auto;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 14px;
        margin-block-end: 14px;
      }
      .card {
        padding: 16px;
      }
      .tiles .card {
        display: grid;
        gap: 4px;
        align-content: start;
      }
      .value {
        font-size: 32px;
        font-weight: 680;
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      .reasons {
        display: grid;
        grid-template-columns: max-content 1fr max-content;
        gap: 6px 12px;
        align-items: center;
        margin-block-start: 10px;
        font-size: 14px;
      }
      .bar {
        inline-size: 100%;
        block-size: 10px;
      }
      .bar rect {
        fill: var(--accent);
      }
      .bar .track {
        fill: var(--line);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <h2>Overview</h2>
        <label class="row">
          <span class="visually-hidden">Period</span>
          <select @change=${this.choose}>
            ${PERIODS.map(([days, words]) => html`<option value=${days} ?selected=${days === this.days}>${words}</option>`)}
          </select>
        </label>
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      ${this.kpis ? this.tiles(this.kpis) : html`<p class="muted" role="status">${this.problem ? "" : "Counting…"}</p>`}
    `;
  }

  private tiles(k: Kpis): TemplateResult {
    const { confirmed, assumed } = k.resolved_by_ai;
    const most = Math.max(1, ...Object.values(k.handoff_reasons));
    return html`<div class="tiles">
        ${this.figure(
          "Conversations",
          count(k.conversations),
          `${count(confirmed)} resolved for certain, ${count(assumed)} probably, ${count(k.handed_off)} handed over, ${count(k.gave_up)} given up, ${count(k.unknown)} open`,
        )}
        <rate-tile name="Deflection" what="Resolved by the assistant alone" .rate=${k.deflection_rate}></rate-tile>
        <rate-tile name="Satisfied" what=${`${count(k.csat.responses)} ratings${k.csat.mean === null ? "" : `, ${k.csat.mean.toFixed(1)} of 5`}`} .rate=${k.csat.share_satisfied}></rate-tile>
        <rate-tile name="Handed to a person" what="Hand-offs over conversations" .rate=${k.handoff_rate}></rate-tile>
        <rate-tile name="Gave up" what="Left after a failed turn" .rate=${k.gave_up_rate}></rate-tile>
        <rate-tile name="Failed turns" what="Not understood, no answer, error" .rate=${k.failure_rate}></rate-tile>
        <rate-tile name="Came back" what="Same matter within 72 hours" .rate=${k.reopened_rate}></rate-tile>
        ${this.figure("First response", milliseconds(k.first_response_ms.p50), `19 of 20 within ${milliseconds(k.first_response_ms.p95)}`)}
        ${this.figure("Time to a person", seconds(k.time_to_human_seconds.p50), `9 of 10 within ${seconds(k.time_to_human_seconds.p90)}`)}
        ${this.figure("Handling time", seconds(k.aht_seconds.p50), `9 of 10 within ${seconds(k.aht_seconds.p90)}`)}
      </div>
      <section class="card">
        <h3>Why people were brought in</h3>
        ${Object.keys(k.handoff_reasons).length
          ? html`<div class="reasons">
              ${Object.entries(k.handoff_reasons).map(
                ([reason, n]) => html`<span>${reasonOf(reason)[0]}</span>${bar(n / most)}<strong>${count(n)}</strong>`,
              )}
            </div>`
          : html`<p class="small muted">No hand-offs in this period.</p>`}
      </section>`;
  }

  private figure(name: string, value: string, words: string): TemplateResult {
    return html`<section class="card">
      <h3 class="small muted">${name}</h3>
      <div class="value">${value}</div>
      <p class="small muted">${words}</p>
    </section>`;
  }

  private choose(event: Event): void {
    this.days = Number((event.target as HTMLSelectElement).value);
    void this.load();
  }

  private async load(): Promise<void> {
    const from = this.days ? `?from=${new Date(Date.now() - this.days * DAY_MS).toISOString()}` : "";
    try {
      this.problem = "";
      this.kpis = (await this.api.get<{ items: Kpis[] }>(`/v1/kpis${from}`)).items[0] ?? null;
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}
