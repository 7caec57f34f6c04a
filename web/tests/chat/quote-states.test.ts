import { expect, test } from "vitest";
import type { Button } from "../../src/api/contract.d.ts";
import { Transcript } from "../../src/api/transcript.ts";
import { quoteStates } from "../../src/chat/quote-states.ts";
import { message, turn } from "../api/examples.ts";

const CONFIRM: Button = { id: "b", label: "Refund", kind: "confirm", value: "q" };
const PENDING = { id: "q1", name: "refund_order", arguments: {}, amount: null, method_id: null, expires_at: "2026-03-01T11:00:00Z" };
const REFUNDED = { name: "refund_order", arguments: {}, status: "succeeded", result: { reference: "R1" } } as const;

function conversation() {
  const transcript = new Transcript();
  const say = (of: Parameters<typeof message>[0]) => {
    const said = message(of);
    transcript.add(said);
    return said.id;
  };
  return { transcript, say };
}

test("the newest quote is open while its action is pending, and busy while it is sent", () => {
  const { transcript, say } = conversation();
  const quote = say({ actions: [CONFIRM] });
  transcript.update({ pending_action: PENDING });
  expect(quoteStates(transcript, false).get(quote)).toBe("open");
  expect(quoteStates(transcript, true).get(quote)).toBe("busy");
  transcript.update({ status: "waiting_for_approval" });
  expect(quoteStates(transcript, false).get(quote)).toBe("approval");
});

test("a quote that was not taken is past, one that was is done: also where another follows", () => {
  const { transcript, say } = conversation();
  const dropped = say({ actions: [CONFIRM] });
  const taken = say({ actions: [CONFIRM] });
  say({ turn_id: "t1" });
  transcript.finish(turn({ tool_calls: [REFUNDED] }));
  const newest = say({ actions: [CONFIRM] });
  transcript.update({ pending_action: PENDING });
  expect([...quoteStates(transcript, false)]).toEqual([
    [dropped, "past"],
    [taken, "done"],
    [newest, "open"],
  ]);
});

test("an answer without a receipt, such as a refusal, is not done", () => {
  const { transcript, say } = conversation();
  const quote = say({ actions: [CONFIRM] });
  say({ turn_id: "t1" });
  transcript.finish(turn({ tool_calls: [{ ...REFUNDED, status: "refused" }] }));
  expect(quoteStates(transcript, false).get(quote)).toBe("past");
});

test("a person has the conversation: nothing can be confirmed", () => {
  const { transcript, say } = conversation();
  const quote = say({ actions: [CONFIRM] });
  transcript.update({ pending_action: PENDING, status: "with_human" });
  expect(quoteStates(transcript, false).get(quote)).toBe("past");
});
