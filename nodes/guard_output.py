"""The last look at what the customer will read: always a way to a person, citations that exist, the turn marked as whole."""

from domain.conversation import JsonObject
from nodes.deps import DepsRuntime
from nodes.drafts import TALK_TO_A_PERSON
from nodes.state import ConversationState, Draft

_PERSON: JsonObject = TALK_TO_A_PERSON.model_dump(mode="json")


def _with_way_to_a_person(message: Draft, first: bool) -> Draft:
    others = [a for a in message.get("actions", []) if a["kind"] != "handoff"]
    return {**message, "actions": [_PERSON, *others] if first else [*others, _PERSON]}


async def guard_output(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Put the hand-off button on every assistant message (first, once a person was offered) and close the turn."""
    first = state.get("failures", 0) >= runtime.context.policy.failures.offer_person_after
    reply = [
        _with_way_to_a_person(m, first) if m["role"] == "assistant" else m
        for m in state.get("reply", [])
        if m["text"].strip()
    ]
    return {"reply": reply, "last_turn_seq": state["turn"]["seq"]}
