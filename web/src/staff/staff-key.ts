const KEPT = "supportgraph:staff-key";

/** The key of the member of staff at this tab. In the tab's storage only: never in a URL, gone with the tab. */
export function keptKey(): string {
  return sessionStorage.getItem(KEPT) ?? "";
}

/** Keeps the key; an empty one signs out. */
export function keepKey(key: string): void {
  if (key) sessionStorage.setItem(KEPT, key);
  else sessionStorage.removeItem(KEPT);
}
