import type { Message, ReadAct, Turn } from "../../src/api/contract.d.ts";

let seq = 0;

/** A message of the assistant, newer than all before; `of` changes it. */
export function message(of: Partial<Message> = {}): Message {
  seq += 1;
  return {
    id: `m${seq}`,
    seq,
    turn_id: null,
    role: "assistant",
    text: "Hello",
    created_at: "2026-03-01T10:00:00Z",
    author: { name: "Pip (AI)", kind: "ai" },
    citations: [],
    actions: [],
    ...of,
  };
}

export const turn = (of: Partial<Turn> = {}): Turn => ({
  id: "t1",
  status: "completed",
  intent: null,
  confidence: null,
  acts: [],
  language: null,
  outcome: "answered",
  tool_calls: [],
  grounded: null,
  failures: 0,
  variant: null,
  duration_ms: 5,
  ...of,
});

/** What was read in a clause; `of` changes it. */
export const act = (of: Partial<ReadAct> = {}): ReadAct => ({
  act: "talk",
  intent: null,
  negated: false,
  order_id: null,
  line_ids: [],
  quantity: null,
  amount: null,
  reason: null,
  confidence: 1,
  text: "",
  ...of,
});
