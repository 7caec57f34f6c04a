/** The conversation of this visitor on this service, kept for the tab, so that a reload goes on where it was. */
export interface Session {
  id: string;
  token: string;
  isOpen: boolean;
}

/** Whose conversation it is: a new identity or region never sees the one before. */
export function sessionKey(server: string, customerToken: string, region: string): string {
  return `supportgraph:${server}:${subjectOf(customerToken) || "guest"}:${region}`;
}

/** The `sub` of a JWT, unverified: only a name for the drawer that the conversation is kept in. */
function subjectOf(jwt: string): string {
  try {
    const claims: unknown = JSON.parse(atob((jwt.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
    return String((claims as { sub?: unknown }).sub ?? "");
  } catch {
    return "";
  }
}

export function readSession(key: string): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Session | null;
  } catch {
    return null;
  }
}

/** Keeps or, with null, forgets. A browser that keeps nothing costs the resumption only. */
export function writeSession(key: string, session: Session | null): void {
  try {
    if (session) sessionStorage.setItem(key, JSON.stringify(session));
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
