import { expect, test } from "vitest";
import { textsIn, wantedLanguages } from "../../src/messages/language.ts";
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

test("a number chooses the form that its language has", () => {
  const forms = { one: "dzień", few: "dni", many: "dni (many)", other: "dnia" };
  expect([1, 2, 5, 1.5].map((n) => pluralIn("pl")(n, forms))).toEqual(["dzień", "dni", "dni (many)", "dnia"]);
  expect([0, 1, 2].map((n) => pluralIn("en")(n, { one: "day", other: "days" }))).toEqual(["days", "day", "days"]);
});
