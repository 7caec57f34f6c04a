import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Button, OfferShown } from "../api/contract.d.ts";
import { chatTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";

/** An offer of help beside the launcher: it takes no focus and covers nothing else. Fires `offer-take` (a `Button`) and `offer-dismiss`. */
@customElement("chat-offer")
export class ChatOffer extends LitElement {
  @property({ attribute: false }) offer!: OfferShown;

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset-block-end: 76px;
        inset-inline-end: 0;
        inline-size: min(300px, calc(100vw - 40px));
      }
      section {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 10px 4px;
        padding: 14px 8px 14px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        animation: rise 180ms ease-out;
      }
      .close {
        display: grid;
        place-items: center;
        inline-size: 32px;
        block-size: 32px;
        margin-block-start: -6px;
        border: 0;
        border-radius: 50%;
        background: none;
        color: var(--muted);
      }
      .close:hover {
        background: var(--accent-soft);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 1 / -1;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        section {
          animation: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<section aria-label=${chatTexts.offer} @keydown=${this.onKey}>
      <p>${this.offer.text}</p>
      <button class="close" aria-label=${chatTexts.dismissOffer} title=${chatTexts.dismissOffer} @click=${this.dismiss}>
        ${icon("close", 16)}
      </button>
      <div class="choices">
        ${this.offer.actions.map(
          (action, i) => html`<button class="button ${i === 0 ? "main" : ""}" @click=${() => this.take(action)}>${action.label}</button>`,
        )}
      </div>
    </section>`;
  }

  private take(action: Button): void {
    this.dispatchEvent(new CustomEvent<Button>("offer-take", { detail: action }));
  }

  private dismiss(): void {
    this.dispatchEvent(new CustomEvent("offer-dismiss"));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.dismiss();
  }
}
