import { css, LitElement, unsafeCSS } from "lit";
import { query } from "lit/decorators.js";
import uPlot from "uplot";
import uPlotStyle from "uplot/dist/uPlot.min.css?inline";
import { controls } from "../theme/controls.ts";

export const plotStyle = [
  controls,
  unsafeCSS(uPlotStyle),
  css`
    :host {
      display: block;
    }
    .plot {
      cursor: pointer;
    }
    .u-legend {
      color: var(--muted);
      font-size: 13px;
    }
  `,
];

/** An element with a chart in its `.plot`: as wide as its place, in the theme's colours, and gone with it. */
export abstract class Plotted extends LitElement {
  /** Of the chart, in pixels. */
  protected abstract readonly plotHeight: number;
  @query(".plot") private plot!: HTMLElement;
  protected chart: uPlot | null = null;
  private readonly sizes = new ResizeObserver(() => this.chart?.setSize({ width: this.plot.clientWidth, height: this.plotHeight }));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  protected override firstUpdated(): void {
    this.sizes.observe(this.plot);
  }

  protected colour(name: string): string {
    return getComputedStyle(this).getPropertyValue(name).trim() || "gray";
  }

  protected axis(): uPlot.Axis {
    const lines = { stroke: this.colour("--line"), width: 1 };
    return { stroke: this.colour("--muted"), grid: lines, ticks: lines };
  }

  protected show(options: Omit<uPlot.Options, "width" | "height">, data: uPlot.AlignedData): void {
    this.chart?.destroy();
    this.chart = new uPlot({ ...options, width: this.plot.clientWidth || 600, height: this.plotHeight }, data, this.plot);
  }
}
