"""After "would you like to talk to a person?" a yes moves no money, whatever number of failures the policy offers after."""

from graphs.routes import after_understanding
from nodes.state import ConversationState

WAITING: ConversationState = {
    "turn": {"kind": "text", "text": "yes", "may_read": True},
    "intent": "affirm",
    "confidence": 1.0,
    "entities": {"bare": "yes"},
    "pending": {"name": "refund_order", "arguments": {}, "expires_at": "2999-01-01T00:00:00+00:00", "words": "refund"},
}


def test_a_yes_after_the_offer_is_asked_for_again() -> None:
    assert after_understanding({**WAITING, "person_offered": True, "failures": 1}) == "small_talk"
    assert after_understanding({**WAITING, "person_offered": False, "failures": 2}) == "confirm"
