import type { ReadAct } from "../api/contract.d.ts";
import { agentTexts } from "../messages/texts.ts";
import { spoken } from "../text/format.ts";

/** What was read in one clause of a customer's message: the words of a chip, the clause itself, and whether it cannot wait. */
export interface ReadChip {
  words: string;
  clause: string;
  isUrgent: boolean;
}

/** The chips of a message, in its order. Small talk has none: it asks for nothing. */
export function chipsOf(acts: ReadAct[]): ReadChip[] {
  return acts.filter((act) => act.act !== "talk").map((act) => ({ words: wordsOf(act), clause: act.text, isUrgent: act.act === "urgent" }));
}

function wordsOf(act: ReadAct): string {
  const { kinds, denied, pieces } = agentTexts.read;
  const kind = act.negated && act.act === "wish" ? denied : kinds[act.act];
  const told = [
    act.intent && act.intent !== "report_problem" && act.act !== "urgent" ? spoken(act.intent).toLowerCase() : null,
    act.reason ? spoken(act.reason).toLowerCase() : null,
    act.quantity === null ? null : pieces(act.quantity),
    act.order_id,
    act.amount,
  ].filter((part) => part !== null);
  return told.length ? `${kind}: ${told.join(" · ")}` : kind;
}
