import { expect, test } from "vitest";
import { type DiffRow, diffRows } from "../../src/admin/diff-rows.ts";

const line = (pieces: DiffRow["was"]) => pieces?.map((p) => (p.isChanged ? `<${p.text}>` : p.text)).join("") ?? null;
const shown = (was: string, now: string) => diffRows(was, now).map((row) => [line(row.was), line(row.now)]);

test("a changed line shows which words changed; lines beside it stay", () => {
  expect(shown("Returns\nwithin 30 days\nend", "Returns\nwithin 14 days\nend")).toEqual([
    ["Returns", "Returns"],
    ["within <30> days", "within <14> days"],
    ["end", "end"],
  ]);
});

test("lines that were added or taken away have no other side", () => {
  expect(shown("a", "a\nb")).toEqual([
    ["a", "a"],
    [null, "<b>"],
  ]);
  expect(shown("a\nb", "a")).toEqual([
    ["a", "a"],
    ["<b>", null],
  ]);
});

test("how lines end is no change", () => {
  expect(diffRows("a\r\nb", "a\nb").every((row) => row.isSame)).toBe(true);
});
