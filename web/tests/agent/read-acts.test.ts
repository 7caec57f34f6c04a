import { expect, test } from "vitest";
import { chipsOf } from "../../src/agent/read-acts.ts";
import { act } from "../api/examples.ts";

test("a chip says what is wanted, of which order, how many and why", () => {
  const wish = act({
    act: "wish",
    intent: "request_refund",
    order_id: "HP104233",
    quantity: 1,
    reason: "damaged",
    text: "refund one of them",
  });
  expect(chipsOf([wish])).toEqual([
    { words: "Wants: request refund · damaged · 1 piece · HP104233", clause: "refund one of them", isUrgent: false },
  ]);
});

test("a wish that is denied never looks like one", () => {
  const [chip] = chipsOf([act({ act: "wish", intent: "cancel_order", negated: true })]);
  expect(chip?.words).toBe("Does not want: cancel order");
});

test("each clause has its chip, small talk has none", () => {
  const acts = [
    act({ act: "talk", intent: "greeting" }),
    act({ act: "report", intent: "report_problem", reason: "missing", quantity: 2 }),
    act({ act: "question", intent: "policy_question" }),
  ];
  expect(chipsOf(acts).map((chip) => chip.words)).toEqual(["Reports: missing · 2 pieces", "Asks: policy question"]);
});

test("what cannot wait is marked", () => {
  expect(chipsOf([act({ act: "urgent", intent: "urgent" })])).toEqual([{ words: "Urgent", clause: "", isUrgent: true }]);
});
