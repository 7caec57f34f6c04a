import { newKey } from "../api/new-key.ts";

export interface FlagDraft {
  reason: string;
  correction: string;
}

/** Something that is sent at most once, however often it is tried: the same content goes out under the same key. */
export interface Sending {
  content: string;
  key: string;
}

/** What an agent has begun at one hand-off and not sent. */
export interface Draft {
  reply: string;
  /** The reply that is on its way, or did not get through. */
  sending: Sending | null;
  isRejecting: boolean;
  reason: string;
  isClosing: boolean;
  /** The message whose flag form is open; what was typed in each form, by message. */
  flagging: string;
  flags: Record<string, FlagDraft>;
}

const KEPT = "supportgraph:agent-drafts";
const EMPTY: Draft = { reply: "", sending: null, isRejecting: false, reason: "", isClosing: false, flagging: "", flags: {} };

/** The same content again has the same key. */
export const sendingOf = (content: string, last: Sending | null): Sending =>
  last?.content === content ? last : { content, key: newKey() };

/** The drafts of one agent in this tab, each with its hand-off: they outlive a reload and end with the hand-off or the sign-out. */
export class Drafts {
  private readonly byHandoff: Map<string, Draft>;
  private isOver = false;

  constructor(private readonly owner: string) {
    this.byHandoff = new Map(keptOf(owner));
    for (const draft of this.byHandoff.values()) draft.reply = takenBack(draft);
  }

  of(handoffId: string): Draft {
    return this.byHandoff.get(handoffId) ?? EMPTY;
  }

  /** Whether there are words that were not sent. */
  hasWords(handoffId: string): boolean {
    const { reply, reason, flags } = this.of(handoffId);
    return Boolean(reply.trim() || reason.trim() || Object.values(flags).some((f) => f.correction.trim()));
  }

  change(handoffId: string, part: Partial<Draft>): void {
    if (this.isOver) return;
    this.byHandoff.set(handoffId, { ...this.of(handoffId), ...part });
    this.keep();
  }

  drop(handoffId: string): void {
    if (this.byHandoff.delete(handoffId)) this.keep();
  }

  /** Those of other hand-offs have nothing left that they could be sent to. */
  keepOnly(handoffIds: Set<string>): void {
    for (const id of [...this.byHandoff.keys()]) if (!handoffIds.has(id)) this.drop(id);
  }

  /** At the sign-out: nothing is left, and nothing that is still under way writes anything down. */
  forget(): void {
    this.isOver = true;
    this.byHandoff.clear();
    sessionStorage.removeItem(KEPT);
  }

  private keep(): void {
    if (this.isOver) return;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ owner: this.owner, drafts: [...this.byHandoff] }));
    } catch {
      return; // a browser that keeps nothing costs the reload only
    }
  }
}

/** A reply that was on its way when the page went: back in the field, where its key keeps it from arriving twice. */
export function takenBack({ reply, sending }: Draft): string {
  if (!sending || reply.startsWith(sending.content)) return reply;
  return reply ? `${sending.content}\n${reply}` : sending.content;
}

function keptOf(owner: string): [string, Draft][] {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as { owner: string; drafts: [string, Draft][] } | null;
  if (kept?.owner === owner) return kept.drafts;
  sessionStorage.removeItem(KEPT);
  return [];
}
