import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { reasonOf } from "../agent/reasons.ts";
import type { Api } from "../api/api.ts";
import type { KpiAnswer, KpiGroup as Kpis } from "../api/contract.d.ts";
import { wordsOf } from "../api/problem.ts";
import { duration } from "../text/format.ts";
import { count, decimal } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import "./kpi-chart.ts";
import "./offer-results.ts";
import { goTo, hrefOf } from "./place.ts";
import "./handoff-hours.ts";
import "./rate-tile.ts";
import "./rating-comments.ts";
import { adminTexts } from "../messages/texts.ts";
import { save } from "./save.ts";

const DAY_MS = 86_400_000;
const PERIODS = [7, 30, 0] as const; // days; 0 for all time

type Length = number | null;

const seconds = (s: Length): string => (s === null ? "–" : duration(s * 1000));
const milliseconds = (ms: Length): string => (ms === null ? "–" : duration(ms));
const within = (words: (time: string) => string, unit: (n: Length) => string, n: Length): string =>
  n === null ? adminTexts.overview.nothingCounted : words(unit(n));

const money = (amount: number, currency: string | null): string => `${decimal(amount, amount < 1 ? 4 : 2)} ${currency ?? ""}`.trim();

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
  @state() private earlier: Kpis | null = null;
  @state() private byDay: Kpis[] = [];
  @state() private since = "";
  @state() private currency: string | null = null;

  static override styles = [
    controls,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        margin-block-end: 16px;
      }
      .head h2 {
        margin-inline-end: auto;
      }
      kpi-chart {
        margin-block-end: 14px;
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
      .hours {
        margin-block: 18px 6px;
      }
      section + rating-comments {
        margin-block: 14px;
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
        <h2>${adminTexts.overview.title}</h2>
        <a class="button small" href=${hrefOf("struggles", "yesterday")}>${adminTexts.insights.wentWrongYesterday}</a>
        <button class="button small" @click=${this.download}>${adminTexts.insights.export}</button>
        <label class="row">
          <span class="visually-hidden">${adminTexts.overview.period}</span>
          <select @change=${this.choose}>
            ${PERIODS.map((days) => html`<option value=${days} ?selected=${days === this.days}>${adminTexts.overview.periods[days]}</option>`)}
          </select>
        </label>
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      ${this.kpis ? this.tiles(this.kpis) : html`<p class="muted" role="status">${this.problem ? "" : adminTexts.overview.counting}</p>`}
    `;
  }

  private tiles(k: Kpis): TemplateResult {
    const texts = adminTexts.overview;
    const { confirmed, assumed } = k.resolved_by_ai;
    const most = Math.max(1, ...Object.values(k.handoff_reasons));
    return html`<div class="tiles">
        ${this.figure(
          texts.conversations,
          count(k.conversations),
          html`${texts
            .outcomes({ confirmed, assumed, handedOff: k.handed_off, gaveUp: k.gave_up, unknown: k.unknown })
            .map(([measure, words], i) => html`${i ? ", " : ""}<a href=${this.behind(measure)}>${words}</a>`)}`,
          "conversations",
        )}
        <rate-tile .name=${texts.deflection.name} .what=${texts.deflection.what} .rate=${k.deflection_rate} .earlier=${this.earlier?.deflection_rate ?? null} .days=${this.days} href=${this.behind("deflection_rate")}></rate-tile>
        <rate-tile .name=${texts.satisfied.name} .what=${texts.satisfied.what(k.csat.responses, k.csat.mean === null ? null : decimal(k.csat.mean, 1))} .rate=${k.csat.share_satisfied} .earlier=${this.earlier?.csat.share_satisfied ?? null} .days=${this.days} href=${this.behind("csat.share_satisfied")}></rate-tile>
        <rate-tile .name=${texts.handedOver.name} .what=${texts.handedOver.what} .rate=${k.handoff_rate} .earlier=${this.earlier?.handoff_rate ?? null} .days=${this.days} href=${this.behind("handoff_rate")}></rate-tile>
        <rate-tile .name=${texts.gaveUp.name} .what=${texts.gaveUp.what} .rate=${k.gave_up_rate} .earlier=${this.earlier?.gave_up_rate ?? null} .days=${this.days} href=${this.behind("gave_up_rate")}></rate-tile>
        <rate-tile .name=${texts.failedTurns.name} .what=${texts.failedTurns.what} .rate=${k.failure_rate} .earlier=${this.earlier?.failure_rate ?? null} .days=${this.days} href=${this.behind("failure_rate")}></rate-tile>
        <rate-tile .name=${texts.cameBack.name} .what=${texts.cameBack.what} .rate=${k.reopened_rate} .earlier=${this.earlier?.reopened_rate ?? null} .days=${this.days} href=${this.behind("reopened_rate")}></rate-tile>
        ${this.figure(texts.firstResponse, milliseconds(k.first_response_ms.p50), within(texts.of20, milliseconds, k.first_response_ms.p95), "first_response_ms")}
        ${this.figure(texts.timeToPerson, seconds(k.time_to_human_seconds.p50), within(texts.of10, seconds, k.time_to_human_seconds.p90), "time_to_human_seconds")}
        ${
          k.cost_per_conversation.mean === null
            ? nothing
            : this.figure(
                texts.cost,
                money(k.cost_per_conversation.mean, this.currency),
                texts.costOf(count(k.cost_per_conversation.conversations), money(k.cost_per_conversation.total ?? 0, this.currency)),
                "cost_per_conversation",
              )
        }
        ${this.figure(texts.handlingTime, seconds(k.aht_seconds.p50), within(texts.of10, seconds, k.aht_seconds.p90), "aht_seconds")}
      </div>
      <kpi-chart .groups=${this.byDay} .days=${this.days} @day-chosen=${(e: CustomEvent<string>) => goTo("conversations", e.detail)}></kpi-chart>
      <section class="card">
        <h3>${texts.whyPeople}</h3>
        ${
          Object.keys(k.handoff_reasons).length
            ? html`<div class="reasons">
              ${Object.entries(k.handoff_reasons).map(
                ([reason, n]) =>
                  html`<a href=${this.behind(`handoff_reasons.${reason}`)}>${reasonOf(reason)[0]}</a>${bar(n / most)}<strong>${count(n)}</strong>`,
              )}
            </div>`
            : html`<p class="small muted">${texts.noHandoffs}</p>`
        }
        ${
          Object.keys(k.handoff_hours).length
            ? html`<h3 class="hours">${texts.byHour}</h3>
              <handoff-hours .hours=${k.handoff_hours} @hour-chosen=${this.chooseHour}></handoff-hours>`
            : nothing
        }
      </section>
      <rating-comments .api=${this.api} from=${this.since}></rating-comments>
      <offer-results .api=${this.api} from=${this.since}></offer-results>`;
  }

  private figure(name: string, value: string, words: string | TemplateResult, measure: string): TemplateResult {
    return html`<section class="card">
      <h3 class="small muted"><a href=${this.behind(measure)} title=${adminTexts.insights.show}>${name}</a></h3>
      <div class="value">${value}</div>
      <p class="small muted">${words}</p>
    </section>`;
  }

  private chooseHour(event: CustomEvent<string>): void {
    location.hash = this.behind(`handoff_hours.${event.detail}`);
  }

  private choose(event: Event): void {
    this.days = Number((event.target as HTMLSelectElement).value);
    void this.load();
  }

  private get from(): string {
    return this.days ? new Date(Date.now() - this.days * DAY_MS).toISOString() : "";
  }

  /** The address of the conversations that a measure counts in this period. */
  private behind(measure: string): string {
    return hrefOf("conversations", new URLSearchParams({ measure, ...(this.from ? { from: this.from } : {}) }).toString());
  }

  private async load(): Promise<void> {
    const from = this.from;
    const since = from ? `from=${from}` : "";
    const earlier = this.days ? new Date(Date.now() - 2 * this.days * DAY_MS).toISOString() : "";
    try {
      this.problem = "";
      const [now, days, before] = await Promise.all([
        this.api.get<KpiAnswer>(`/v1/kpis?${since}`),
        this.api.get<{ items: Kpis[] }>(`/v1/kpis?${since}&group_by=day`),
        earlier ? this.api.get<{ items: Kpis[] }>(`/v1/kpis?from=${earlier}&to=${from}`) : null,
      ]);
      this.kpis = now.items[0] ?? null;
      this.since = from;
      this.currency = now.currency;
      this.byDay = days.items;
      this.earlier = before?.items[0] ?? null;
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  private async download(): Promise<void> {
    try {
      const since = this.from ? `from=${this.from}&` : "";
      save(await this.api.download(`/v1/kpis/export?${since}group_by=day`), "kpis.csv");
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}
