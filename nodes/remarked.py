"""`support-v3`: "ok so it's not delivered then, strange. thanks", "are you sure?" after an order was looked at: a remark on what was told,
and no complaint. Words that close the talk are answered as such, what is noted is thanked for, what is doubted is said to be all that is
known, and a person is offered."""

from domain.language.quotes.closing_words import closes
from domain.language.quotes.remarks import doubts_it, takes_note
from domain.phrases import asks_for_person
from domain.ports.understanding import IntentGuess
from nodes.state import ConversationState

_LOOKS = frozenset({"track_order", "order_details", "track_refund", "list_orders"})


def remark_in(state: ConversationState, text: str) -> IntentGuess | None:
    """How a message that is only a remark is answered; None for any other."""
    if state.get("pending") or (state.get("task") or {}).get("asked"):
        return None
    wants_one = asks_for_person(text)
    if not wants_one and (closing := closes(text)) is not None:
        return IntentGuess(intent=closing, confidence=1.0)
    if not wants_one and _looked(state) and takes_note(text):
        return IntentGuess(intent="thanks", confidence=1.0)
    return IntentGuess(intent="complaint", confidence=1.0) if doubts_the_look(state, text) else None


def doubts_the_look(state: ConversationState, text: str) -> bool:
    return _looked(state) and doubts_it(text)


def _looked(state: ConversationState) -> bool:
    """Whether an order was looked at last."""
    frame = state.get("frame")
    return bool(frame and frame["action"] in _LOOKS)
