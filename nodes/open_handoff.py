"""Bring in a person: the row, the summary and the message to the customer are one commit with the turn."""

from domain.conversation import HandoffReason, JsonObject
from domain.ids import new_id
from domain.phrases import asks_for_person
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState, HandoffDraft

_TO_CUSTOMER: dict[HandoffReason, str] = {
    "approval_needed": "This needs a colleague's approval. I have passed it on with all details; you will read the answer here.",
    "repeated_failure": "I could not help you with this, so I am bringing in a person. They see our whole conversation.",
    "identity_not_verified": "I could not confirm who you are, so a person will take over from here. They see our whole conversation.",
    "tool_failure": "I could not confirm whether this went through, so a person will check it before anything else happens. "
    "Please do not try again meanwhile.",
    "safety": "I am bringing in a person right away. If you or somebody else is in danger, please call your local emergency number now.",
}
_DEFAULT = "I am bringing in a person. They see our whole conversation, so you need not repeat anything."


def _summary(state: ConversationState, reason: HandoffReason) -> str:
    pending = state.get("pending")
    wants = state["turn"].get("text") or state.get("topic") or ""
    if asks_for_person(wants):
        wants = state.get("topic") or ""
    parts = [
        f"Wants: {wants[:200]}" if wants else "",
        f"Action: {pending['words']}" if pending else "",
        f"Order: {state['shown_order']}" if state.get("shown_order") else "",
        f"Identity: {state.get('identity', {}).get('level', 'guest')}",
        f"Reason: {reason}",
    ]
    return " · ".join(p for p in parts if p)


def handoff_reason(state: ConversationState) -> HandoffReason:
    """Why this turn needs a person."""
    asked = state.get("handoff") or {}
    if "reason" in asked and not asked.get("id"):
        return asked["reason"]
    if state["turn"]["kind"] == "handoff":
        return state["turn"].get("reason", "customer_request")
    return "customer_request" if state.get("intent") == "human_agent" else "repeated_failure"


async def open_handoff(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Prepare the hand-off; `hand_off` then waits for the person."""
    reason = handoff_reason(state)
    approval = reason == "approval_needed"
    pending = state.get("pending")
    detail: JsonObject | None = None
    if pending:
        detail = {k: pending.get(k) for k in ("name", "arguments", "amount", "method_id", "words")}
        detail["rule"] = (state.get("handoff") or {}).get("detail")
    handoff: HandoffDraft = {
        "id": new_id(),
        "kind": "approval" if approval else "conversation",
        "reason": reason,
        "summary": _summary(state, reason),
        "detail": detail,
    }
    return {
        "handoff": handoff,
        "outcome": "handed_off",
        "failures": 0,
        "reply": replying(state, draft(_TO_CUSTOMER.get(reason, _DEFAULT))),
    }
