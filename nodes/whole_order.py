"""`support-v3`: "then all of it", once it was said that an order is cancelled as a whole or not at all: its button, in words."""

from domain.language.orders.parts_of_orders import takes_the_whole
from nodes.button_words import CANCEL_WHOLE
from nodes.state import ConversationState

_SAID_SO = frozenset({"cancel_order", "change_order_items"})


def as_whole_order(state: ConversationState, text: str) -> str:
    """What that button sends; ``text`` where the words do not take the whole, or nothing of the kind was said."""
    asked, frame = state.get("open_question") or {}, state.get("frame")
    if not frame or frame["action"] not in _SAID_SO or not frame["order_id"] or state.get("pending"):
        return text
    if asked.get("kind") != "person" or not asked.get("about") or not takes_the_whole(text):
        return text
    return CANCEL_WHOLE.format(frame["order_id"])
