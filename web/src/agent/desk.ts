import type { Api } from "../api/api.ts";
import type { Handoff, StaffAnswer as Staff } from "../api/contract.d.ts";
import { EventStream } from "../api/event-stream.ts";
import { Drafts } from "./drafts.ts";
import { OpenHandoff } from "./open-handoff.ts";
import { QueueNames } from "./queue-names.ts";

const WHOLE_QUEUE = 200; // the stream tells no more: what is missing in a queue of this length may still be there

/** What was begun at a hand-off: words that were not sent yet, or a reply that did not get through. */
export type Mark = "draft" | "notSent";

/** The agent's desk: the queue, and the hand-offs that were opened from it, one of them in hand. Tells `changed` after every change. */
export class Desk {
  queue: Handoff[] | null = null;
  current: OpenHandoff | null = null;
  isOnline: boolean | null = null;
  readonly names: QueueNames;
  private readonly drafts: Drafts;
  private readonly opened = new Map<string, OpenHandoff>();
  private readonly stream: EventStream;

  constructor(
    readonly api: Api,
    readonly me: Staff,
    private readonly changed: () => void,
    private readonly signedOut: () => void,
  ) {
    this.names = new QueueNames(api);
    this.drafts = new Drafts(me.name);
    this.stream = new EventStream(api, "/v1/handoffs/events", {
      onEvent: (event) => this.takeQueue((event.data as { items: Handoff[] }).items),
      onLine: (isOnline) => {
        this.isOnline = isOnline;
        this.changed();
      },
      onRefused: () => this.signedOut(),
    });
  }

  /** The page goes; what was begun stays in the tab for a reload. */
  leave(): void {
    this.stream.close();
    this.current?.rest();
  }

  /** The agent goes: nothing of theirs is left for the next. */
  forget(): void {
    this.drafts.forget();
  }

  /** Whether something was begun at a hand-off, for the queue to say it. */
  markOf(handoffId: string): Mark | null {
    if (!this.drafts.hasWords(handoffId)) return null;
    return this.opened.get(handoffId)?.problem ? "notSent" : "draft";
  }

  open(handoff: Handoff): void {
    if (this.current?.id === handoff.id) return;
    this.current?.rest();
    this.current = this.opened.get(handoff.id) ?? this.handOf(handoff);
    this.current.watch();
    this.changed();
  }

  private handOf(handoff: Handoff): OpenHandoff {
    const opened = new OpenHandoff(handoff, this.api, this.me.name, this.drafts, {
      changed: this.changed,
      moved: (moved) => this.move(moved),
      signedOut: this.signedOut,
    });
    this.opened.set(handoff.id, opened);
    return opened;
  }

  /** The queue shows at once what was done here; its stream says the same a moment later. */
  private move(moved: Handoff): void {
    const others = this.queue?.filter((h) => h.id !== moved.id) ?? [];
    const all = moved.status === "resumed" ? others : [...others, moved];
    this.queue = all.sort((a, b) => a.waiting_since.localeCompare(b.waiting_since) || a.id.localeCompare(b.id));
  }

  private takeQueue(items: Handoff[]): void {
    this.queue = items;
    for (const item of items) this.opened.get(item.id)?.take(item);
    if (items.length < WHOLE_QUEUE) this.putAway(new Set(items.map((h) => h.id)));
    this.changed();
    this.names.learn(items).then(
      () => this.changed(),
      () => undefined, // the queue is whole without names, and asks again with its next change
    );
  }

  /** What is no longer in the queue is resumed, whoever did it. */
  private putAway(there: Set<string>): void {
    this.drafts.keepOnly(there);
    for (const [id, opened] of this.opened) {
      if (there.has(id)) continue;
      opened.take({ ...opened.handoff, status: "resumed" });
      if (opened !== this.current) this.opened.delete(id);
    }
  }
}
