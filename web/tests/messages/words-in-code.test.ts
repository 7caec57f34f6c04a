// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources below are examples
// Words that people read stand in `src/messages`. This finds those that are left anywhere else: text and attributes of
// templates, and strings that read like words.
import { expect, test } from "vitest";
import { wordsIn } from "./words-in.ts";

const SOURCES = import.meta.glob("../../src/**/*.ts", { query: "?raw", import: "default", eager: true }) as Record<string, string>;
// `known-words.ts`: words that are compared and sent, not shown.
const ELSEWHERE = Object.entries(SOURCES).filter(([path]) => !/\/messages\/|\/known-words\.ts$|\.d\.ts$/.test(path));

test("the pages' sources are read", () => {
  expect(ELSEWHERE.length).toBeGreaterThan(60);
});

test.each(ELSEWHERE)("%s holds no words", (_, source) => {
  expect(wordsIn(source)).toEqual([]);
});

test.each([
  ["text", "html`<p class=${x}>Nothing here yet.</p>`", ["Nothing here yet."]],
  ["text around a value", "html`<p>By ${name}</p>`", ["By"]],
  ["text in a template in a template", "html`<p>${a ? html`<b>deep down</b>` : nothing}</p>`", ["deep down"]],
  ["a label", 'html`<input aria-label="reply" />`', ["reply"]],
  ["an element's own attribute", 'html`<x-tile heading="Gave up"></x-tile>`', ["Gave up"]],
  ["a string", 'const a = b ? "Sign in" : "";', ["Sign in"]],
  ["a word", "const a = { name: 'Overview' };", ["Overview"]],
  ["an error", 'throw new Error("somebody was faster");', ["somebody was faster"]],
  ["a string with a value", "say(`${n} more lines`);", ["more lines"]],
])("%s is found", (_, source, found) => {
  expect(wordsIn(source)).toEqual(found);
});

test.each([
  ["styles", "css`.row { display: grid; }`"],
  ["classes", 'html`<p class="small muted ${isBad ? "chip bad" : "chip"}">${words}</p>`'],
  ["drawings", 'svg`<path d="M4 5.5A2.5 2.5"></path>`'],
  ["an imported file", 'import { a } from "./A file.ts";'],
  ["a key", 'if (event.key === "Escape") this.close();'],
  ["a comment", "html`<!-- Not shown -->`; // Not shown"],
  ["a command", "html`<code>supportgraph evals run</code>`"],
  ["a header", "const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };"],
])("%s: no words", (_, source) => {
  expect(wordsIn(source)).toEqual([]);
});
