import { expect, test } from "vitest";
import { chat as chatDe, common as commonDe } from "../../src/messages/chat-de.ts";
import { chat, common } from "../../src/messages/chat-en.ts";
import { isOfStaff, textsIn, wantedLanguages, wantedLocale } from "../../src/messages/language.ts";
import { pluralIn } from "../../src/messages/plural.ts";

const LANGUAGES = { en: "English", de: "Deutsch", "pt-BR": "português" };

test.each([
  [["de-AT"], "Deutsch"],
  [["pt-BR"], "português"],
  [["pt-PT"], "English"],
  [["nl", "de", "en"], "Deutsch"],
  [["en-GB", "de"], "English"],
  [[], "English"],
])("who wants %j reads %s", (wanted, expected) => {
  expect(textsIn(LANGUAGES, wanted)).toBe(expected);
});

test("the chat speaks the language of the page that it is on", () => {
  expect(wantedLanguages({ lang: "de-AT", dataset: {} }, ["en-GB"])).toEqual(["de-AT"]);
});

test("a page of the staff, or one without a language, speaks that of its reader", () => {
  expect(wantedLanguages({ lang: "en", dataset: { language: "of-the-reader" } }, ["fr", "de"])).toEqual(["fr", "de"]);
  expect(wantedLanguages({ lang: "", dataset: {} }, ["fr"])).toEqual(["fr"]);
});

test.each([
  [["de"], ["en-GB", "de-AT"], "de-AT"],
  [["de-CH"], ["de-AT"], "de-CH"],
  [["en"], ["fr"], "en"],
  [["fr-CA", "en"], ["fr-CA", "en"], "fr-CA"],
  [[], [], "en-US"],
])("a page in %j whose reader prefers %j has conversations in %s", (wanted, reader, expected) => {
  expect(wantedLocale(wanted, reader)).toBe(expected);
});

test("German is for customers: staff's pages are all of one language", () => {
  expect(isOfStaff({ dataset: { language: "of-the-reader" } })).toBe(true);
  expect(isOfStaff({ dataset: {} })).toBe(false);
  expect(isOfStaff(undefined)).toBe(false);
});

test.each([
  ["common", common, commonDe],
  ["chat", chat, chatDe],
])("German says all that English says: %s", (_, english, german) => {
  const said = (texts: object): string[] =>
    Object.entries(texts).flatMap(([key, value]) => (value && typeof value === "object" ? said(value).map((k) => `${key}.${k}`) : [key]));
  expect(said(german)).toEqual(said(english));
  const same = (a: Record<string, unknown>, b: Record<string, unknown>): string[] =>
    Object.keys(a).filter((key) => typeof a[key] === "string" && a[key] === b[key]);
  expect(same(english, german).filter((key) => !["chat"].includes(key))).toEqual([]);
});

test("a number chooses the form that its language has", () => {
  const forms = { one: "dzień", few: "dni", many: "dni (many)", other: "dnia" };
  expect([1, 2, 5, 1.5].map((n) => pluralIn("pl")(n, forms))).toEqual(["dzień", "dni", "dni (many)", "dnia"]);
  expect([0, 1, 2].map((n) => pluralIn("en")(n, { one: "day", other: "days" }))).toEqual(["days", "day", "days"]);
});
