import type { Api } from "./api.ts";
import type { Listing } from "./types.ts";

/** All items of a list, page after page, up to `most`. `path` may have a query. */
export async function everyPage<Item>(api: Api, path: string, most = 10_000): Promise<Item[]> {
  const found: Item[] = [];
  const start = `${path}${path.includes("?") ? "&" : "?"}limit=200`;
  let after = "";
  do {
    const page = await api.get<Listing<Item>>(start + after);
    found.push(...page.items);
    after = page.next ? `&after=${encodeURIComponent(page.next)}` : "";
  } while (after && found.length < most);
  return found;
}
