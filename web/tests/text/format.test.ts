import { expect, test } from "vitest";
import { money, spoken, waited } from "../../src/text/format.ts";
import { count, percent } from "../../src/text/numbers.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");

test.each([
  ["2026-03-01T12:00:30Z", "0 s"], // a clock that is ahead of ours
  ["2026-03-01T11:59:48Z", "12 s"],
  ["2026-03-01T11:59:00Z", "1 min"],
  ["2026-03-01T08:55:00Z", "3 h 05"],
  ["2026-02-27T12:00:00Z", "2 days"],
])("since %s: %s", (since, words) => {
  expect(waited(since, NOW)).toBe(words);
});

test.each([
  [{ amount: "1234.50", currency: "USD" }, "en-US", "$1,234.50"],
  [{ amount: "1234.50", currency: "EUR" }, "de-DE", "1.234,50\u00a0€"],
  [{ amount: "1200", currency: "JPY" }, "en-US", "¥1,200"],
])("%o in %s is %s", (amount, locale, words) => {
  expect(money(amount, locale)).toBe(words);
});

test("shares and counts", () => {
  expect(percent(0.876, "en-US")).toBe("88%");
  expect(count(12345, "en-US")).toBe("12,345");
});

test("names of the contract are said as words", () => {
  expect(spoken("track_order")).toBe("Track order");
  expect(spoken("")).toBe("");
});
