import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { chatTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";

/** “Was this helpful?” under an answer. Fires `chat-helpful` with the message and the verdict. */
@customElement("helpful-question")
export class HelpfulQuestion extends LitElement {
  @property() messageId = "";
  @property({ attribute: false }) given: boolean | undefined;

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        align-items: center;
        gap: 2px;
        min-block-size: 30px;
        font-size: 13px;
        color: var(--muted);
      }
      .icon {
        inline-size: 30px;
        block-size: 30px;
      }
      .down svg {
        transform: rotate(180deg);
      }
      [aria-pressed="true"] {
        color: var(--accent-text);
        background: var(--accent-soft);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const words = this.given === undefined ? chatTexts.wasHelpful : chatTexts.thanksForTelling;
    return html`<div role="group" aria-label=${chatTexts.wasHelpful}>
      <span>${words}</span>
      ${this.button(true, chatTexts.helpful)}${this.button(false, chatTexts.notHelpful)}
    </div>`;
  }

  private button(isHelpful: boolean, name: string): TemplateResult {
    return html`<button
      class="icon ${isHelpful ? "" : "down"}"
      aria-label=${name}
      aria-pressed=${this.given === isHelpful ? "true" : "false"}
      @click=${() =>
        this.dispatchEvent(new CustomEvent("chat-helpful", { detail: { id: this.messageId, isHelpful }, bubbles: true, composed: true }))}
    >
      ${icon("thumb", 16)}
    </button>`;
  }
}
