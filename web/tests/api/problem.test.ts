import { expect, test } from "vitest";
import { Problem, wordsOf } from "../../src/api/problem.ts";

const of = (status: number, body: BodyInit) => Problem.of(new Response(body, { status }));

test("the fields of a refused body are named before the general words", async () => {
  const problem = await of(400, JSON.stringify({ code: "invalid", detail: "No.", errors: [{ field: "text", message: "is too long" }] }));
  expect([problem.code, problem.message]).toEqual(["invalid", "text is too long"]);
});

test("an answer that is no JSON, as of a proxy, still says its status", async () => {
  const problem = await of(502, "<html>Bad Gateway</html>");
  expect([problem.code, problem.message]).toEqual(["error", "Error 502"]);
});

test.each([
  [0, true],
  [429, true],
  [503, true],
  [400, false],
  [401, false],
  [409, false],
])("status %i may pass by itself: %s", (status, isPassing) => {
  expect(new Problem(status, "", "").isPassing).toBe(isPassing);
});

test("what is no error has words too", () => {
  expect(wordsOf("?")).toBe("Something went wrong.");
});
