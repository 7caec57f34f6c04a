import type { Transcript } from "../api/transcript.ts";
import type { QuoteState } from "./quote-card.ts";

/** What became of each quote, by the id of its message. Only the newest can still be open. */
export function quoteStates(transcript: Transcript, isBusy: boolean): Map<string, QuoteState> {
  const quotes = transcript.messages.filter((m) => m.actions.some((a) => a.kind === "confirm"));
  const states = new Map<string, QuoteState>();
  for (const [i, quote] of quotes.entries()) {
    const next = quotes[i + 1];
    const later = transcript.messages.filter((m) => m.seq > quote.seq && (!next || m.seq < next.seq));
    const wasDone = later.some((m) => transcript.callsOf(m.turn_id).some((c) => c.status === "succeeded" && c.result?.reference));
    const isPending = !next && transcript.pending !== null;
    if (isPending && transcript.status === "waiting_for_approval") states.set(quote.id, "approval");
    else if (isPending && transcript.status === "open") states.set(quote.id, isBusy ? "busy" : "open");
    else states.set(quote.id, wasDone ? "done" : "past");
  }
  return states;
}
