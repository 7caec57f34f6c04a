import { newKey } from "../api/new-key.ts";

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
