import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ToolResult } from "../api/types.ts";
import { chatTexts } from "../messages/texts.ts";
import { day, spoken } from "../text/format.ts";
import { controls } from "../theme/controls.ts";

const STEPS = Object.entries(chatTexts.orderSteps);

/** Where an order is, at a glance. */
@customElement("parcel-card")
export class ParcelCard extends LitElement {
  @property({ attribute: false }) result: ToolResult = {};
  @property() locale = "en-US";

  static override styles = [
    controls,
    css`
      section {
        display: grid;
        gap: 10px;
      }
      header {
        display: flex;
        justify-content: space-between;
        font-size: 13px;
        font-weight: 600;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 4px;
        font-size: 12px;
        color: var(--muted);
      }
      li::before {
        content: "";
        display: block;
        block-size: 5px;
        margin-block-end: 5px;
        border-radius: 3px;
        background: var(--line);
      }
      li.reached::before {
        background: var(--accent);
      }
      li[aria-current] {
        color: var(--text);
        font-weight: 650;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { order_id, status = "", shipments = [] } = this.result;
    const at = STEPS.findIndex(([name]) => name === status);
    return html`<section class="card" aria-label=${chatTexts.order(order_id ?? "")}>
      <header><span class="mono">${order_id ?? ""}</span>${at < 0 ? html`<span>${spoken(status)}</span>` : nothing}</header>
      ${
        at < 0
          ? nothing
          : html`<ol>
            ${STEPS.map(
              ([, words], i) => html`<li class=${i <= at ? "reached" : ""} aria-current=${i === at ? "step" : nothing}>${words}</li>`,
            )}
          </ol>`
      }
      ${shipments.map(
        (s) => html`<div class="small muted">
          ${s.carrier} <span class="mono">${s.tracking_number}</span>${
            s.estimated_delivery && status === "shipped" ? chatTexts.expected(day(s.estimated_delivery, this.locale)) : nothing
          }
        </div>`,
      )}
    </section>`;
  }
}
