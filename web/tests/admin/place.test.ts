import { expect, test } from "vitest";
import { hrefOf, placeOf } from "../../src/admin/place.ts";

test.each(["a1", "ü/ä b", "50%"])("an address leads back to where it was made: %s", (id) => {
  expect(placeOf(hrefOf("articles", id))).toEqual({ room: "articles", id });
});

test.each(["", "#", "#nowhere/1", "#toString", "#__proto__"])("an unknown address is the overview: %s", (hash) => {
  expect(placeOf(hash)).toEqual({ room: "overview", id: "" });
});
