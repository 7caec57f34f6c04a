import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Message, Money, ToolCall } from "../api/contract.d.ts";
import type { ToolResult } from "../api/types.ts";
import { chatTexts } from "../messages/texts.ts";
import { money, spoken, unsigned } from "../text/format.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";

export type QuoteState = "open" | "busy" | "done" | "approval" | "past";

/** What will be done, in exact amounts, with two buttons. Fires `chat-act` with `confirm` or `cancel` and the quote's id. */
@customElement("quote-card")
export class QuoteCard extends LitElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) call: ToolCall | null = null;
  /** What it would use of the customer's own, as they gave it. */
  @property({ attribute: false }) clear: readonly string[] = [];
  @property() quoteState: QuoteState = "open";
  @property() server = "";
  @property() locale = "en-US";

  static override styles = [
    controls,
    richTextStyle,
    css`
      section {
        border: 1px solid var(--accent-line);
        border-radius: var(--radius);
        background: var(--raised);
        overflow: hidden;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
        padding: 8px 14px;
        background: var(--accent-soft);
        font-size: 13px;
        font-weight: 600;
        color: var(--accent-text);
      }
      .body {
        display: grid;
        gap: 10px;
        padding: 12px 14px 14px;
      }
      .amount {
        font-size: 24px;
        font-weight: 680;
        letter-spacing: -0.01em;
        font-variant-numeric: tabular-nums;
      }
      .own {
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--accent-line);
        font-weight: 600;
      }
      .buttons {
        display: grid;
        gap: 8px;
      }
      section.past {
        border-color: var(--line);
      }
      section.past header {
        background: var(--sunken);
        color: var(--muted);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { amount }: ToolResult = this.call?.result ?? {};
    const order = this.call?.arguments.order_id;
    const isOver = this.quoteState === "past" || this.quoteState === "done";
    return html`<section class=${isOver ? "past" : ""} aria-label=${chatTexts.quote[this.quoteState]}>
      <header>
        <span>${chatTexts.quote[this.quoteState]}</span>
        ${this.quoteState === "done" ? icon("check", 16) : nothing}
        ${typeof order === "string" ? html`<span class="mono">${order}</span>` : nothing}
      </header>
      <div class="body">
        ${amount ? html`<div><div class="small muted">${this.meaning(amount)}</div><div class="amount">${money(unsigned(amount), this.locale)}</div></div>` : nothing}
        <div class="text">${richText(this.message.text, this.server)}</div>
        ${this.clear.map((value) => html`<div class="own">${value}</div>`)}
        ${this.quoteState === "open" || this.quoteState === "busy" ? this.buttons() : nothing}
      </div>
    </section>`;
  }

  /** Of an exchange or change the sign says who pays: above zero the customer, below zero the shop. */
  private meaning(amount: Money): string {
    const name = this.call?.name ?? "";
    if (name !== "exchange_items" && name !== "change_order_items") return spoken(name);
    return amount.amount.startsWith("-") ? chatTexts.youGetBack : chatTexts.youPay;
  }

  private buttons(): TemplateResult {
    const offered = this.message.actions.filter((a) => a.kind === "confirm" || a.kind === "cancel");
    return html`<div class="buttons">
      ${offered.map(
        (a) => html`<button
          class="button ${a.kind === "confirm" ? "main" : ""}"
          ?disabled=${this.quoteState === "busy"}
          @click=${() => this.dispatchEvent(new CustomEvent("chat-act", { detail: { name: a.kind, quoteId: a.value }, bubbles: true, composed: true }))}
        >
          ${a.label}
        </button>`,
      )}
    </div>`;
  }
}
