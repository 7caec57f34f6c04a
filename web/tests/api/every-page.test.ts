import { expect, test } from "vitest";
import type { Api } from "../../src/api/api.ts";
import { everyPage } from "../../src/api/every-page.ts";

/** An API of pages by cursor, which writes down what it was asked. */
function pages(bodies: Record<string, { items: number[]; next: string | null }>) {
  const asked: string[] = [];
  const get = async (path: string) => {
    asked.push(path);
    return bodies[new URL(path, "http://x").searchParams.get("after") ?? ""];
  };
  return { asked, api: { get } as unknown as Api };
}

test("every page is read, the path's own query and the cursor are kept whole", async () => {
  const { api, asked } = pages({ "": { items: [1, 2], next: "a+b/=" }, "a+b/=": { items: [3], next: null } });
  expect(await everyPage(api, "/v1/kb/flags?status=open")).toEqual([1, 2, 3]);
  expect(asked).toEqual(["/v1/kb/flags?status=open&limit=200", "/v1/kb/flags?status=open&limit=200&after=a%2Bb%2F%3D"]);
});

test("it stops when it has enough", async () => {
  const { api, asked } = pages({ "": { items: [1, 2], next: "x" }, x: { items: [3], next: null } });
  expect(await everyPage(api, "/v1/list", 2)).toEqual([1, 2]);
  expect(asked).toEqual(["/v1/list?limit=200"]);
});
