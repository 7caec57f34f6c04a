import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Button, Message } from "../api/contract.d.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";
import { tokens } from "../theme/tokens.ts";
import "./chat-offer.ts";
import "./chat-panel.ts";
import { wantedLocale } from "../messages/language.ts";
import { chatTexts } from "../messages/texts.ts";
import type { ChatPanel } from "./chat-panel.ts";
import { ChatConversation, type Visitor } from "./conversation.ts";
import { PageOffers } from "./page-offers.ts";

/**
 * The chat, on any page: a launcher, and the panel that it opens.
 *
 * Attributes: `server` (origin of the service; the page's own where empty), `region` (two letters), `locale`,
 * `customer-token` (a JWT of the merchant's site). With `offers` the page may offer help by itself, by what it says of itself:
 * `page-kind`, `cart-value` ("49.00 USD"), `visitor-id`. The look follows `--support-accent` and its fellows.
 */
@customElement("support-chat")
export class SupportChat extends LitElement {
  @property() server = "";
  @property() region = "";
  @property() locale = wantedLocale();
  @property({ attribute: "customer-token" }) customerToken = "";
  @property({ type: Boolean }) offers = false;
  @property({ attribute: "page-kind" }) pageKind = "";
  @property({ attribute: "cart-value" }) cartValue = "";
  @property({ attribute: "visitor-id" }) visitorId = "";
  @state() private isOpen = false;
  @state() private version = 0;
  @state() private unread = 0;
  @state() private preview = "";
  @query(".launcher") private launcher!: HTMLButtonElement;
  @query("chat-panel") private panel!: ChatPanel | null;
  private conversation: ChatConversation | null = null;
  private readonly pageOffers = new PageOffers(
    () => ({ ...this.visitor, kind: this.pageKind, cartValue: this.cartValue, visitorId: this.visitorId }),
    () => (this.version += 1),
  );

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        position: fixed;
        inset-block-end: 20px;
        inset-inline-end: 20px;
        z-index: 2147483000;
        font-size: 15px;
      }
      .launcher {
        display: grid;
        place-items: center;
        inline-size: 60px;
        block-size: 60px;
        border: 0;
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
        box-shadow: var(--shadow);
        transition: transform 120ms ease;
      }
      .launcher:hover {
        transform: translateY(-2px);
      }
      .unread {
        position: absolute;
        inset-block-start: -4px;
        inset-inline-end: -4px;
        min-inline-size: 22px;
        padding: 1px 6px;
        border-radius: 999px;
        background: var(--danger);
        color: var(--surface);
        font-size: 13px;
        font-weight: 700;
      }
      .preview {
        position: absolute;
        inset-block-end: 72px;
        inset-inline-end: 0;
        inline-size: 260px;
        padding: 10px 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        text-align: start;
      }
      chat-panel {
        position: fixed;
        inset-block-end: 20px;
        inset-inline-end: 20px;
        inline-size: 384px;
        block-size: min(640px, calc(100dvh - 40px));
      }
      @media (max-width: 520px) {
        chat-panel {
          inset: 0;
          inline-size: 100%;
          block-size: 100dvh;
          --panel-radius: 0;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (["server", "region", "locale", "customerToken"].some((name) => changed.has(name as keyof SupportChat))) this.meet();
    if (changed.has("offers")) this.watchPage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pageOffers.stop();
    this.conversation?.hangUp();
    this.conversation = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.meet();
    this.watchPage();
  }

  /** Opens the panel; the conversation begins with the first opening. */
  open(): void {
    this.isOpen = true;
    this.unread = 0;
    this.preview = "";
    this.conversation?.keepOpen(true);
    const offerId = this.pageOffers.take();
    if (this.conversation) this.conversation.offerId = offerId;
    void this.conversation?.start();
    void this.updateComplete.then(() => this.panel?.focusComposer());
  }

  /** Who talks already is offered nothing. */
  private watchPage(): void {
    if (this.offers && !this.isOpen && !this.conversation?.isStarted) this.pageOffers.start();
    else this.pageOffers.stop();
  }

  private async takeOffer(action: Button): Promise<void> {
    const { conversation } = this;
    this.open();
    await conversation?.start();
    if (action.kind === "handoff") await conversation?.askForPerson();
  }

  private dismissOffer(): void {
    this.pageOffers.dismiss();
    this.launcher.focus();
  }

  close(): void {
    this.isOpen = false;
    this.conversation?.keepOpen(false);
    void this.updateComplete.then(() => this.launcher.focus());
  }

  /** The same visitor once more, with nothing of the last conversation. */
  private meetAnew(): void {
    this.conversation?.forget();
    this.conversation = null;
    this.meet();
    void this.updateComplete.then(() => this.panel?.focusComposer());
  }

  private get visitor(): Visitor {
    const { server, customerToken, region, locale, pageKind } = this;
    return { server, customerToken, region, locale, pageKind };
  }

  /** Another visitor, or the first: their own conversation. */
  private meet(): void {
    const { visitor } = this;
    if (this.conversation?.renew(visitor)) return;
    this.conversation?.hangUp();
    const conversation = new ChatConversation(
      visitor,
      (arrived) => {
        if (conversation === this.conversation) this.hear(arrived);
      },
      () => {
        if (conversation === this.conversation) this.meetAnew();
      },
    );
    this.conversation = conversation;
    this.unread = 0;
    this.preview = "";
    this.version += 1;
    if (conversation.wasOpen) this.isOpen = true;
    if (this.isOpen) void conversation.start();
    else conversation.resume();
  }

  private hear(arrived: Message | null): void {
    this.version += 1;
    if (!arrived || arrived.role === "customer") return;
    if (this.isOpen) this.panel?.announce(arrived);
    else {
      this.unread += 1;
      this.preview = `${arrived.author.name}: ${arrived.text.slice(0, 90)}`;
    }
  }

  private get launcherName(): string {
    return this.unread ? chatTexts.openWithNews(this.unread) : chatTexts.open;
  }

  protected override render(): TemplateResult {
    if (this.isOpen && this.conversation) {
      // Another visitor's conversation is another panel: nothing that one has typed or begun to rate shows at the next.
      return html`${keyed(
        this.conversation,
        html`<chat-panel
          .conversation=${this.conversation}
          .version=${this.version}
          .locale=${this.locale}
          @chat-close=${() => this.close()}
          @chat-new=${() => this.meetAnew()}
        ></chat-panel>`,
      )}`;
    }
    const { offer } = this.pageOffers;
    return html`
      <div class="visually-hidden" aria-live="polite">${offer?.text}</div>
      ${
        offer && !this.preview
          ? html`<chat-offer
            .offer=${offer}
            @offer-take=${(e: CustomEvent<Button>) => this.takeOffer(e.detail)}
            @offer-dismiss=${() => this.dismissOffer()}
          ></chat-offer>`
          : nothing
      }
      ${this.preview ? html`<button class="preview small" @click=${() => this.open()}>${this.preview}</button>` : nothing}
      <button class="launcher" aria-label=${this.launcherName} aria-haspopup="dialog" @click=${() => this.open()}>
        ${icon("chat", 28)}${this.unread ? html`<span class="unread" aria-hidden="true">${this.unread}</span>` : nothing}
      </button>
    `;
  }
}
