import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Button, Message } from "../api/contract.d.ts";
import { clock } from "../text/format.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";
import type { ChatComposer } from "./chat-composer.ts";
import "./chat-composer.ts";
import { AGREES } from "../api/known-words.ts";
import { isConsent } from "./chat-message.ts";
import { panelStyle } from "./chat-panel-style.ts";
import "./chat-rating.ts";
import { chatTexts } from "../messages/texts.ts";
import type { ChatConversation } from "./conversation.ts";
import type { Outgoing } from "./outgoing.ts";
import { quoteStates } from "./quote-states.ts";
import { whoAnswers } from "./who-answers.ts";

const NEAR_END_PX = 120; // closer than this to the end, new messages move the view
const UNHELPFUL = new Set(["not_understood", "no_answer_found", "error", "action_refused"]);

/** The open chat: who answers, what was said, where to write. Fires `chat-close` and `chat-new`. */
@customElement("chat-panel")
export class ChatPanel extends LitElement {
  @property({ attribute: false }) conversation!: ChatConversation;
  /** Counts the conversation's changes: a new number draws anew. */
  @property({ attribute: false }) version = 0;
  @property() locale = "en-US";
  @state() private announced = "";
  @query(".log") private log!: HTMLElement;
  @query("chat-composer") private composer!: ChatComposer | null;
  @query(".messages") private inner!: HTMLElement;
  @state() private hasNews = false;
  private lastShown = "";
  private isAtEnd = true;
  private lastTop = 0;
  private growth: ResizeObserver | null = null;

  static override styles = [controls, richTextStyle, panelStyle];

  focusComposer(): void {
    void this.updateComplete.then(() => this.composer?.focusField());
  }

  /** Reads a message out to those who do not see it arrive. */
  announce(message: Message): void {
    this.announced = `${message.author.name}: ${message.text}`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.growth?.disconnect();
  }

  protected override firstUpdated(): void {
    this.growth = new ResizeObserver(() => this.keepEnd());
    this.growth.observe(this.log);
    this.growth.observe(this.inner);
  }

  protected override updated(): void {
    const last = this.inner.querySelector<HTMLElement>("chat-message:last-of-type");
    const key = last?.dataset.key ?? "";
    if (last && key !== this.lastShown) {
      this.lastShown = key;
      this.hasNews = !this.isAtEnd;
    }
  }

  /** Keeps the newest in view; an answer longer than the view is shown from its beginning. */
  private keepEnd(): void {
    if (!this.isAtEnd) return;
    const last = this.inner.lastElementChild;
    const start = last instanceof HTMLElement ? last.offsetTop - this.log.offsetTop - 12 : 0;
    this.log.scrollTop = Math.min(start, this.log.scrollHeight);
  }

  private goToEnd(): void {
    this.isAtEnd = true;
    this.hasNews = false;
    this.log.scrollTop = this.log.scrollHeight;
  }

  private onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    // Only a move upwards is the reader's: content that grows below also leaves the end behind.
    if (scrollTop < this.lastTop) this.isAtEnd = false;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) {
      this.isAtEnd = true;
      this.hasNews = false;
    }
    this.lastTop = scrollTop;
  }

  protected override render(): TemplateResult {
    return html`<section role="dialog" aria-label=${chatTexts.chat} @keydown=${this.onKey}>
      ${this.head()} ${this.lineNotice()}
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label=${chatTexts.conversation}
        tabindex="0"
        @chat-reply=${(e: CustomEvent<Button>) => this.press(e.detail)}
        @chat-handoff=${this.askForPerson}
        @chat-act=${this.act}
        @scroll=${this.onScroll}
        @chat-helpful=${(e: CustomEvent<{ id: string; isHelpful: boolean }>) =>
          this.conversation.rateAnswer(e.detail.id, e.detail.isHelpful)}
      >
        <div class="messages">${this.messages()}</div>
      </div>
      ${this.hasNews ? html`<button class="button small news" @click=${this.goToEnd}>${chatTexts.newMessages} ${icon("down", 14)}</button>` : nothing}
      <div class="visually-hidden" aria-live="polite">${this.announced}</div>
      ${this.foot()}
    </section>`;
  }

  private head(): TemplateResult {
    const { name, words, isPerson } = whoAnswers(this.conversation.transcript);
    const canEnd = this.conversation.isStarted && !this.conversation.isClosed;
    return html`<header>
      <span class="avatar ${isPerson ? "human" : ""}" aria-hidden="true">${name.charAt(0)}</span>
      <div class="answers">
        <h2>${name} · ${isPerson ? chatTexts.person : chatTexts.aiAssistant}</h2>
        <div class="small">${words}</div>
      </div>
      ${
        canEnd
          ? html`<button class="icon" aria-label=${chatTexts.end} title=${chatTexts.end} @click=${() => this.conversation.close()}>
            ${icon("door", 20)}
          </button>`
          : nothing
      }
      <button class="icon" aria-label=${chatTexts.close} title=${chatTexts.close} @click=${this.leave}>${icon("down", 20)}</button>
    </header>`;
  }

  private lineNotice(): TemplateResult | typeof nothing {
    const { isOnline, problem, isStarted, transcript } = this.conversation;
    if (isOnline === false) return html`<div class="notice warn" role="status">${chatTexts.connectionLost}</div>`;
    if (problem) {
      return html`<div class="notice bad" role="alert">
        ${problem}
        ${isStarted ? nothing : html`<button class="plain" @click=${() => this.conversation.start()}>${chatTexts.tryAgain}</button>`}
      </div>`;
    }
    const since = transcript.handoff ? chatTexts.since(clock(transcript.handoff.waiting_since, this.locale)) : "";
    if (transcript.status === "waiting_for_human") {
      return html`<div class="notice" role="status">${chatTexts.inQueue(since)}</div>`;
    }
    if (transcript.status === "waiting_for_approval") {
      return html`<div class="notice" role="status">${chatTexts.beingApproved(since)}</div>`;
    }
    return nothing;
  }

  private messages(): TemplateResult {
    const { transcript, outgoing, notice, isStarting } = this.conversation;
    const { messages, drafts } = transcript;
    if (!messages.length && !outgoing.length) {
      return html`<div class="empty">${isStarting ? chatTexts.opening : nothing}</div>`;
    }
    const latestCustomer = messages.findLastIndex((m) => m.role === "customer");
    const quotes = quoteStates(transcript, this.conversation.busyAction !== "");
    const shown = messages.map((message, i) => ({ message, before: messages[i - 1], isLatest: i > latestCustomer && !outgoing.length }));
    return html`${repeat(
      shown,
      ({ message }) => message.id,
      ({ message, before, isLatest }) =>
        html`<chat-message
            data-key=${message.id}
            .message=${message}
            .text=${this.conversation.asWritten(message)}
            .calls=${transcript.callsToldBy(message)}
            .quoteState=${quotes.get(message.id) ?? "past"}
            .clear=${quotes.get(message.id) === "open" ? this.conversation.clearOf(message) : []}
            .isLatest=${isLatest && transcript.status === "open"}
            .opensGroup=${before?.author.name !== message.author.name || before.role !== message.role}
            .offersPerson=${UNHELPFUL.has(transcript.turns.get(message.turn_id ?? "")?.outcome ?? "")}
            .helpful=${this.conversation.helpful.get(message.id)}
            .server=${this.conversation.visitor.server}
            .locale=${this.locale}
          ></chat-message>`,
    )}
      ${drafts.map((d) => html`<div class="draft" data-key=${d.id}><div class="text">${richText(d.text)}</div></div>`)}
      ${notice ? html`<div class="line" data-key="notice">${notice}</div>` : nothing}
      ${repeat(
        outgoing,
        (o) => o.key,
        (o) => this.own(o),
      )}
      ${this.isTyping ? html`<div class="typing" role="status" data-key="typing" aria-label=${chatTexts.writes}><i></i><i></i><i></i></div>` : nothing}`;
  }

  private get isTyping(): boolean {
    const { transcript, outgoing, busyAction } = this.conversation;
    if (transcript.drafts.length) return false;
    const isSending = transcript.status === "open" && (busyAction !== "" || outgoing.some((o) => o.state === "sending"));
    return transcript.isAnswering || isSending;
  }

  private own(one: Outgoing): TemplateResult {
    return html`<div class="outgoing ${one.state}" data-key=${one.key}>
      <div class="bubble"><div class="text">${richText(one.text)}</div></div>
      ${
        one.state === "sending"
          ? html`<div class="small muted">${chatTexts.sending}</div>`
          : html`<div class="error" role="alert">
            ${chatTexts.notSent(one.problem)}
            <button class="plain" @click=${() => this.conversation.send(one)}>${chatTexts.tryAgain}</button>
          </div>`
      }
    </div>`;
  }

  private foot(): TemplateResult {
    const { isClosed, transcript, rating, isStarted } = this.conversation;
    if (isClosed) {
      return html`<chat-rating
        .given=${rating}
        @chat-rate=${(e: CustomEvent<{ score: number; comment: string }>) => this.conversation.rate(e.detail.score, e.detail.comment)}
        @chat-new=${() => this.dispatchEvent(new CustomEvent("chat-new"))}
      ></chat-rating>`;
    }
    const isWaiting = transcript.status !== "open";
    return html`<chat-composer
      .canAskForPerson=${isStarted && !isWaiting}
      .canStop=${transcript.answeringTurn !== null && this.conversation.stopping === ""}
      .text=${this.conversation.draft}
      .hint=${isWaiting ? chatTexts.writeToTeam : chatTexts.write}
      @chat-draft=${(e: CustomEvent<string>) => (this.conversation.draft = e.detail)}
      @chat-say=${this.say}
      @chat-stop=${() => this.conversation.stop()}
      @chat-handoff=${this.askForPerson}
    ></chat-composer>`;
  }

  private say(event: CustomEvent<string>): void {
    this.goToEnd();
    void this.conversation.say(event.detail);
  }

  private act(event: CustomEvent<{ name: string; quoteId: string }>): void {
    this.goToEnd();
    void this.conversation.act(event.detail.name, event.detail.quoteId);
  }

  private askForPerson(): void {
    this.goToEnd();
    void this.conversation.askForPerson();
  }

  private press(button: Button): void {
    this.goToEnd();
    if (isConsent(button)) void this.conversation.agree(button.value === AGREES);
    else void this.conversation.say(button.value);
    this.focusComposer();
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent("chat-close"));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.leave();
  }
}
