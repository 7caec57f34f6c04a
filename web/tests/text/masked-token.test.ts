import { expect, test } from "vitest";
import { pieces } from "../../src/text/masked-token.ts";

const hidden = (text: string) => pieces(text).map((p) => p.hidden ?? p.text);

test.each([
  ["my card [CARD_1] is gone", ["my card ", "card number", " is gone"]],
  ["[EMAIL_12][PHONE_3]", ["e-mail address", "phone number"]],
  ["[DIGITS] and [DATE_OF_BIRTH_1]", ["part of a number", " and ", "date of birth"]],
  ["[1] see [CARD_x], [card_1] or [TRACKING_1]", ["[1] see [CARD_x], [card_1] or [TRACKING_1]"]],
  ["", []],
])("%s", (text, expected) => {
  expect(hidden(text)).toEqual(expected);
});

test("the pieces together are the text", () => {
  const text = "a [NAME_1] b [IBAN_2][SECRET_1] c";
  expect(
    pieces(text)
      .map((p) => p.text)
      .join(""),
  ).toBe(text);
});
