"""The conditional edges: pure functions from a state to the next node."""

import pytest
from langgraph.graph import END

from graphs import routes
from nodes.state import ConversationState


def said(text: str, intent: str, confidence: float = 0.9, **more: object) -> ConversationState:
    state: ConversationState = {
        "turn": {"kind": "text", "text": text, "may_read": True},
        "intent": intent,
        "confidence": confidence,
        "entities": {},
    }
    return {**state, **more}  # type: ignore[typeddict-item]


PENDING = {"name": "refund_order", "arguments": {}, "expires_at": "2999-01-01T00:00:00+00:00", "words": "refund"}


@pytest.mark.parametrize(
    ("state", "node"),
    [
        (said("get me a person", "human_agent"), "open_handoff"),
        (said("where is my order", "track_order"), "track_order"),
        (said("how long does a refund take?", "track_refund"), "answer_question"),
        (said("How do I return an item?", "return_items"), "answer_question"),
        (said("I want to return HP104233", "return_items", entities={"order_ids": ["HP104233"]}), "return_items"),
        (said("do you ship to Norway?", "policy_question"), "answer_question"),
        (said("thanks", "thanks"), "small_talk"),
        (said("yes", "affirm", entities={"bare": "yes"}, pending=PENDING), "confirm"),
        (said("yes and also that", "affirm", pending=PENDING), "small_talk"),
        (said("no", "deny", entities={"bare": "no"}, pending=PENDING), "decline"),
        (said("yes", "affirm", entities={"bare": "yes"}), "small_talk"),
        (said("blorp", "out_of_scope", 0.2), "answer_question"),
        (said("[NAME_1]", "provide_information"), "clarify"),
        (said("[NAME_1]", "provide_information", pending=PENDING), "small_talk"),
        (said("it is HP104233", "provide_information", entities={"order_ids": ["HP104233"]}), "track_order"),
        (said("12345", "provide_information", task={"action": "track_order", "asked": "order_id"}), "track_order"),
        (said("a@b", "provide_information", task={"action": "track_order", "asked": "identity"}), "verify"),
        (
            said("how long do returns take?", "policy_question", task={"action": "track_order", "asked": "identity"}),
            "answer_question",
        ),
    ],
)
def test_where_words_lead(state: ConversationState, node: str) -> None:
    assert routes.after_understanding(state) == node


def test_without_consent_only_a_person_is_reached_by_words() -> None:
    state = said("where is my order", "track_order")
    state["turn"]["may_read"] = False
    assert routes.after_understanding(state) == "ask_consent"
    state["intent"] = "human_agent"
    assert routes.after_understanding(state) == "open_handoff"
    state["turn"] = {"kind": "action", "action": "track_order", "may_read": False}
    assert routes.after_understanding({**state, "intent": "track_order"}) == "track_order"


def test_a_handoff_that_was_wanted_is_opened_and_then_waited_for() -> None:
    assert routes.after_acting({"handoff": {"reason": "approval_needed"}}) == "open_handoff"
    assert routes.after_counting({"handoff": None}) == "guard_output"
    assert routes.after_guarding({"handoff": {"id": "h", "reason": "policy"}}) == "hand_off"
    assert routes.after_guarding({"handoff": None}) == END


def test_only_an_approval_leads_back_to_the_action() -> None:
    confirmed = {**PENDING, "confirmed_in": 3}
    assert routes.after_handing_off({"turn": {"decision": "approve"}, "pending": confirmed}) == "refund_order"  # type: ignore[typeddict-item]
    # What its customer never said yes to cannot be approved, however it came to wait.
    assert routes.after_handing_off({"turn": {"decision": "approve"}, "pending": PENDING}) == "take_back"  # type: ignore[typeddict-item]
    for decision in ("reject", "return_to_bot", "close", "withdraw"):
        assert routes.after_handing_off({"turn": {"decision": decision}, "pending": confirmed}) == "take_back"  # type: ignore[typeddict-item]
