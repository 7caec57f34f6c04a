/** Words of the service by which these pages know something. They are compared and sent, the same in every language, and not shown. */

/** What the buttons of consent send (`nodes/drafts.py`). */
export const AGREES = "Yes, I agree";
export const DISAGREES = "No, I do not agree";

/** The names of a summary's parts (`nodes/handing_off/open_handoff.py`). */
export const SUMMARY = { wants: "Wants", action: "Action", identity: "Identity", reason: "Reason" } as const;

/** The group of an offer's conversations in the KPIs, of those to whom it was made or from whom it was held back. */
export const offerGroup = (name: string, arm: string): string => (arm === "held_out" ? `${name} (held out)` : name);
