/** What the contract leaves open (`contract.d.ts` has all else), as far as the pages read it. Texts are masked. */
import type { ConversationShown, Money } from "./contract.d.ts";

export type Status = ConversationShown["status"];

export interface Listing<Item> {
  items: Item[];
  next: string | null;
}

/** What actions answer (`ToolCall.result`); every field only where the action has it. */
export interface ToolResult {
  amount?: Money | null;
  reference?: string;
  order_id?: string;
  status?: string;
  shipments?: { carrier: string; tracking_number: string; status: string; estimated_delivery?: string | null }[];
  code?: string;
  message?: string;
}

/** What an approval is about (`Handoff.detail`): the quote in words, and the rule that asked for a person. */
export interface HandoffMatter {
  wants_person?: boolean;
  name?: string;
  arguments?: Record<string, unknown>;
  amount?: Money | null;
  method_id?: string | null;
  words?: string;
  rule?: { rule?: string } | null;
}
