import type { Handoff } from "../api/contract.d.ts";
import { staffTexts } from "../messages/texts.ts";

export type Tone = "accent" | "warn" | "danger" | "plain";

type Reason = Handoff["reason"];

const TONES: Record<Reason, Tone> = {
  customer_request: "accent",
  repeated_failure: "warn",
  no_answer: "warn",
  low_confidence: "warn",
  policy: "plain",
  approval_needed: "accent",
  identity_not_verified: "warn",
  tool_failure: "danger",
  sentiment: "danger",
  safety: "danger",
  model_unavailable: "plain",
  agent_took_over: "plain",
};

const isKnown = (reason: string): reason is Reason => Object.hasOwn(TONES, reason);

/** Why a conversation is here, in a word and a colour; a reason that this page does not know is shown as it is. */
export const reasonOf = (reason: string): [words: string, tone: Tone] =>
  isKnown(reason) ? [staffTexts.handoffReasons[reason], TONES[reason]] : [reason, "plain"];

/** How long is too long: minutes until a waiting time turns amber, then red. */
export function urgency(waitingSince: string, now: number): "" | "late" | "very-late" {
  const minutes = (now - Date.parse(waitingSince)) / 60_000;
  return minutes > 10 ? "very-late" : minutes > 3 ? "late" : "";
}

/** The summary's parts: `Wants: … · Order: …` as pairs. */
export function summaryParts(summary: string): [name: string, words: string][] {
  return summary
    .split(" · ")
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf(": ");
      return at < 0 ? ["", part] : [part.slice(0, at), part.slice(at + 2)];
    });
}
