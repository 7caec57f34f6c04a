const PREFIX = "supportgraph:unsaved:";
const OWNER = `${PREFIX}owner`;

/** Keeps what was typed and not saved about one thing, for this tab, with the revision that it was typed over; null forgets it. */
export function keepUnsaved<Typed>(id: string, revision: number, typed: Typed | null): void {
  try {
    if (typed) sessionStorage.setItem(PREFIX + id, JSON.stringify({ revision, typed }));
    else sessionStorage.removeItem(PREFIX + id);
  } catch {
    return; // a browser that keeps nothing costs this convenience only
  }
}

/** What was typed over this very revision and not saved. */
export function unsaved<Typed>(id: string, revision: number): Typed | null {
  const kept = JSON.parse(sessionStorage.getItem(PREFIX + id) ?? "null") as { revision: number; typed: Typed } | null;
  return kept?.revision === revision ? kept.typed : null;
}

/** For whoever signs out. */
export function forgetUnsaved(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** From here on it is `name` who types: what somebody else left is forgotten. */
export function ownUnsaved(name: string): void {
  if (sessionStorage.getItem(OWNER) === name) return;
  forgetUnsaved();
  try {
    sessionStorage.setItem(OWNER, name);
  } catch {
    return; // as above
  }
}
