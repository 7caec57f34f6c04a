import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Rate } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { decimal, percent } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";

/** A share with what it was counted from and its 95 % interval, drawn. */
@customElement("rate-tile")
export class RateTile extends LitElement {
  @property() name = "";
  @property() what = "";
  @property({ attribute: false }) rate: Rate | null = null;
  /** The same of the period before. */
  @property({ attribute: false }) earlier: Rate | null = null;
  @property({ type: Number }) days = 0;
  /** Where the conversations behind it are. */
  @property() href = "";

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: 4px;
        block-size: 100%;
        align-content: start;
        padding: 16px;
      }
      .value {
        font-size: 32px;
        font-weight: 680;
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      svg {
        inline-size: 100%;
        block-size: 12px;
      }
      .track {
        fill: var(--line);
      }
      .range {
        fill: var(--accent);
        opacity: 0.35;
      }
      .point {
        fill: var(--accent-text);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { rate } = this;
    return html`<section class="card">
      <h3 class="small muted">${this.href ? html`<a href=${this.href} title=${adminTexts.insights.show}>${this.name}</a>` : this.name}</h3>
      <div class="value">${rate?.value == null ? "–" : percent(rate.value)}</div>
      ${rate && rate.value !== null ? this.interval(rate, rate.value) : nothing}
      <p class="small muted">${this.words()}</p>
      ${this.change()}
      <p class="small">${this.what}</p>
    </section>`;
  }

  private words(): string {
    if (!this.rate || this.rate.value === null) return adminTexts.overview.nothingCounted;
    const { count: k, n, low, high } = this.rate;
    return adminTexts.overview.counted(k, n, percent(low), percent(high));
  }

  /** Against the period before, where both counted something. */
  private change(): TemplateResult | typeof nothing {
    const [now, then] = [this.rate?.value, this.earlier?.value];
    if (now == null || then == null || !this.days) return nothing;
    const points = 100 * (now - then);
    return html`<p class="small">${adminTexts.insights.change(`${points < 0 ? "−" : "+"}${decimal(Math.abs(points), 1)}`, this.days)}</p>`;
  }

  private interval({ low, high }: Rate, value: number): TemplateResult {
    return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="track" x="0" y="3" width="100" height="2"></rect>
        <rect class="range" x=${low * 100} y="1" width=${Math.max((high - low) * 100, 0.5)} height="6"></rect>
        <rect class="point" x=${Math.min(value * 100, 99)} y="0" width="1" height="8"></rect>`}
    </svg>`;
  }
}
