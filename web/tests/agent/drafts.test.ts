import { beforeEach, expect, test, vi } from "vitest";
import { Drafts, sendingOf, takenBack } from "../../src/agent/drafts.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test("the same content goes out under the same key, another one under another", () => {
  const first = sendingOf("On its way.", null);
  expect(sendingOf("On its way.", first)).toBe(first);
  expect(sendingOf("On its way!", first).key).not.toBe(first.key);
});

test("drafts outlive a reload for the same agent, and are nobody else's", () => {
  new Drafts("Ana").change("h1", { reply: "Hello" });
  expect(new Drafts("Ana").of("h1").reply).toBe("Hello");
  expect(new Drafts("Ben").of("h1").reply).toBe("");
  expect(new Drafts("Ana").of("h1").reply).toBe("");
});

test("after the sign-out nothing is written down any more", () => {
  const drafts = new Drafts("Ana");
  drafts.change("h1", { reply: "Hello" });
  drafts.forget();
  drafts.change("h1", { reply: "Hello again" });
  expect(new Drafts("Ana").of("h1").reply).toBe("");
});

test("a reply that was under way is back in the field, before what was typed since", () => {
  const draft = { ...new Drafts("Ana").of("new"), sending: { content: "Sent?", key: "k" } };
  expect(takenBack({ ...draft, reply: "" })).toBe("Sent?");
  expect(takenBack({ ...draft, reply: "More" })).toBe("Sent?\nMore");
  expect(takenBack({ ...draft, reply: "Sent? Yes" })).toBe("Sent? Yes");
});

test("a field of spaces has no words", () => {
  const drafts = new Drafts("Ana");
  drafts.change("h1", { reply: "  " });
  expect(drafts.hasWords("h1")).toBe(false);
  drafts.change("h1", { flags: { m1: { reason: "", correction: "30 days" } } });
  expect(drafts.hasWords("h1")).toBe(true);
});
