import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Button, Message, ToolCall } from "../api/contract.d.ts";
import { AGREES, DISAGREES } from "../api/known-words.ts";
import { clock, spoken } from "../text/format.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";
import "./chat-citations.ts";
import "./helpful-question.ts";
import "./parcel-card.ts";
import "./quote-card.ts";
import { chatTexts } from "../messages/texts.ts";
import type { QuoteState } from "./quote-card.ts";

/** One message of the conversation, with what hangs on it. Fires `chat-reply` (a button), `chat-act`, `chat-handoff`. */
@customElement("chat-message")
export class ChatMessage extends LitElement {
  @property({ attribute: false }) message!: Message;
  /** Its words as this customer reads them. */
  @property() text = "";
  @property({ attribute: false }) calls: ToolCall[] = [];
  @property() quoteState: QuoteState = "open";
  @property({ attribute: false }) clear: readonly string[] = [];
  /** Whether its buttons still make sense: nothing was said after it. */
  @property({ type: Boolean }) isLatest = false;
  @property({ type: Boolean }) opensGroup = true;
  @property({ type: Boolean }) offersPerson = false;
  @property({ attribute: false }) helpful: boolean | undefined;
  @property() server = "";
  @property() locale = "en-US";

  static override styles = [
    controls,
    richTextStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        justify-items: start;
      }
      .who {
        margin-block-start: 6px;
        font-size: 12px;
        color: var(--muted);
      }
      .bubble {
        max-inline-size: 88%;
        padding: 9px 13px;
        border-radius: 4px 16px 16px;
        background: var(--bubble);
      }
      .bubble:dir(rtl) {
        border-radius: 16px 4px 16px 16px;
      }
      .agent {
        background: var(--accent-soft);
      }
      :host([data-role="customer"]) {
        justify-items: end;
      }
      :host([data-role="customer"]) .bubble {
        border-radius: 16px 16px 4px;
        background: var(--accent);
        color: var(--on-accent);
      }
      :host([data-role="customer"]) .bubble a {
        color: inherit;
      }
      :host([data-role="system"]) {
        justify-items: center;
      }
      .line {
        max-inline-size: 92%;
        padding: 4px 12px;
        font-size: 13px;
        color: var(--muted);
        text-align: center;
      }
      quote-card,
      parcel-card,
      .wide {
        inline-size: 100%;
      }
      .replies {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .replies .button {
        border-radius: 999px;
        border-color: var(--accent-line);
        color: var(--accent-text);
        background: var(--surface);
      }
      .replies.equal {
        display: grid;
        grid-template-columns: 1fr 1fr;
        inline-size: 100%;
      }
      .receipt {
        display: grid;
        gap: 8px;
        inline-size: 100%;
        border-color: color-mix(in srgb, var(--ok) 35%, var(--surface));
      }
      .receipt header {
        display: flex;
        gap: 8px;
        align-items: center;
        font-weight: 650;
        color: var(--ok);
      }
      .reference {
        display: flex;
        justify-content: space-between;
        padding-block-start: 8px;
        border-block-start: 1px dashed var(--line);
        font-size: 13px;
      }
    `,
  ];

  protected override willUpdate(): void {
    this.dataset.role = this.message.role;
  }

  protected override render(): TemplateResult {
    const { role, author, created_at, citations } = this.message;
    // What was looked up while something waits for a person is said by the service, and is read like an answer.
    if (role === "system" && !citations.length) return html`<div class="line">${richText(this.text, this.server)}</div>`;
    return html`
      ${
        this.opensGroup && role !== "customer"
          ? html`<div class="who">${author.name.replace(" (AI)", " · AI")} · ${clock(created_at, this.locale)}</div>`
          : nothing
      }
      ${this.body()}
      ${citations.length ? html`<chat-citations class="wide" .citations=${citations} .server=${this.server}></chat-citations>` : nothing}
      ${citations.length ? html`<helpful-question .messageId=${this.message.id} .given=${this.helpful}></helpful-question>` : nothing}
      ${this.isLatest ? this.replies() : nothing}
    `;
  }

  private body(): TemplateResult {
    const { role, actions } = this.message;
    const text = this.text;
    if (actions.some((a) => a.kind === "confirm")) {
      const call = this.calls.find((c) => c.status === "needs_confirmation") ?? null;
      return html`<quote-card
        .message=${this.message}
        .call=${call}
        .quoteState=${this.quoteState}
        .clear=${this.clear}
        .server=${this.server}
        .locale=${this.locale}
      ></quote-card>`;
    }
    const receipt = this.calls.find((c) => c.status === "succeeded" && c.result?.reference);
    if (receipt && role === "assistant") {
      return html`<section class="card receipt">
        <header>${icon("check", 18)}${chatTexts.actionDone(spoken(receipt.name))}</header>
        <div class="text">${richText(text, this.server)}</div>
        <div class="reference"><span class="muted">${chatTexts.reference}</span><span class="mono">${receipt.result?.reference}</span></div>
      </section>`;
    }
    const parcel = this.calls.find((c) => c.name === "track_order" && c.status === "succeeded");
    return html`
      <div class="bubble ${role}"><div class="text">${richText(text, this.server)}</div></div>
      ${parcel?.result ? html`<parcel-card .result=${parcel.result} .locale=${this.locale}></parcel-card>` : nothing}
    `;
  }

  private replies(): TemplateResult | typeof nothing {
    const buttons = this.message.actions.filter(
      (a) => a.kind === "reply" || a.kind === "link" || (a.kind === "handoff" && this.offersPerson),
    );
    if (!buttons.length) return nothing;
    const areEqual = buttons.some((b) => isConsent(b));
    return html`<div class="replies ${areEqual ? "equal" : ""}" role="group" aria-label=${chatTexts.choices}>
      ${buttons.map((b) => this.reply(b))}
    </div>`;
  }

  private reply(button: Button): TemplateResult {
    if (button.kind === "link" && /^(https?:\/\/|\/)/.test(button.value)) {
      const to = button.value.startsWith("/") ? this.server + button.value : button.value;
      return html`<a class="button" href=${to} target="_blank" rel="noopener noreferrer">${button.label}</a>`;
    }
    return html`<button class="button" @click=${() => this.press(button)}>${button.label}</button>`;
  }

  private press(button: Button): void {
    const name = button.kind === "handoff" ? "chat-handoff" : "chat-reply";
    this.dispatchEvent(new CustomEvent(name, { detail: button, bubbles: true, composed: true }));
  }
}

export const isConsent = (button: Button): boolean => button.value === AGREES || button.value === DISAGREES;
