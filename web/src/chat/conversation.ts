import { Api } from "../api/api.ts";
import type { ConversationShown as Conversation, Message, OwnValues, Turn, WrittenValues } from "../api/contract.d.ts";
import { EventStream } from "../api/event-stream.ts";
import { newKey } from "../api/new-key.ts";
import { Problem, wordsOf } from "../api/problem.ts";
import type { ServerEvent } from "../api/server-event.ts";
import { Transcript } from "../api/transcript.ts";
import { chatTexts } from "../messages/texts.ts";
import { readSession, sessionKey, writeSession } from "./chat-session.ts";
import { newOutgoing, type Outgoing } from "./outgoing.ts";

// One file: the state of a chat and all that changes it; what is shown of it is in the elements beside.
const QUIET_MS = 250;
const TOKENS = /\[[A-Z_]+_\d+\]/;

export interface Visitor {
  server: string;
  customerToken: string;
  region: string;
  locale: string;
  pageKind: string;
}

interface Opened {
  id: string;
  token: string;
  consent: boolean | null;
  messages: Message[];
}

interface Said {
  turn: Turn;
  messages: Message[];
  conversation: { status: Conversation["status"]; failures: number };
}

/** The customer's side of one conversation: what is known of it, and what can be done. Tells `changed` after every change.
 * One file: everything here reads or changes the same state, and is read with what else changes it. */
export class ChatConversation {
  readonly transcript = new Transcript();
  outgoing: Outgoing[] = [];
  /** Null until the first line is up; the events are the truth, the answers of calls only come sooner. */
  isOnline: boolean | null = null;
  problem = "";
  notice = "";
  busyAction = "";
  /** What the customer has typed and not sent. */
  draft = "";
  /** The turn that the customer asked to stop, until that is answered. */
  stopping = "";
  rating: number | null = null;
  /** What the page offered, and this conversation begins from. */
  offerId = "";
  readonly helpful = new Map<string, boolean>();
  private api: Api;
  private readonly written = new Map<string, Record<string, string>>();
  private readonly clear = new Map<string, readonly string[]>();
  private id = "";
  private stream: EventStream | null = null;
  private readonly key: string;
  private isReplaying = false;
  private isLeft = false;
  private starting: Promise<void> | null = null;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(
    public visitor: Visitor,
    private readonly changed: (arrived: Message | null) => void,
    /** The service does not know the kept conversation any more. */
    private readonly refused: () => void,
  ) {
    this.api = new Api(visitor.server);
    this.key = sessionKey(visitor.server, visitor.customerToken, visitor.region);
  }

  /** The same visitor again, with a newer token perhaps; false where it is another. */
  renew(visitor: Visitor): boolean {
    if (sessionKey(visitor.server, visitor.customerToken, visitor.region) !== this.key) return false;
    this.visitor = visitor;
    return true;
  }

  get isStarted(): boolean {
    return this.id !== "";
  }

  get isClosed(): boolean {
    return this.transcript.status === "closed";
  }

  get wasOpen(): boolean {
    return readSession(this.key)?.isOpen ?? false;
  }

  keepOpen(isOpen: boolean): void {
    const kept = readSession(this.key);
    if (kept) writeSession(this.key, { ...kept, isOpen });
  }

  /** Goes on with the kept conversation, where there is one. */
  resume(): boolean {
    const kept = readSession(this.key);
    if (kept && !this.isStarted) {
      this.isReplaying = true;
      this.follow(kept.id, kept.token);
    }
    return this.isStarted;
  }

  /** Opens a conversation, or goes on with the kept one. Those who call while it is being opened wait for the same one. */
  start(): Promise<void> {
    if (this.resume()) return Promise.resolve();
    this.starting ??= this.openNew().finally(() => {
      this.starting = null;
      this.changed(null);
    });
    return this.starting;
  }

  get isStarting(): boolean {
    return this.starting !== null;
  }

  private async openNew(): Promise<void> {
    this.problem = "";
    const { server, customerToken, region, locale, pageKind } = this.visitor;
    try {
      const opened = await new Api(server).post<Opened>("/v1/conversations", {
        ...(customerToken ? { customer_token: customerToken } : {}),
        ...(region ? { region } : {}),
        ...(locale ? { locale } : {}),
        ...(this.offerId ? { offer_id: this.offerId } : {}),
        page: { url: location.origin + location.pathname, title: document.title.slice(0, 200), ...(pageKind ? { kind: pageKind } : {}) },
      });
      writeSession(this.key, { id: opened.id, token: opened.token, isOpen: true });
      for (const message of opened.messages) this.transcript.add(message);
      this.follow(opened.id, opened.token);
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  /** Says something; the bubble is there at once. */
  async say(text: string): Promise<void> {
    const one = newOutgoing(text);
    this.outgoing = [...this.outgoing, one];
    this.notice = "";
    await this.send(one);
  }

  /** Sends a message that failed once more, under the same key. */
  async send(one: Outgoing): Promise<void> {
    this.change(one, { state: "sending", mayHaveArrived: true, problem: "" });
    try {
      await this.ensureStarted();
      this.take(await this.api.post<Said>(this.path("messages"), { text: one.text, client_message_id: one.key }));
      this.outgoing = this.outgoing.filter((o) => o.key !== one.key);
      this.changed(null);
    } catch (error) {
      if (error instanceof Problem && error.code === "conversation_closed") this.transcript.update({ status: "closed" });
      const mayHaveArrived = error instanceof Problem && error.isPassing;
      this.change(one, { state: "failed", mayHaveArrived, problem: wordsOf(error) });
    }
  }

  /** What the waiting quote would use of the customer's own, in clear; asked for once a quote, and kept in this page only. */
  clearOf(message: Message): readonly string[] {
    const quote = message.actions.find((a) => a.kind === "confirm")?.value ?? "";
    if (!quote || !TOKENS.test(message.text)) return [];
    if (!this.clear.has(quote)) {
      this.clear.set(quote, []);
      void this.api
        .get<OwnValues>(this.path("pending-action"))
        .then(({ id, values }) => {
          if (id === quote) this.clear.set(quote, Object.values(values));
          this.changed(null);
        })
        .catch(() => undefined); // the words are there without it
    }
    return this.clear.get(quote) ?? [];
  }

  /** A person's message as they wrote it; asked for once a message, and kept in this page only. */
  asWritten(message: Message): string {
    const isPersons = message.role === "agent" || this.transcript.turns.get(message.turn_id ?? "")?.outcome === "action_refused";
    if (!isPersons || !TOKENS.test(message.text)) return message.text;
    if (!this.written.has(message.id)) {
      this.written.set(message.id, {});
      void this.api
        .get<WrittenValues>(this.path(`messages/${message.id}/values`))
        .then(({ values }) => {
          this.written.set(message.id, values);
          this.changed(null);
        })
        .catch(() => undefined); // it can be read without
    }
    const values = this.written.get(message.id) ?? {};
    return Object.entries(values).reduce((text, [token, value]) => text.replaceAll(token, () => value), message.text);
  }

  /** Presses a button of a card: `confirm` or `cancel`, of the quote that the card shows. */
  async act(name: string, quoteId: string): Promise<void> {
    if (this.busyAction) return;
    this.busyAction = name;
    await this.call(async () => {
      await this.ensureStarted();
      const action = { name, arguments: { quote_id: quoteId } };
      this.take(await this.api.post<Said>(this.path("messages"), { action, client_message_id: newKey() }));
    });
    this.busyAction = "";
    this.changed(null);
  }

  /** Stops the answer that is being made. Once it is there, or has done something, there is nothing to stop. */
  async stop(): Promise<void> {
    const turn = this.transcript.answeringTurn;
    if (!turn || this.stopping === turn) return;
    this.stopping = turn;
    await this.call(async () => {
      try {
        await this.api.post(this.path(`turns/${turn}/stop`));
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "turn_already_done") throw error;
      }
    });
    this.stopping = "";
  }

  askForPerson(): Promise<void> {
    return this.call(() => this.api.post(this.path("handoff")));
  }

  /** Gives or refuses consent; after a yes, the question that waited for it is asked again. */
  async agree(granted: boolean): Promise<void> {
    await this.call(async () => {
      await this.api.put(this.path("consent"), { granted });
      this.transcript.update({ consent: granted });
      this.notice = granted ? chatTexts.consentGiven : chatTexts.consentRefused;
    });
    const waiting = this.transcript.messages.findLast((m) => m.role === "customer");
    const outcome = this.transcript.turns.get(waiting?.turn_id ?? "")?.outcome;
    if (granted && !this.problem && waiting && outcome === "asked_for_consent") await this.say(waiting.text);
  }

  async rateAnswer(messageId: string, isHelpful: boolean): Promise<void> {
    this.helpful.set(messageId, isHelpful);
    await this.call(() => this.api.post(`/v1/messages/${messageId}/feedback`, { helpful: isHelpful }));
  }

  async rate(score: number, comment: string): Promise<void> {
    await this.call(async () => {
      await this.api.post(this.path("csat"), { score, ...(comment ? { comment } : {}) });
      this.rating = score;
    });
  }

  async close(): Promise<void> {
    await this.call(async () => {
      await this.api.post(this.path("close"));
      this.transcript.update({ status: "closed", pending_action: null });
    });
  }

  /** The end of it for this tab: the visitor's next one is another object, and what is still under way is answered into this. */
  forget(): void {
    this.hangUp();
    writeSession(this.key, null);
  }

  hangUp(): void {
    this.isLeft = true;
    this.stream?.close();
    this.stream = null;
  }

  /** Whoever writes before the conversation is there waits for it. */
  private async ensureStarted(): Promise<void> {
    if (!this.isStarted) await this.start();
    if (!this.isStarted) throw Problem.offline();
  }

  private path(name: string): string {
    return `/v1/conversations/${this.id}/${name}`;
  }

  private follow(id: string, token: string): void {
    if (this.isLeft) return; // the visitor changed while it was being opened: it is kept for its own
    this.id = id;
    this.api = new Api(this.visitor.server, token);
    this.stream = new EventStream(this.api, `${this.path("events")}?after=0`, {
      onEvent: (event) => this.hear(event),
      onLine: (isOnline) => {
        this.isOnline = isOnline;
        this.changed(null);
      },
      onRefused: () => this.refused(),
    });
  }

  private hear(event: ServerEvent): void {
    const arrived = this.transcript.apply(event);
    if (arrived?.role === "customer") this.match();
    if (this.isReplaying) this.awaitQuiet();
    this.changed(this.isReplaying ? null : arrived);
  }

  /** The customer's own words come back in the order in which they were sent: they take the oldest bubble's place. */
  private match(): void {
    const shown = this.outgoing.find((o) => o.mayHaveArrived);
    this.outgoing = this.outgoing.filter((o) => o !== shown);
  }

  /** What comes before the first quiet moment of a resumed conversation is history, not news. */
  private awaitQuiet(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.isReplaying = false;
      this.changed(null);
    }, QUIET_MS);
  }

  private take(said: Said): void {
    for (const message of said.messages) if (this.transcript.add(message)) this.changed(message);
    this.transcript.finish(said.turn);
    this.transcript.update(said.conversation);
  }

  private change(one: Outgoing, to: Partial<Outgoing>): void {
    this.outgoing = this.outgoing.map((o) => (o.key === one.key ? { ...o, ...to } : o));
    this.changed(null);
  }

  private async call(work: () => Promise<unknown>): Promise<void> {
    this.problem = "";
    try {
      await work();
    } catch (error) {
      this.problem = wordsOf(error);
    }
    this.changed(null);
  }
}
