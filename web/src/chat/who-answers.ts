import type { Transcript } from "../wire/transcript.ts";

export interface Answerer {
  name: string;
  words: string;
  isPerson: boolean;
}

/** Who answers now, for the head of the chat. */
export function whoAnswers(transcript: Transcript): Answerer {
  const person = transcript.handoff?.claimed_by;
  if (transcript.status === "with_human" && person) return { name: person, words: "is with you now", isPerson: true };
  const spoke = transcript.messages.findLast((m) => m.role === "assistant");
  const name = spoke?.author.name.replace(" (AI)", "") ?? "Assistant";
  const words = {
    open: "answers at once, day and night",
    waiting_for_human: "is bringing in a person",
    waiting_for_approval: "waits for a colleague",
    with_human: "a person is with you",
    closed: "This conversation has ended",
  }[transcript.status];
  return { name, words, isPerson: false };
}
