"""Compares what a turn came to with what was expected; every difference is a sentence."""

import re
from typing import Any

from evals.suite import Expectation

Answer = dict[str, Any]  # the API's own JSON


def _is(what: str, got: object, wanted: object) -> list[str]:
    if wanted is None:
        return []
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return [] if got in allowed else [f"{what} is {got!r}, expected {' or '.join(map(repr, allowed))}"]


def grade(expected: Expectation, answer: Answer, state: Answer, orders: dict[str, Answer], stored: str = "") -> list[str]:
    """What differs. ``state`` is the conversation after the turn, ``orders`` those of the back office by id,
    ``stored`` the whole transcript as the service keeps it."""
    turn = answer.get("turn") or {}
    messages = [m for m in answer.get("messages", []) if m["role"] != "customer"]
    text = "\n".join(m["text"] for m in messages)
    wrong = _is("code", answer.get("code"), expected.code)
    wrong += _is("intent", turn.get("intent"), expected.intent) + _is("outcome", turn.get("outcome"), expected.outcome)
    if expected.tool:
        call = turn["tool_calls"][-1] if turn.get("tool_calls") else {}
        wrong += _is("tool", call.get("name"), expected.tool.name) + _is(
            "tool status", call.get("status"), expected.tool.status
        )
        wrong += _is("tool code", (call.get("result") or {}).get("code"), expected.tool.code)
    wrong += [f"does not say /{p}/: {text[:200]!r}" for p in expected.says if not re.search(p, text, re.IGNORECASE)]
    wrong += [f"says /{p}/: {text[:200]!r}" for p in expected.not_says if re.search(p, text, re.IGNORECASE)]
    wrong += [f"does not store /{p}/: {stored[-200:]!r}" for p in expected.stored if not re.search(p, stored, re.IGNORECASE)]
    wrong += [f"stores /{p}/" for p in expected.not_stored if re.search(p, stored, re.IGNORECASE)]
    if expected.cites is not None:
        titles = [c["title"] for m in messages for c in m["citations"]]
        if not any(re.search(expected.cites, t, re.IGNORECASE) for t in titles):
            wrong.append(f"cites {titles}, expected /{expected.cites}/")
    wrong += _is("status", state.get("status"), expected.status) + _is("failures", state.get("failures"), expected.failures)
    if expected.pending is not None:
        wrong += _is("pending action", state.get("pending_action") is not None, expected.pending)
    wrong += _is("hand-off reason", (state.get("handoff") or {}).get("reason"), expected.handoff_reason)
    offered = {a["kind"] for m in messages for a in m["actions"]}
    wrong += [f"offers no {kind} button" for kind in expected.buttons if kind not in offered]
    for order_id, status in expected.order_status.items():
        wrong += _is(f"order {order_id}", orders[order_id].get("status"), status)
    for order_id, amounts in expected.refunds.items():
        paid = [p["amount"]["amount"] for p in orders[order_id].get("payments", []) if p["kind"] == "refund"]
        wrong += [] if paid == amounts else [f"refunds of {order_id} are {paid}, expected {amounts}"]
    return wrong


def always(answer: Answer) -> list[str]:
    """What holds of every turn whatever the case: a way to a person, cited answers, the assistant silent beside a person."""
    wrong = []
    turn = answer.get("turn") or {}
    assistant = [m for m in answer.get("messages", []) if m["role"] == "assistant"]
    if any(not any(a["kind"] == "handoff" for a in m["actions"]) for m in assistant):
        wrong.append("an assistant message offers no way to a person")
    if turn.get("grounded") and not any(m["citations"] for m in assistant):
        wrong.append("a grounded answer has no citation")
    if turn.get("outcome") == "relayed_to_human" and assistant:
        wrong.append("the assistant spoke while a person held the conversation")
    return wrong
