"""`support-v3`: it was said that a colleague can send goods again, or that their money can go back: which of the two an answer takes."""

from domain.language.reports.goods_or_money import taken_of_the_two
from nodes.button_words import OFFERED, SEND_AGAIN
from nodes.state import ConversationState


def as_chosen(state: ConversationState, text: str) -> str:
    """What the button of the chosen way sends; ``text`` where the words choose none. Who leaves it to us gets the quicker way, the
    money, quoted."""
    asked, frame = state.get("open_question") or {}, state.get("frame")
    is_of_goods = frame is not None and frame["action"] == "exchange_items" and bool(frame.get("line_ids"))
    if (
        asked.get("kind") != "person"
        or not (asked.get("about") and asked.get("reason"))
        or not is_of_goods
        or state.get("pending")
    ):
        return text
    taken = taken_of_the_two(text)
    if taken is None:
        return text
    return SEND_AGAIN if taken == "goods" else OFFERED["refund_order"]
