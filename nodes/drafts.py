"""Messages in the making: text, buttons and citations, as the state keeps them; and what buttons send in the customer's name. That is read
like words that are typed, so it is the same in every language; what stands on the button is a message.
"""

from collections.abc import Sequence

from domain.conversation import Button, ButtonKind, Citation
from domain.ids import new_id
from domain.knowledge import Segment
from domain.messages.messages import Say
from nodes.state import ConversationState, Draft

OFFERED = {
    "track_order": "Where is my order?",
    "return_items": "I want to return something",
    "refund_order": "I want my money back",
    "exchange_items": "I want to exchange something",
    "cancel_order": "I want to cancel my order",
    "change_shipping_address": "I want to change the delivery address",
    "send_invoice": "Send me an invoice",
    "send_password_reset": "Send me a password reset link",
}
TRACK = "Where is my order {}?"
DELIVERY_TIME = "How long does delivery take?"
CANCEL_WHOLE = "Cancel the whole order {}"
# By action: {0} the goods, {1} the order.
WISHES_FOR = {
    "return_items": "I want to return {0} of order {1}",
    "refund_order": "I want my money back for {0} of order {1}",
    "exchange_items": "I want to exchange {0} of order {1}",
    "change_order_items": "I want to change {0} in order {1}",
    "cancel_order": CANCEL_WHOLE.replace("{}", "{1}"),
}
NOT_THAT = "No, something else"
ALL_ITEMS = "All of them"
SEND_AGAIN = "Yes, please send it again"
SO_MANY = "{} of them"
ACCOUNT_FIELDS = {"email": "My e-mail address", "phone": "My phone number", "address": "My address"}
FIELD_WISHES = {"email": "I want to change my e-mail address", "phone": "I want to change my phone number"}
NEITHER = "None of these"
AGREES, DISAGREES = "Yes, I agree", "No, I do not agree"  # the pages know the buttons of consent by these


def talk_to_a_person(say: Say) -> Button:
    return Button(id="handoff", label=say("talk-to-a-person"), kind="handoff", value="handoff")


def button(label: str, kind: ButtonKind = "reply", value: str | None = None) -> Button:
    return Button(id=f"{kind}:{(value or label)[:60]}", label=label, kind=kind, value=value or label)


def draft(
    text: str,
    *,
    buttons: Sequence[Button] = (),
    cited: Sequence[Segment] = (),
    role: str = "assistant",
    message_id: str | None = None,
) -> Draft:
    """A message; `guard_output` adds the way to a person to those of the assistant."""
    citations = [
        Citation(article_id=s.article_id, segment_id=s.id, title=s.title, url=s.url, quote=s.answer, revision=s.revision)
        for s in cited
    ]
    return {
        "id": message_id or new_id(),
        "role": "system" if role == "system" else "assistant",
        "text": text,
        "citations": [c.model_dump(mode="json") for c in citations],
        "actions": [b.model_dump(mode="json") for b in buttons],
    }


def replying(state: ConversationState, *drafts: Draft) -> list[Draft]:
    """What was said so far in this turn, and these. A sentence that only leads to what follows is put before it in one message."""
    said = state.get("reply", [])
    if not drafts or not said or not said[-1].get("leads"):
        return [*said, *drafts]
    following, *others = drafts
    return [*said[:-1], {**following, "text": f"{said[-1]['text']} {following['text']}"}, *others]
