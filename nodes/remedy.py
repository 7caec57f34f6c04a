"""`support-v3`: a report of a problem opens the flow that can put it right: money back, a look for the parcel, a person."""

from domain.acts import Act, Problem
from domain.policy import ActionRule
from nodes.acts import act_of, said_reason
from nodes.deps import DepsRuntime
from nodes.state import ConversationState, Task

# What is looked at first; goods that came wrong, broken or not at all are for a refund by the policy's reasons.
_LOOKS: dict[Problem, str] = {
    "late": "track_order",
    "lost": "track_order",
    "cancelled_by_shop": "order_details",
    "refund_overdue": "track_refund",
    "charged_twice": "payment_problem",
    "charged_wrong": "payment_problem",
}


async def remedy(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Choose the flow, and keep what the words already said: the reason, and with the act the order and the goods."""
    act = act_of(state)
    assert act is not None
    if act.problem in ("charged_twice", "charged_wrong"):
        # The documents are asked in their own words: the customer's may be mostly anger.
        question = runtime.context.say("question-about-a-charge", problem=act.problem)
        return {"intent": _LOOKS[act.problem], "turn": {**state["turn"], "text": question}}
    if act.problem in _LOOKS:
        return {"intent": _LOOKS[act.problem]}
    rule = runtime.context.policy.rule("refund_order", state.get("region"))
    known = state.get("task") or {}
    arguments = dict(known.get("arguments", {})) if known.get("action") == "refund_order" else {}
    if reason := _accepted(act, rule):
        arguments["reason"] = reason
    task: Task = {"action": "refund_order", "arguments": arguments, "asked": None, "times": 0}
    return {"intent": "request_refund", "task": task}


def _accepted(act: Act, rule: ActionRule) -> str | None:
    """The reason, where this company's policy knows it by that name."""
    name = said_reason(act)
    return name if name and rule.reason(name) else None
