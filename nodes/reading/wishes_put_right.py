"""`support-v3`: wishes that rules put right: "then all of it", once it was said that an order is cancelled as a whole or not at all, is its
button in words; a link by e-mail with the address that it should go to is one wish; an invoice to another address changes no account.
"""

from domain.acts import Act, Reading
from domain.language.acts.wishes import has_words_of
from domain.language.money.invoices import is_still_without, is_to_go_elsewhere
from domain.language.orders.parts_of_orders import takes_the_whole
from domain.language.text.entities import find_entities
from nodes.drafts import CANCEL_WHOLE
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


def one_link(reading: Reading, text: str) -> Reading:
    """ "Send a new password link to bob@example.com" says where it goes, and changes no e-mail address."""
    links = [act for act in reading.acts if act.intent == "reset_password" and act.act == "wish" and not act.negated]
    if not links or not find_entities(text).get("emails") or has_words_of("update_account", text):
        return reading
    others = [act for act in reading.acts if act not in links and act.intent != "update_account" and act.act != "value"]
    link = links[0].model_copy(update={"text": text, "start": 0, "end": len(text)})
    return reading.model_copy(update={"acts": [link, *others]})


_INVOICE = "send_invoice"


def with_missed_invoice(reading: Reading, text: str) -> Reading:
    """ "Still no invoice for HP1" denies nothing: it is wanted."""
    if not is_still_without(text):
        return reading
    acts = [act.model_copy(update={"negated": False}) if act.intent == _INVOICE else act for act in reading.acts]
    return reading.model_copy(update={"acts": acts})


def invoice_elsewhere(state: ConversationState, text: str) -> Act | None:
    """The act of a message that only says where the invoice is to go that is being asked about, or was just sent."""
    doing = (state.get("task") or state.get("frame") or {}).get("action")
    if doing != _INVOICE or state.get("pending") or not is_to_go_elsewhere(text):
        return None
    return Act(act="wish", intent=_INVOICE, text=text, end=len(text))
