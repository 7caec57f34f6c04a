"""The last look at what the customer will read: always a way to a person, citations that exist, the turn marked as whole."""

from domain.conversation import JsonObject
from nodes.deps import DepsRuntime
from nodes.drafts import AGREES, DISAGREES, talk_to_a_person
from nodes.state import ConversationState, Draft, OpenQuestion


def _with_way_to_a_person(message: Draft, person: JsonObject, first: bool) -> Draft:
    others = [a for a in message.get("actions", []) if a["kind"] != "handoff"]
    return {**message, "actions": [person, *others] if first else [*others, person]}


async def guard_output(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Put the hand-off button on every assistant message (first where a person is offered), note what was asked, and close the turn."""
    is_offered = (state.get("asking") or {}).get("kind") == "person"
    first = is_offered or state.get("failures", 0) >= runtime.context.policy.failures.offer_person_after
    person = talk_to_a_person(runtime.context.say).model_dump(mode="json")
    said = {
        m["text"]: m for m in state.get("reply", []) if m["text"].strip()
    }  # the same words once, with the last's buttons
    reply = [_with_way_to_a_person(m, person, first) if m["role"] == "assistant" else m for m in said.values()]
    return {"reply": reply, "last_turn_seq": state["turn"]["seq"], "open_question": _asked(state)}


def _asked(state: ConversationState) -> OpenQuestion | None:
    """What is asked, with the choices that it offers: an answer may name one of them."""
    asking = state.get("asking")
    shown = (state.get("reply") or [{}])[-1].get("actions", [])
    offered = [
        {"label": one["label"], "value": one["value"]}
        for one in shown
        if one.get("kind") == "reply" and one["value"] not in (AGREES, DISAGREES)  # consent is read for itself
    ]
    return {**asking, "offered": offered} if asking and offered else asking
