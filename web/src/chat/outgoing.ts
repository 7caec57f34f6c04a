/** What the customer wrote and the service has not yet shown back. */
export interface Outgoing {
  /** Its `client_message_id`: sent again with the same, it is said once. */
  key: string;
  text: string;
  state: "sending" | "failed";
  /** Not when the service has refused it in so many words. */
  mayHaveArrived: boolean;
  problem: string;
}

export const newOutgoing = (text: string): Outgoing => ({ key: newKey(), text, state: "sending", mayHaveArrived: true, problem: "" });

/** A key for one request. `crypto.randomUUID` wants https, which a shop on a local network may not have. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
