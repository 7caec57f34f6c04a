import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import uPlot from "uplot";
import type { KpiGroup as Kpis } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { count, percent } from "../text/numbers.ts";
import { Plotted, plotStyle } from "./plotted.ts";

const DAY = 86_400; // seconds, as the chart counts
const FEWEST_DAYS = 7;
type Measure = keyof typeof adminTexts.insights.measures;

const VALUES: Record<Measure, (k: Kpis) => number | null> = {
  conversations: (k) => k.conversations,
  deflection_rate: (k) => k.deflection_rate.value,
  handoff_rate: (k) => k.handoff_rate.value,
  gave_up_rate: (k) => k.gave_up_rate.value,
  "csat.share_satisfied": (k) => k.csat.share_satisfied.value,
  failure_rate: (k) => k.failure_rate.value,
};
const MEASURES = Object.keys(VALUES) as Measure[];

/** A figure by day, as a line. Fires `day-chosen` with the query of the conversations behind the day that is clicked. */
@customElement("kpi-chart")
export class KpiChart extends Plotted {
  @property({ attribute: false }) groups: Kpis[] = [];
  /** How many days are shown, until today; 0: all that there are. */
  @property({ type: Number }) days = 0;
  @state() private measure: Measure = "deflection_rate";
  protected override readonly plotHeight = 220;

  static override styles = [
    ...plotStyle,
    css`
      .card {
        padding: 16px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: center;
        margin-block-end: 8px;
      }
      .head h3 {
        margin-inline-end: auto;
      }
      .head select {
        inline-size: auto;
      }
      .plot {
        min-block-size: 220px;
      }
    `,
  ];

  protected override updated(changed: PropertyValues): void {
    if (changed.has("groups") || changed.has("days") || changed.has("measure")) this.draw();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.insights;
    return html`<section class="card">
      <div class="head">
        <h3>${texts.chart}</h3>
        <label
          ><span class="visually-hidden">${texts.chart}</span>
          <select @change=${(e: Event) => (this.measure = (e.target as HTMLSelectElement).value as Measure)}>
            ${MEASURES.map((m) => html`<option value=${m} ?selected=${m === this.measure}>${texts.measures[m]}</option>`)}
          </select></label
        >
      </div>
      <div class="plot" role="img" aria-label=${texts.chartOf(texts.measures[this.measure])} @click=${this.choose}></div>
    </section>`;
  }

  private draw(): void {
    const line = this.colour("--accent-text");
    const isShare = this.measure !== "conversations";
    const written = (v: number | null): string => (v === null ? "–" : isShare ? percent(v) : count(v));
    const axis = this.axis();
    const times = this.groups.map((g) => Date.parse(`${g.group.day}T00:00:00Z`) / 1000);
    // The whole period, also where few of its days have conversations: a day alone has no width of its own.
    const today = Math.floor(Date.now() / 1000 / DAY) * DAY;
    const first = Math.min(times[0] ?? today, today - (Math.max(this.days, FEWEST_DAYS) - 1) * DAY);
    this.show(
      {
        tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), "UTC"),
        scales: {
          x: { range: () => [first, Math.max(today, times.at(-1) ?? today)] },
          y: { range: (_, __, most) => [0, isShare ? 1 : Math.max(1, most * 1.1)] },
        },
        series: [
          { value: (_, t) => (t === null ? "–" : new Date(t * 1000).toISOString().slice(0, 10)) },
          {
            label: adminTexts.insights.measures[this.measure],
            stroke: line,
            width: 2,
            points: { show: times.length < 60 },
            value: (_, v) => written(v),
          },
        ],
        axes: [axis, { ...axis, values: (_, some) => some.map(written) }],
      },
      [times, this.groups.map((g) => VALUES[this.measure](g))],
    );
  }

  private readonly choose = (): void => {
    const at = this.chart?.cursor.idx;
    const day = at == null ? null : this.groups[at]?.group.day;
    if (day) this.dispatchEvent(new CustomEvent("day-chosen", { detail: new URLSearchParams({ measure: this.measure, day }).toString() }));
  };
}
