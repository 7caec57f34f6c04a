import type { Api } from "../api/api.ts";
import type { Handoff, HandoffDetail, Message } from "../api/contract.d.ts";
import { EventStream } from "../api/event-stream.ts";
import { Problem, wordsOf } from "../api/problem.ts";
import { Transcript } from "../api/transcript.ts";
import { agentTexts } from "../messages/texts.ts";
import { type Draft, type Drafts, type FlagDraft, type Sending, sendingOf, takenBack } from "./drafts.ts";

export type Decision = "return_to_bot" | "close" | "approve" | "reject";

/** Whom an open hand-off tells. */
export interface Listener {
  changed: () => void;
  /** The hand-off is another now, by an answer to this page. */
  moved: (handoff: Handoff) => void;
  signedOut: () => void;
}

/**
 * One hand-off that this page has opened. Whatever is asked for it is answered into it, also when the agent looks at another by then.
 */
export class OpenHandoff {
  detail: HandoffDetail | null = null;
  readonly transcript = new Transcript();
  isBusy = false;
  problem = "";
  notice = "";
  private stream: EventStream | null = null;
  private flagged: Sending | null = null;

  constructor(
    public handoff: Handoff,
    private readonly api: Api,
    private readonly myName: string,
    private readonly drafts: Drafts,
    private readonly listener: Listener,
  ) {}

  get id(): string {
    return this.handoff.id;
  }

  get isMine(): boolean {
    return this.handoff.status === "claimed" && this.handoff.claimed_by === this.myName;
  }

  get draft(): Draft {
    return this.drafts.of(this.id);
  }

  change(part: Partial<Draft>): void {
    this.drafts.change(this.id, part);
    this.listener.changed();
  }

  beginFlag(messageId: string): void {
    if (messageId) this.change({ flagging: messageId });
  }

  writeFlag(messageId: string, flag: FlagDraft | null): void {
    const { [messageId]: _, ...others } = this.draft.flags;
    this.change(flag ? { flags: { ...others, [messageId]: flag } } : { flags: others, flagging: "" });
  }

  /** Follows the conversation, while the agent looks at it. */
  watch(): void {
    if (this.stream) return;
    this.stream = new EventStream(this.api, `/v1/conversations/${this.handoff.conversation_id}/events?after=0`, {
      onEvent: (event) => {
        const arrived = this.transcript.apply(event);
        const told = event.name === "handoff.updated" ? (event.data as Handoff) : null;
        if (told?.id === this.id && told.status === "resumed") this.take(told);
        this.listener.changed();
        // New words of the customer want new suggestions.
        if (arrived?.role === "customer" && this.detail) void this.refresh();
      },
      onLine: () => undefined,
      onRefused: (problem) => {
        this.problem = wordsOf(problem);
        this.listener.changed();
      },
    });
    void this.refresh();
  }

  rest(): void {
    this.stream?.close();
    this.stream = null;
  }

  /** What the queue or an answer says of it; once it is resumed nothing that was begun can be sent any more. */
  take(handoff: Handoff): void {
    if (this.handoff.status === "resumed") return;
    this.handoff = handoff;
    if (handoff.status === "resumed") this.drafts.drop(this.id);
  }

  claim(): Promise<boolean> {
    return this.move("claim");
  }

  async release(): Promise<boolean> {
    const isReleased = await this.move("release");
    if (isReleased) this.notice = agentTexts.released;
    return isReleased;
  }

  /** The field is empty at once, for the next words; what does not get through comes back into it. */
  async reply(text: string): Promise<void> {
    if (this.isBusy) return;
    const sending = sendingOf(text, this.draft.sending);
    this.change({ reply: "", sending });
    const isSent = await this.work(async () => {
      this.transcript.add(await this.api.post<Message>(`/v1/handoffs/${this.id}/messages`, { text }, sending.key));
    });
    if (isSent) this.change({ sending: null });
    else this.change({ reply: takenBack(this.draft) });
  }

  decide(action: Decision, note = ""): Promise<boolean> {
    return this.work(async () => {
      const body = { action, ...(note ? { note } : {}) };
      const answer = await this.api.post<{ handoff: Handoff; messages: Message[] }>(`/v1/handoffs/${this.id}/resume`, body);
      for (const message of answer.messages) this.transcript.add(message);
      this.take(answer.handoff);
      this.listener.moved(answer.handoff);
      this.notice = agentTexts.decided[action];
    });
  }

  async flag(messageId: string): Promise<void> {
    const { reason, correction } = this.draft.flags[messageId] ?? { reason: "wrong", correction: "" };
    const body = { reason, ...(correction.trim() ? { correction: correction.trim() } : {}) };
    this.flagged = sendingOf(JSON.stringify([messageId, body]), this.flagged);
    const { key } = this.flagged;
    const isFlagged = await this.work(async () => {
      await this.api.post(`/v1/messages/${messageId}/flags`, body, key);
      this.notice = agentTexts.flagged;
    });
    if (isFlagged) this.writeFlag(messageId, null);
  }

  /** The whole conversation, masked, as a case of the eval suite `conversations`. */
  keepAsCase(): Promise<boolean> {
    return this.work(async () => {
      await this.api.post(`/v1/conversations/${this.handoff.conversation_id}/eval-case`, {});
      this.notice = agentTexts.keptAsCase;
    });
  }

  private move(what: "claim" | "release"): Promise<boolean> {
    return this.work(async () => {
      const moved = await this.api.post<Handoff>(`/v1/handoffs/${this.id}/${what}`);
      this.take(moved);
      this.listener.moved(moved);
    });
  }

  private async refresh(): Promise<void> {
    try {
      this.detail = await this.api.get<HandoffDetail>(`/v1/handoffs/${this.id}`);
      for (const message of this.detail.transcript) this.transcript.add(message);
    } catch (error) {
      this.problem = wordsOf(error);
    }
    this.listener.changed();
  }

  /** One thing at a time: a second press while the first is under way does nothing. */
  private async work(job: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    Object.assign(this, { isBusy: true, problem: "", notice: "" });
    this.listener.changed();
    try {
      await job();
      return true;
    } catch (error) {
      this.problem = wordsOf(error);
      if (error instanceof Problem && error.status === 401) this.listener.signedOut();
      return false;
    } finally {
      this.isBusy = false;
      this.listener.changed();
      if (!this.problem) void this.refresh();
    }
  }
}
