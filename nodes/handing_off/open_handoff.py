"""Bring in a person: the row, the summary and the message to the customer are one commit with the turn."""

from domain.conversation import HandoffReason, JsonObject
from domain.ids import new_id
from domain.intents import URGENT
from domain.language.quotes.phrases import asks_for_person
from nodes.agenda import act_of, urgent_act
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState, HandoffDraft


def _summary(state: ConversationState, reason: HandoffReason) -> str:
    pending = state.get("pending")
    turn = state["turn"]
    asked = state.get("open_question") or {}
    wants = asked.get("about") or turn.get("whole") or turn.get("text") or state.get("topic") or ""
    if asks_for_person(wants):
        wants = state.get("topic") or ""
    beside = turn.get("whole", "") if asked.get("about") else ""
    waiting = "; ".join(text for act in state.get("agenda", []) if (text := str(act.get("text", ""))) and text not in wants)
    parts = [
        f"Wants: {wants[:200]}" if wants else "",
        f"Also: {waiting[:200]}" if waiting else "",
        f"Said: {beside[:200]}" if beside else "",
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
    if _takes_the_offer(state):
        is_chosen = bool((state.get("open_question") or {}).get("about"))  # what the person is to do was told and taken
        return "repeated_failure" if state.get("failures", 0) > 1 and not is_chosen else "customer_request"
    if state.get("intent") == URGENT:
        act = urgent_act(state)
        return "policy" if act is not None and act.urgency == "legal" else "safety"
    is_wished = state["turn"]["kind"] == "handoff" or state.get("intent") == "human_agent"
    return "customer_request" if is_wished else "repeated_failure"


def _takes_the_offer(state: ConversationState) -> bool:
    return _was_offered(state) and state.get("entities", {}).get("bare") == "yes"


def _to_customer(deps: Deps, state: ConversationState, reason: HandoffReason) -> str:
    """What the customer reads. In danger, first whom to call: the policy's numbers for the region."""
    act = urgent_act(state)
    if reason == "customer_request" and _takes_the_offer(state) and (state.get("open_question") or {}).get("about"):
        chosen = deps.say("person-comes.as-chosen")
        return f"{chosen} {deps.say('person-comes.and-the-rest')}" if "?" in state["turn"].get("whole", "") else chosen
    if state.get("intent") != URGENT or act is None or act.urgency is None:
        comes = deps.say("person-comes", reason=reason)
        return f"{comes} {deps.say('person-comes.and-what-else')}" if _has_more(state) else comes
    numbers = deps.policy.urgent_of(state.get("region"))
    return deps.say("urgent", kind=act.urgency, emergency=numbers.emergency, crisis=numbers.crisis_line)


def _has_more(state: ConversationState) -> bool:
    """Whether something was wanted beside the person who was offered that nothing has answered yet."""
    act = act_of(state)
    is_taken = act is not None and act.intent == "human_agent" and _was_offered(state)
    return is_taken and bool(state.get("agenda") or (state.get("task") or {}).get("asked"))


def _was_offered(state: ConversationState) -> bool:
    return (state.get("open_question") or {}).get("kind") == "person"


async def open_handoff(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Prepare the hand-off; `hand_off` then waits for the person."""
    reason = handoff_reason(state)
    approval = reason == "approval_needed"
    pending = state.get("pending")
    detail: JsonObject | None = None
    if pending:
        detail = {k: pending.get(k) for k in ("name", "arguments", "amount", "method_id", "words")}
        detail["rule"] = (state.get("handoff") or {}).get("detail")
    if state.get("intent") == URGENT and (act := urgent_act(state)) is not None:
        detail = {**(detail or {}), "urgent": act.urgency}
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
        "reply": replying(_without_what_failed(state, reason), draft(_to_customer(runtime.context, state, reason))),
    }


def _without_what_failed(state: ConversationState, reason: HandoffReason) -> ConversationState:
    """Who is given over because nothing helped is not asked to put it in other words, or the same again, in the same breath; nor, with a
    person coming, for what would be needed to go on without one."""
    if _has_more(state):
        question = ((state.get("task") or {}).get("question") or {}).get("text")
        return {**state, "reply": [said for said in state.get("reply", []) if said.get("text") != question]}
    fails = reason == "repeated_failure" and state.get("outcome") in ("not_understood", "no_answer_found", "asked_for_input")
    return {**state, "reply": []} if fails else state
