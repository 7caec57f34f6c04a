"""A bare yes or no answers what the last message asked, and nothing else."""

import pytest

from graphs.routes import after_understanding
from nodes.state import ConversationState, OpenQuestion

WAITING: ConversationState = {
    "turn": {"kind": "text", "text": "yes", "may_read": True},
    "intent": "affirm",
    "confidence": 1.0,
    "entities": {"bare": "yes"},
    "pending": {"id": "q", "name": "refund_order", "arguments": {}, "expires_at": "2999-01-01T00:00:00+00:00", "words": "x"},
}


@pytest.mark.parametrize(
    ("asked", "bare", "node"),
    [
        ({"kind": "person"}, "yes", "open_handoff"),
        ({"kind": "person"}, "no", "small_talk"),
        ({"kind": "quote", "quote_id": "q"}, "yes", "confirm"),
        ({"kind": "quote", "quote_id": "q"}, "no", "decline"),
        (None, "yes", "confirm"),  # the node shows the quote again, since the last message did not ask for it
        (None, "no", "decline"),
    ],
)
@pytest.mark.parametrize("may_read", [True, False])
def test_a_bare_answer_goes_to_what_was_asked(asked: OpenQuestion | None, bare: str, node: str, may_read: bool) -> None:
    turn = {**WAITING["turn"], "may_read": may_read}
    state: ConversationState = {**WAITING, "turn": turn, "entities": {"bare": bare}, "open_question": asked}  # type: ignore[typeddict-item]
    assert after_understanding(state) == node


def test_a_yes_to_the_consent_question_confirms_no_quote() -> None:
    turn = {**WAITING["turn"], "may_read": False}
    state: ConversationState = {**WAITING, "turn": turn, "open_question": {"kind": "consent"}}  # type: ignore[typeddict-item]
    assert after_understanding(state) == "ask_consent"
