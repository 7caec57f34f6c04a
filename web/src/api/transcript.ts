import type { Handoff, Message, PendingAction, ToolCall, Turn } from "./contract.d.ts";
import type { ServerEvent } from "./server-event.ts";
import type { Status } from "./types.ts";

interface Update {
  status?: Status;
  failures?: number;
  consent?: boolean | null;
  pending_action?: PendingAction | null;
}

/** A conversation as its events tell it. Events may come twice or also as answers of calls: nothing is doubled. */
export class Transcript {
  status: Status = "open";
  consent: boolean | null = null;
  failures = 0;
  pending: PendingAction | null = null;
  handoff: Handoff | null = null;
  readonly turns = new Map<string, Turn>();
  private readonly said = new Map<string, Message>();
  private readonly streaming = new Map<string, string>();
  private readonly running = new Set<string>();
  private readonly calls = new Map<string, ToolCall[]>();

  /** Whole messages, oldest first. */
  get messages(): Message[] {
    return [...this.said.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Texts that are being written, with the ids of the messages that they will be. */
  get drafts(): { id: string; text: string }[] {
    return [...this.streaming].map(([id, text]) => ({ id, text }));
  }

  get isAnswering(): boolean {
    return this.status === "open" && this.running.size > 0;
  }

  /** The turn that is being answered now; the customer may stop it. */
  get answeringTurn(): string | null {
    return this.isAnswering ? ([...this.running][0] ?? null) : null;
  }

  callsOf(turnId: string | null): ToolCall[] {
    return turnId ? (this.turns.get(turnId)?.tool_calls ?? this.calls.get(turnId) ?? []) : [];
  }

  /** The calls that a message tells of: those of its turn, at the turn's last words of the assistant. */
  callsToldBy(message: Message): ToolCall[] {
    const last = this.messages.findLast((m) => m.turn_id === message.turn_id && m.role === "assistant");
    return last?.id === message.id ? this.callsOf(message.turn_id) : [];
  }

  /** Adds a message; says whether it was new. */
  add(message: Message): boolean {
    const isNew = !this.said.has(message.id);
    this.said.set(message.id, message);
    this.streaming.delete(message.id);
    return isNew;
  }

  /** Takes an event; answers the message that it brought, where it was a new one. */
  apply(event: ServerEvent): Message | null {
    // The contract gives each event's data its shape.
    switch (event.name) {
      case "message.completed": {
        const message = event.data as Message;
        return this.add(message) ? message : null;
      }
      case "message.delta": {
        const { message_id, text } = event.data as { message_id: string; text: string };
        if (!this.said.has(message_id)) this.streaming.set(message_id, (this.streaming.get(message_id) ?? "") + text);
        return null;
      }
      case "turn.started":
        this.begin((event.data as { id: string }).id);
        return null;
      case "turn.completed":
        this.finish(event.data as Turn);
        return null;
      case "tool.completed": {
        const { turn_id, ...call } = event.data as ToolCall & { turn_id: string };
        this.calls.set(turn_id, [...(this.calls.get(turn_id) ?? []), call]);
        return null;
      }
      case "handoff.updated":
        this.handoff = event.data as Handoff;
        return null;
      case "conversation.updated":
        this.update(event.data as Update);
        return null;
      default:
        return null;
    }
  }

  private begin(turnId: string): void {
    if (!this.turns.has(turnId)) this.running.add(turnId);
  }

  finish(turn: Turn): void {
    this.turns.set(turn.id, turn);
    this.running.delete(turn.id);
    this.calls.delete(turn.id);
    this.streaming.clear();
  }

  update(data: Update): void {
    if (data.status) this.status = data.status;
    if (data.failures !== undefined) this.failures = data.failures;
    if (data.consent !== undefined) this.consent = data.consent;
    if (data.pending_action !== undefined) this.pending = data.pending_action;
  }
}
