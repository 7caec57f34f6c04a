import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { clock, spoken } from "../words/format.ts";
import type { Handoff } from "../wire/shapes.ts";
import "./agent-transcript.ts";
import type { AgentTranscript } from "./agent-transcript.ts";
import "./approval-card.ts";
import type { Decision, Desk } from "./desk.ts";
import type { Flag } from "./flag-form.ts";
import "./reply-composer.ts";
import type { ReplyComposer } from "./reply-composer.ts";
import { reasonOf, summaryParts } from "./reasons.ts";

/** The hand-off in hand: why it is here, the conversation, and what can be done. */
@customElement("handoff-view")
export class HandoffView extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) version = 0;
  @state() private isClosing = false;
  @query("agent-transcript") private transcript!: AgentTranscript | null;
  @query("reply-composer") private composer!: ReplyComposer | null;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: var(--surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 10px 24px;
        border-block-end: 1px solid var(--line);
      }
      h2 {
        font-size: 17px;
      }
      .actions {
        margin-inline-start: auto;
      }
      .summary {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        padding: 10px 24px;
        border-block-end: 1px solid var(--line);
        background: var(--note);
        font-size: 14px;
      }
      .summary dt {
        display: inline;
        font-weight: 650;
      }
      .summary dd {
        display: inline;
      }
      agent-transcript {
        flex: 1;
      }
      reply-composer {
        position: sticky;
        inset-block-end: 0;
      }
      .notice {
        padding: 8px 24px;
        background: var(--ok-soft);
        color: var(--ok);
        font-size: 14px;
      }
      .notice.bad {
        background: var(--danger-soft);
        color: var(--danger);
      }
      .empty {
        margin: auto;
        padding: 40px;
        text-align: center;
        color: var(--muted);
      }
      .foot {
        padding: 14px 24px;
        border-block-start: 1px solid var(--line);
        font-size: 14px;
        color: var(--muted);
      }
    `,
  ];

  focusReply(): void {
    this.composer?.focusField();
  }

  flagLast(): void {
    this.transcript?.flagLast();
  }

  /** Closing ends the conversation for the customer: it asks first. */
  askToClose(): void {
    const { current, isMine } = this.desk;
    if (current?.kind === "conversation" && isMine) this.isClosing = true;
  }

  protected override render(): TemplateResult {
    const { current, transcript, detail, problem, notice, isBusy, isMine } = this.desk;
    if (!current) {
      return html`<p class="empty">Choose a conversation from the queue.<br />Press <strong>j</strong> for the first, <strong>?</strong> for all keys.</p>`;
    }
    const isOpenTalk = current.kind === "conversation" && current.status !== "resumed";
    return html`
      ${this.head(current)}
      ${problem ? html`<div class="notice bad" role="alert">${problem}</div>` : nothing}
      ${notice ? html`<div class="notice" role="status">${notice}</div>` : nothing}
      ${this.summary(current)}
      ${current.kind === "approval"
        ? html`<approval-card
            .handoff=${current}
            .isBusy=${isBusy}
            .isMine=${isMine}
            @agent-decide=${(e: CustomEvent<{ action: Decision; note: string }>) => this.desk.decide(e.detail.action, e.detail.note)}
          ></approval-card>`
        : nothing}
      <agent-transcript
        .transcript=${transcript}
        .version=${this.version}
        @agent-flag=${(e: CustomEvent<Flag>) => this.desk.flag(e.detail.messageId, e.detail.reason, e.detail.correction)}
      ></agent-transcript>
      ${isOpenTalk && isMine
        ? html`<reply-composer
            .suggestions=${detail?.suggested_replies ?? []}
            .isBusy=${isBusy}
            @agent-reply=${(e: CustomEvent<string>) => this.reply(e.detail)}
          ></reply-composer>`
        : html`<div class="foot">${this.whyNoReply(current)}</div>`}
    `;
  }

  private head(handoff: Handoff): TemplateResult {
    const [words] = reasonOf(handoff.reason);
    return html`<header>
      <button class="button small back" part="back" @click=${() => this.dispatchEvent(new CustomEvent("queue-back"))}>Queue</button>
      <div>
        <h2>${this.desk.names.of(handoff)}</h2>
        <div class="small muted">${words} · since ${clock(handoff.waiting_since)}${handoff.claimed_by ? ` · ${handoff.claimed_by}` : ""}</div>
      </div>
      <div class="row actions">${this.actions(handoff)}</div>
    </header>`;
  }

  private actions(handoff: Handoff): TemplateResult | typeof nothing {
    const { isBusy, isMine } = this.desk;
    if (handoff.status === "waiting") {
      return html`<button class="button main" ?disabled=${isBusy} @click=${() => this.dispatchEvent(new CustomEvent("agent-claim"))}>Claim</button>`;
    }
    if (handoff.status === "claimed" && !isMine) {
      return html`<button class="button" ?disabled=${isBusy} @click=${() => this.dispatchEvent(new CustomEvent("agent-claim"))}>I hold this</button>`;
    }
    if (!isMine || handoff.kind === "approval") return nothing;
    if (this.isClosing) {
      return html`<span class="small">End it for the customer?</span>
        <button class="button danger" ?disabled=${isBusy} @click=${() => this.decide("close")}>Yes, close</button>
        <button class="button" @click=${() => (this.isClosing = false)}>No</button>`;
    }
    return html`<button class="button" ?disabled=${isBusy} @click=${() => this.decide("return_to_bot")}>Return to assistant</button>
      <button class="button" ?disabled=${isBusy} @click=${() => this.askToClose()}>Close</button>`;
  }

  private summary(handoff: Handoff): TemplateResult {
    const parts = summaryParts(handoff.summary).filter(([name]) => name !== "Reason");
    return html`<dl class="summary" aria-label="Summary">
      ${parts.map(([name, words]) => html`<div>${name ? html`<dt>${name}: </dt>` : nothing}<dd>${name === "Identity" ? spoken(words) : words}</dd></div>`)}
    </dl>`;
  }

  private whyNoReply(handoff: Handoff): string {
    if (handoff.status === "resumed") return "This hand-off is done.";
    if (handoff.kind === "approval") return "Decide above; the customer reads the result in the chat.";
    return handoff.claimed_by ? `${handoff.claimed_by} is answering this customer.` : "Claim the conversation to reply (c).";
  }

  private async decide(action: Decision): Promise<void> {
    await this.desk.decide(action);
    this.isClosing = false;
  }

  private async reply(text: string): Promise<void> {
    if (await this.desk.reply(text)) this.composer?.clear();
  }
}
