/** Stands in a key's place where this browser has signed in by the identity provider: its cookie, which no script reads, says who it is. */
export const SESSION = "session";

/** Told to the page when such a session has ended. */
export const SESSION_ENDED = "staff-session-ended";
