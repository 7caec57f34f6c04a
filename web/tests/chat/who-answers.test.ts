import { expect, test } from "vitest";
import type { Handoff } from "../../src/api/contract.d.ts";
import { Transcript } from "../../src/api/transcript.ts";
import { whoAnswers } from "../../src/chat/who-answers.ts";
import { message } from "../api/examples.ts";

test("the assistant is never shown as a person", () => {
  const transcript = new Transcript();
  expect(whoAnswers(transcript)).toMatchObject({ name: "Assistant", isPerson: false });
  transcript.add(message());
  expect(whoAnswers(transcript)).toMatchObject({ name: "Pip", isPerson: false });
});

test("the person is named once they have the conversation, not while somebody is being sought", () => {
  const transcript = new Transcript();
  transcript.handoff = { claimed_by: "Ana" } as Handoff;
  transcript.update({ status: "waiting_for_human" });
  expect(whoAnswers(transcript)).toMatchObject({ isPerson: false, words: "is bringing in a person" });
  transcript.update({ status: "with_human" });
  expect(whoAnswers(transcript)).toEqual({ name: "Ana", words: "is with you now", isPerson: true });
});
