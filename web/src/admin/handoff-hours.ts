import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import uPlot from "uplot";
import { adminTexts } from "../messages/texts.ts";
import { count } from "../text/numbers.ts";
import { Plotted, plotStyle } from "./plotted.ts";

const HOURS = [...Array(24).keys()];
export const hourName = (hour: number): string => String(hour).padStart(2, "0");

/** Hand-offs by the hour of the day at which they were opened. Fires `hour-chosen` with the hour that is clicked. */
@customElement("handoff-hours")
export class HandoffHours extends Plotted {
  @property({ attribute: false }) hours: Record<string, number> = {};
  protected override readonly plotHeight = 160;

  static override styles = [
    ...plotStyle,
    css`
      .plot {
        min-block-size: 160px;
      }
    `,
  ];

  protected override updated(changed: PropertyValues): void {
    if (changed.has("hours")) this.draw();
  }

  protected override render(): TemplateResult {
    return html`<div class="plot" role="img" aria-label=${adminTexts.overview.byHour} @click=${this.choose}></div>`;
  }

  private draw(): void {
    const fill = this.colour("--accent");
    const axis = this.axis();
    const some = HOURS.map((hour) => this.hours[hourName(hour)] ?? 0);
    const bars = uPlot.paths.bars?.({ size: [0.7, 40] });
    this.show(
      {
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
    );
  }

  private readonly choose = (): void => {
    const hour = this.chart?.cursor.idx;
    if (hour != null && this.hours[hourName(hour)]) this.dispatchEvent(new CustomEvent("hour-chosen", { detail: hourName(hour) }));
  };
}
