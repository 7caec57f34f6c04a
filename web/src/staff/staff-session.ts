import type { Api } from "../api/api.ts";
import { Problem } from "../api/problem.ts";
import { SESSION } from "../api/session.ts";

const PLACE = "supportgraph:staff-place";

/** How staff may come in, as the service says it. */
export interface Ways {
  single_sign_on: string | null;
  has_session: boolean;
}

export async function waysIn(): Promise<Ways> {
  const none: Ways = { single_sign_on: null, has_session: false };
  try {
    const answer = await fetch("/staff/ways", { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as Ways) : none;
  } catch {
    return none; // a key may still be tried
  }
}

/** Ends the session of this browser, where it is one, and leads to the provider's own sign-out. False where it goes on. */
export async function endSession(api: Api): Promise<boolean> {
  if (api.credential !== SESSION) return true;
  try {
    const { address } = await api.post<{ address: string | null }>("/v1/staff/sign-out");
    if (address) location.assign(address);
    return true;
  } catch (error) {
    return error instanceof Problem && error.status === 401;
  }
}

/** Where somebody was before they were sent to sign in; taken once. */
export function takePlace(): string {
  const kept = sessionStorage.getItem(PLACE) ?? "";
  sessionStorage.removeItem(PLACE);
  return kept;
}

export function keepPlace(): void {
  if (location.hash) sessionStorage.setItem(PLACE, location.hash);
}
