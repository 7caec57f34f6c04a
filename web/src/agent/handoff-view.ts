import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Handoff } from "../api/contract.d.ts";
import { SUMMARY } from "../api/known-words.ts";
import { clock, spoken } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import "./agent-transcript.ts";
import type { AgentTranscript } from "./agent-transcript.ts";
import "./approval-card.ts";
import type { Draft } from "./drafts.ts";
import type { Decision, OpenHandoff } from "./open-handoff.ts";
import type { QueueNames } from "./queue-names.ts";
import "./reply-composer.ts";
import { agentTexts } from "../messages/texts.ts";
import { reasonOf, summaryParts } from "./reasons.ts";
import type { ReplyComposer } from "./reply-composer.ts";

/** The hand-off in hand: why it is here, the conversation, and what can be done. */
@customElement("handoff-view")
export class HandoffView extends LitElement {
  @property({ attribute: false }) hand: OpenHandoff | null = null;
  @property({ attribute: false }) names!: QueueNames;
  @property({ attribute: false }) version = 0;
  /** An administrator may free what somebody else holds. */
  @property({ type: Boolean }) isAdmin = false;
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
      .whom {
        flex: 1 1 220px;
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
      @media (max-width: 900px) {
        header {
          padding-inline: 16px;
        }
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
    if (this.hand?.handoff.kind === "conversation" && this.hand.isMine) this.hand.change({ isClosing: true });
  }

  protected override render(): TemplateResult {
    if (!this.hand) {
      return html`<p class="empty">
        ${agentTexts.chooseConversation}<br />${agentTexts.pressKeys(html`<strong>j</strong>`, html`<strong>?</strong>`)}
      </p>`;
    }
    // Another hand-off is other elements: nothing of one, typed, open or focused, is left at the next.
    return html`${keyed(this.hand.id, this.inHand(this.hand))}`;
  }

  private inHand(hand: OpenHandoff): TemplateResult {
    const { handoff, problem, notice, draft, isBusy, isMine } = hand;
    const change = (e: CustomEvent<Partial<Draft>>): void => hand.change(e.detail);
    return html`
      ${this.head(hand)}
      ${problem ? html`<div class="notice bad" role="alert">${problem}</div>` : nothing}
      ${notice ? html`<div class="notice" role="status">${notice}</div>` : nothing}
      ${this.summary(handoff)}
      ${
        handoff.kind === "approval"
          ? html`<approval-card
            .handoff=${handoff}
            .draft=${draft}
            .isBusy=${isBusy}
            .isMine=${isMine}
            @draft-change=${change}
            @agent-decide=${(e: CustomEvent<{ action: Decision; note: string }>) => hand.decide(e.detail.action, e.detail.note)}
          ></approval-card>`
          : nothing
      }
      <agent-transcript .hand=${hand} .version=${this.version}></agent-transcript>
      ${
        handoff.kind === "conversation" && isMine
          ? html`<reply-composer
            .suggestions=${hand.detail?.suggested_replies ?? []}
            .text=${draft.reply}
            .isBusy=${isBusy}
            @draft-change=${(e: CustomEvent<string>) => hand.change({ reply: e.detail })}
            @agent-reply=${(e: CustomEvent<string>) => hand.reply(e.detail)}
          ></reply-composer>`
          : html`<div class="foot">${whyNoReply(hand)}</div>`
      }
    `;
  }

  private head(hand: OpenHandoff): TemplateResult {
    const { handoff } = hand;
    const [words] = reasonOf(handoff.reason);
    return html`<header>
      <button class="button small back" part="back" @click=${() => this.dispatchEvent(new CustomEvent("queue-back"))}>${agentTexts.queue}</button>
      <div class="whom">
        <h2>${this.names.of(handoff)}</h2>
        <div class="small muted">${words} · ${agentTexts.since(clock(handoff.waiting_since))}${handoff.claimed_by ? ` · ${handoff.claimed_by}` : ""}</div>
      </div>
      <div class="row actions">
        <button class="button" title=${agentTexts.keepAsCaseTitle} ?disabled=${hand.isBusy} @click=${() => hand.keepAsCase()}>${agentTexts.keepAsCase}</button>
        ${this.actions(hand)}
      </div>
    </header>`;
  }

  private actions(hand: OpenHandoff): TemplateResult | typeof nothing {
    const { handoff, isBusy, isMine, draft } = hand;
    if (handoff.status === "waiting") {
      return html`<button class="button main" ?disabled=${isBusy} @click=${() => this.dispatchEvent(new CustomEvent("agent-claim"))}>${agentTexts.claim}</button>`;
    }
    if (handoff.status !== "claimed" || !(isMine || this.isAdmin)) return nothing;
    const release = html`<button class="button" title=${agentTexts.releaseTitle} ?disabled=${isBusy} @click=${() => hand.release()}>${agentTexts.release}</button>`;
    if (!isMine || handoff.kind === "approval") return release;
    if (draft.isClosing) {
      return html`<span class="small">${agentTexts.closeQuestion}</span>
        <button class="button danger" ?disabled=${isBusy} @click=${() => hand.decide("close")}>${agentTexts.closeYes}</button>
        <button class="button" @click=${() => hand.change({ isClosing: false })}>${agentTexts.closeNo}</button>`;
    }
    return html`${release}
      <button class="button" ?disabled=${isBusy} @click=${() => hand.decide("return_to_bot")}>${agentTexts.returnToAssistant}</button>
      <button class="button" ?disabled=${isBusy} @click=${() => this.askToClose()}>${agentTexts.close}</button>`;
  }

  private summary(handoff: Handoff): TemplateResult {
    const parts = summaryParts(handoff.summary).filter(([name]) => name !== SUMMARY.reason);
    return html`<dl class="summary" aria-label=${agentTexts.summary}>
      ${parts.map(([name, words]) => html`<div>${name ? html`<dt>${name}: </dt>` : nothing}<dd>${name === SUMMARY.identity ? spoken(words) : words}</dd></div>`)}
    </dl>`;
  }
}

function whyNoReply({ handoff, draft }: OpenHandoff): string {
  const { done, approval, held, unclaimed, kept } = agentTexts.noReply;
  if (handoff.status === "resumed") return done;
  if (handoff.kind === "approval") return approval;
  const why = handoff.claimed_by ? held(handoff.claimed_by) : unclaimed;
  return draft.reply.trim() ? `${why} ${kept}` : why;
}
