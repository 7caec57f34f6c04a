import type { Api } from "../wire/api.ts";
import { EventStream } from "../wire/event-stream.ts";
import { Problem, wordsOf } from "../wire/problem.ts";
import type { Handoff, HandoffDetail, Message } from "../wire/shapes.ts";
import { Transcript } from "../wire/transcript.ts";
import { QueueNames } from "./queue-names.ts";

export type Decision = "return_to_bot" | "close" | "approve" | "reject";

const DONE: Record<Decision, string> = {
  return_to_bot: "Returned to the assistant.",
  close: "Conversation closed.",
  approve: "Approved.",
  reject: "Rejected. The customer reads your reason.",
};
const MY_NAME = "supportgraph:staff-name";

/** The agent's desk: the queue, the hand-off in hand, and what can be done with it. Tells `changed` after every change. */
export class Desk {
  queue: Handoff[] | null = null;
  current: Handoff | null = null;
  detail: HandoffDetail | null = null;
  transcript = new Transcript();
  isOnline: boolean | null = null;
  isBusy = false;
  problem = "";
  notice = "";
  /** Known from the first claim; until then every claimed hand-off may be ours. */
  myName = sessionStorage.getItem(MY_NAME) ?? "";
  readonly names: QueueNames;
  private readonly queueStream: EventStream;
  private conversationStream: EventStream | null = null;

  constructor(
    private readonly api: Api,
    private readonly changed: () => void,
    private readonly signedOut: () => void,
  ) {
    this.names = new QueueNames(api);
    this.queueStream = new EventStream(api, "/v1/handoffs/events", {
      onEvent: (event) => this.takeQueue((event.data as { items: Handoff[] }).items),
      onLine: (isOnline) => {
        this.isOnline = isOnline;
        this.changed();
      },
      onRefused: () => this.signedOut(),
    });
  }

  leave(): void {
    this.queueStream.close();
    this.conversationStream?.close();
  }

  get isMine(): boolean {
    return this.current?.status === "claimed" && this.current.claimed_by === this.myName;
  }

  /** Opens a hand-off: its events tell the conversation, the detail who the customer is. */
  async open(handoff: Handoff): Promise<void> {
    if (this.current?.id === handoff.id) return;
    this.conversationStream?.close();
    Object.assign(this, { current: handoff, detail: null, transcript: new Transcript(), problem: "", notice: "" });
    this.conversationStream = new EventStream(this.api, `/v1/conversations/${handoff.conversation_id}/events?after=0`, {
      onEvent: (event) => {
        const arrived = this.transcript.apply(event);
        this.changed();
        // New words of the customer want new suggestions.
        if (arrived?.role === "customer" && this.detail) void this.refresh();
      },
      onLine: () => undefined,
      onRefused: (problem) => this.fail(problem),
    });
    this.changed();
    await this.refresh();
  }

  async claim(): Promise<void> {
    await this.work(async (handoff) => {
      const claimed = await this.api.post<Handoff>(`/v1/handoffs/${handoff.id}/claim`);
      this.myName = claimed.claimed_by ?? "";
      sessionStorage.setItem(MY_NAME, this.myName);
      this.current = claimed;
    });
  }

  async reply(text: string): Promise<boolean> {
    return this.work(async (handoff) => {
      this.transcript.add(await this.api.post<Message>(`/v1/handoffs/${handoff.id}/messages`, { text }));
    });
  }

  async decide(action: Decision, note = ""): Promise<boolean> {
    return this.work(async (handoff) => {
      const body = { action, ...(note ? { note } : {}) };
      const answer = await this.api.post<{ handoff: Handoff; messages: Message[] }>(`/v1/handoffs/${handoff.id}/resume`, body);
      for (const message of answer.messages) this.transcript.add(message);
      this.current = answer.handoff;
      this.queue = this.queue?.filter((h) => h.id !== handoff.id) ?? null;
      this.notice = DONE[action];
    });
  }

  async flag(messageId: string, reason: string, correction: string): Promise<boolean> {
    return this.work(async () => {
      await this.api.post(`/v1/messages/${messageId}/flags`, { reason, ...(correction ? { correction } : {}) });
      this.notice = "Flagged. It is in the administration's list now.";
    });
  }

  private async refresh(): Promise<void> {
    const id = this.current?.id;
    if (!id) return;
    try {
      const detail = await this.api.get<HandoffDetail>(`/v1/handoffs/${id}`);
      if (this.current?.id !== id) return;
      this.detail = detail;
      for (const message of detail.transcript) this.transcript.add(message);
    } catch (error) {
      this.problem = wordsOf(error);
    }
    this.changed();
  }

  private takeQueue(items: Handoff[]): void {
    this.queue = items;
    const now = items.find((h) => h.id === this.current?.id);
    if (now) this.current = now;
    this.changed();
    this.names.learn(items).then(
      () => this.changed(),
      (error: unknown) => this.fail(error),
    );
  }

  private fail(error: unknown): void {
    this.problem = wordsOf(error);
    this.changed();
  }

  private async work(job: (handoff: Handoff) => Promise<void>): Promise<boolean> {
    const handoff = this.current;
    if (!handoff || this.isBusy) return false;
    Object.assign(this, { isBusy: true, problem: "", notice: "" });
    this.changed();
    try {
      await job(handoff);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.signedOut();
      this.problem = wordsOf(error);
      return false;
    } finally {
      this.isBusy = false;
      this.changed();
      if (!this.problem) void this.refresh();
    }
  }
}
