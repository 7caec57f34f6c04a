import { expect, test } from "vitest";
import { Transcript } from "../../src/api/transcript.ts";
import { message, turn } from "./examples.ts";

const event = (name: string, data: unknown) => ({ id: null, name, data });
const CALL = { name: "track_order", arguments: {}, status: "succeeded", result: null } as const;

test("a message that comes twice is there once, and is new once", () => {
  const transcript = new Transcript();
  const hello = message();
  expect(transcript.apply(event("message.completed", hello))).toEqual(hello);
  expect(transcript.apply(event("message.completed", hello))).toBeNull();
  expect(transcript.messages).toEqual([hello]);
});

test("messages stand by their number, however they came", () => {
  const transcript = new Transcript();
  const [first, second] = [message(), message()];
  transcript.add(second);
  transcript.add(first);
  expect(transcript.messages.map((m) => m.id)).toEqual([first.id, second.id]);
});

test("what is being written grows, ends with the whole message, and does not begin again by a late piece", () => {
  const transcript = new Transcript();
  const whole = message({ text: "It arrives on Friday." });
  transcript.apply(event("message.delta", { message_id: whole.id, text: "It arrives " }));
  transcript.apply(event("message.delta", { message_id: whole.id, text: "on" }));
  expect(transcript.drafts).toEqual([{ id: whole.id, text: "It arrives on" }]);
  transcript.apply(event("message.completed", whole));
  transcript.apply(event("message.delta", { message_id: whole.id, text: " Friday." }));
  expect(transcript.drafts).toEqual([]);
});

test("a turn is answered until it is completed; a replayed start of a finished one changes nothing", () => {
  const transcript = new Transcript();
  transcript.apply(event("turn.started", { id: "t1" }));
  expect(transcript.answeringTurn).toBe("t1");
  transcript.apply(event("turn.completed", turn()));
  expect(transcript.isAnswering).toBe(false);
  transcript.apply(event("turn.started", { id: "t1" }));
  expect(transcript.isAnswering).toBe(false);
});

test("nobody is answered by the assistant while a person has the conversation", () => {
  const transcript = new Transcript();
  transcript.apply(event("turn.started", { id: "t1" }));
  transcript.apply(event("conversation.updated", { status: "with_human" }));
  expect(transcript.answeringTurn).toBeNull();
});

test("an update changes what it names and nothing else", () => {
  const transcript = new Transcript();
  transcript.update({ failures: 2, consent: false });
  transcript.update({ status: "closed" });
  expect([transcript.status, transcript.failures, transcript.consent]).toEqual(["closed", 2, false]);
  transcript.update({ consent: null });
  expect(transcript.consent).toBeNull();
});

test("a turn's calls are told by its last words, from the stream first and from the turn once that is there", () => {
  const transcript = new Transcript();
  const [first, last] = [message({ turn_id: "t1" }), message({ turn_id: "t1" })];
  transcript.add(first);
  transcript.add(last);
  transcript.apply(event("tool.completed", { turn_id: "t1", ...CALL }));
  expect(transcript.callsToldBy(first)).toEqual([]);
  expect(transcript.callsToldBy(last)).toEqual([CALL]);
  transcript.finish(turn({ tool_calls: [CALL, CALL] }));
  expect(transcript.callsToldBy(last)).toHaveLength(2);
});

test("an event that a newer service sends is passed over", () => {
  expect(new Transcript().apply(event("news.from.tomorrow", {}))).toBeNull();
});
