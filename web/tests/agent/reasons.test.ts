import { expect, test } from "vitest";
import { reasonOf, summaryParts, urgency } from "../../src/agent/reasons.ts";

test("a reason that is not known yet is shown as it is", () => {
  expect(reasonOf("customer_request")).toEqual(["Asked for a person", "accent"]);
  expect(reasonOf("new_reason")).toEqual(["new_reason", "plain"]);
});

test.each([
  [3, ""],
  [4, "late"],
  [10, "late"],
  [11, "very-late"],
])("after %i minutes: '%s'", (minutes, expected) => {
  const since = "2026-03-01T10:00:00Z";
  expect(urgency(since, Date.parse(since) + minutes * 60_000)).toBe(expected);
});

test("a summary's parts keep colons within their words", () => {
  expect(summaryParts("Wants: refund: all of it · Order: HP1 · angry")).toEqual([
    ["Wants", "refund: all of it"],
    ["Order", "HP1"],
    ["", "angry"],
  ]);
});
