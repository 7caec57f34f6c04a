import type { Transcript } from "../api/transcript.ts";
import { chatTexts } from "../messages/texts.ts";

export interface Answerer {
  name: string;
  words: string;
  isPerson: boolean;
}

/** Who answers now, for the head of the chat. */
export function whoAnswers(transcript: Transcript): Answerer {
  const person = transcript.handoff?.claimed_by;
  if (transcript.status === "with_human" && person) return { name: person, words: chatTexts.personIsHere, isPerson: true };
  const spoke = transcript.messages.findLast((m) => m.role === "assistant");
  const name = spoke?.author.name.replace(" (AI)", "") ?? chatTexts.assistant;
  return { name, words: chatTexts.answers[transcript.status], isPerson: false };
}
