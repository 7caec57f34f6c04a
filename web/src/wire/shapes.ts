/** The shapes of the REST contract that the pages read. Texts are masked. */

export type Status = "open" | "waiting_for_human" | "with_human" | "waiting_for_approval" | "closed";
export type Role = "customer" | "assistant" | "agent" | "system";

export interface Money {
  amount: string;
  currency: string;
}

export interface Citation {
  article_id: string;
  segment_id: string;
  title: string;
  url: string | null;
  quote?: string | null;
}

export interface Button {
  id: string;
  label: string;
  kind: "reply" | "handoff" | "confirm" | "cancel" | "link";
  value: string;
}

export interface Message {
  id: string;
  seq: number;
  turn_id: string | null;
  role: Role;
  text: string;
  created_at: string;
  author: { name: string; kind: "ai" | "human" | "customer" };
  citations: Citation[];
  actions: Button[];
}

export interface Shipment {
  carrier: string;
  tracking_number: string;
  status: string;
  estimated_delivery?: string | null;
}

/** What actions answer; every field only where the action has it. */
export interface ToolResult {
  amount?: Money | null;
  reference?: string;
  order_id?: string;
  status?: string;
  shipments?: Shipment[];
  code?: string;
  message?: string;
}

export interface ToolCall {
  name: string;
  arguments: Record<string, unknown>;
  status: "succeeded" | "refused" | "needs_confirmation" | "needs_approval" | "needs_identity" | "needs_input" | "failed";
  result: ToolResult | null;
}

export interface Turn {
  id: string;
  status: "completed" | "interrupted" | "failed";
  intent: string | null;
  confidence: number | null;
  outcome: string;
  tool_calls: ToolCall[];
  grounded: boolean | null;
  failures: number;
  duration_ms: number;
}

export interface PendingAction {
  name: string;
  arguments: Record<string, unknown>;
  amount: Money | null;
  method_id: string | null;
  expires_at: string;
}

/** What an approval is about: the quote in words, and the rule that asked for a person. */
export interface HandoffMatter {
  name?: string;
  arguments?: Record<string, unknown>;
  amount?: Money | null;
  method_id?: string | null;
  words?: string;
  rule?: { rule?: string } | null;
}

export interface Handoff {
  id: string;
  conversation_id: string;
  kind: "conversation" | "approval";
  reason: string;
  status: "waiting" | "claimed" | "resumed";
  waiting_since: string;
  claimed_by: string | null;
  summary: string;
  detail: HandoffMatter | null;
}

export interface Conversation {
  id: string;
  status: Status;
  region: string | null;
  locale: string;
  consent: boolean | null;
  failures: number;
  handoff: Handoff | null;
  pending_action: PendingAction | null;
}

export interface OrderLine {
  line_id: string;
  name: string;
  options: Record<string, string>;
  quantity: number;
  unit_price: Money;
  status?: string | null;
}

export interface Order {
  id: string;
  status: string;
  placed_at: string;
  delivered_at: string | null;
  currency: string;
  lines: OrderLine[];
  shipments: Shipment[];
  total: Money;
}

export interface Customer {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  region: string | null;
  created_at: string | null;
  addresses: { line1: string; city: string; postcode: string; country: string; default?: boolean }[];
  payment_methods: { id: string; kind: string; brand: string | null; last4: string | null; balance: Money | null }[];
}

export interface HandoffDetail extends Handoff {
  transcript: Message[];
  customer: Customer | null;
  orders: Order[];
  suggested_replies: { text: string; citations: Citation[] }[];
}

export interface Listing<Item> {
  items: Item[];
  next: string | null;
}
