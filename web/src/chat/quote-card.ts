import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { icon } from "../looks/icons.ts";
import { money, spoken } from "../words/format.ts";
import { richText, richTextStyle } from "../words/rich-text.ts";
import type { Message, ToolCall } from "../wire/shapes.ts";

export type QuoteState = "open" | "busy" | "done" | "approval" | "past";

const SAYS: Record<QuoteState, string> = {
  open: "Please check and confirm",
  busy: "One moment…",
  done: "Confirmed",
  approval: "Waiting for a colleague's approval",
  past: "No longer open",
};

/** What will be done, in exact amounts, with two buttons. Fires `chat-act` with `confirm` or `cancel`. */
@customElement("quote-card")
export class QuoteCard extends LitElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) call: ToolCall | null = null;
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
    const amount = this.call?.result?.amount;
    const order = this.call?.arguments["order_id"];
    const isOver = this.quoteState === "past" || this.quoteState === "done";
    return html`<section class=${isOver ? "past" : ""} aria-label=${SAYS[this.quoteState]}>
      <header>
        <span>${SAYS[this.quoteState]}</span>
        ${this.quoteState === "done" ? icon("check", 16) : nothing}
        ${typeof order === "string" ? html`<span class="mono">${order}</span>` : nothing}
      </header>
      <div class="body">
        ${amount ? html`<div><div class="small muted">${spoken(this.call?.name ?? "")}</div><div class="amount">${money(amount, this.locale)}</div></div>` : nothing}
        <div class="text">${richText(this.message.text, this.server)}</div>
        ${this.quoteState === "open" || this.quoteState === "busy" ? this.buttons() : nothing}
      </div>
    </section>`;
  }

  private buttons(): TemplateResult {
    const offered = this.message.actions.filter((a) => a.kind === "confirm" || a.kind === "cancel");
    return html`<div class="buttons">
      ${offered.map(
        (a) => html`<button
          class="button ${a.kind === "confirm" ? "main" : ""}"
          ?disabled=${this.quoteState === "busy"}
          @click=${() => this.dispatchEvent(new CustomEvent("chat-act", { detail: a.kind, bubbles: true, composed: true }))}
        >
          ${a.label}
        </button>`,
      )}
    </div>`;
  }
}
