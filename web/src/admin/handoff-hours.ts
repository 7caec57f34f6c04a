import { css, html, LitElement, type PropertyValues, type TemplateResult, unsafeCSS } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import uPlot from "uplot";
import uPlotStyle from "uplot/dist/uPlot.min.css?inline";
import { adminTexts } from "../messages/texts.ts";
import { count } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";

const HEIGHT = 160;
const HOURS = [...Array(24).keys()];
export const hourName = (hour: number): string => String(hour).padStart(2, "0");

/** Hand-offs by the hour of the day at which they were opened. Fires `hour-chosen` with the hour that is clicked. */
@customElement("handoff-hours")
export class HandoffHours extends LitElement {
  @property({ attribute: false }) hours: Record<string, number> = {};
  @query(".plot") private plot!: HTMLElement;
  private chart: uPlot | null = null;
  private readonly sizes = new ResizeObserver(() => this.chart?.setSize({ width: this.plot.clientWidth, height: HEIGHT }));

  static override styles = [
    controls,
    unsafeCSS(uPlotStyle),
    css`
      :host {
        display: block;
      }
      .plot {
        min-block-size: 160px;
        cursor: pointer;
      }
      .u-legend {
        color: var(--muted);
        font-size: 13px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  protected override firstUpdated(): void {
    this.sizes.observe(this.plot);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("hours")) this.draw();
  }

  protected override render(): TemplateResult {
    return html`<div class="plot" role="img" aria-label=${adminTexts.overview.byHour} @click=${this.choose}></div>`;
  }

  private draw(): void {
    this.chart?.destroy();
    const style = getComputedStyle(this);
    const colour = (name: string): string => style.getPropertyValue(name).trim() || "gray";
    const [fill, grid, text] = [colour("--accent"), colour("--line"), colour("--muted")];
    const axis = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
    const some = HOURS.map((hour) => this.hours[hourName(hour)] ?? 0);
    const bars = uPlot.paths.bars?.({ size: [0.7, 40] });
    this.chart = new uPlot(
      {
        width: this.plot.clientWidth || 600,
        height: HEIGHT,
        scales: { x: { time: false, range: () => [-0.6, 23.6] }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
        series: [
          { label: adminTexts.overview.hour, value: (_, hour) => (hour === null ? "–" : `${hourName(hour)}:00`) },
          {
            label: adminTexts.overview.handoffs,
            fill,
            stroke: fill,
            points: { show: false },
            value: (_, n) => (n === null ? "–" : count(n)),
            ...(bars ? { paths: bars } : {}),
          },
        ],
        axes: [
          { ...axis, values: (_, at) => at.map((hour) => (Number.isInteger(hour) ? hourName(hour) : "")) },
          { ...axis, values: (_, at) => at.map((n) => (Number.isInteger(n) ? count(n) : "")) },
        ],
      },
      [HOURS, some],
      this.plot,
    );
  }

  private readonly choose = (): void => {
    const hour = this.chart?.cursor.idx;
    if (hour != null && this.hours[hourName(hour)]) this.dispatchEvent(new CustomEvent("hour-chosen", { detail: hourName(hour) }));
  };
}
