export type Tone = "accent" | "warn" | "danger" | "plain";

const REASONS: Record<string, [words: string, tone: Tone]> = {
  customer_request: ["Asked for a person", "accent"],
  repeated_failure: ["Assistant failed", "warn"],
  no_answer: ["No answer found", "warn"],
  low_confidence: ["Unsure", "warn"],
  policy: ["Policy", "plain"],
  approval_needed: ["Approval", "accent"],
  identity_not_verified: ["Identity", "warn"],
  tool_failure: ["Order system", "danger"],
  sentiment: ["Upset", "danger"],
  safety: ["Safety", "danger"],
  model_unavailable: ["Model away", "plain"],
  agent_took_over: ["Taken over", "plain"],
};

/** Why a conversation is here, in a word and a colour. */
export const reasonOf = (reason: string): [words: string, tone: Tone] => REASONS[reason] ?? [reason, "plain"];

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
