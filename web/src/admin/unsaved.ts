import type { Draft } from "./shapes.ts";

const PREFIX = "supportgraph:unsaved:";

/** Keeps what was typed and not saved, for this tab, with the revision that it was typed over; null forgets it. */
export function keepUnsaved(articleId: string, revision: number, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(PREFIX + articleId, JSON.stringify({ revision, draft }));
    else sessionStorage.removeItem(PREFIX + articleId);
  } catch {
    return; // a browser that keeps nothing costs this convenience only
  }
}

/** What was typed over this very revision and not saved. */
export function unsaved(articleId: string, revision: number): Draft | null {
  const kept = JSON.parse(sessionStorage.getItem(PREFIX + articleId) ?? "null") as { revision: number; draft: Draft } | null;
  return kept?.revision === revision ? kept.draft : null;
}

/** For whoever signs out. */
export function forgetUnsaved(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
