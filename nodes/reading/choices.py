"""The wishes that can be put to the customer as a choice, and the reading of what they choose."""

from domain.language.quotes.choices import choice_among, declines_all, plain_words
from nodes.drafts import NEITHER

# What the button of each wish sends, and what is read as this wish when it is typed.
WISHES = {
    "track_order": "find out where an order is",
    "cancel_order": "cancel an order",
    "change_order": "change what is in an order",
    "change_shipping_address": "change a delivery address",
    "change_payment_method": "pay in another way",
    "return_items": "return something",
    "exchange_items": "exchange something",
    "request_refund": "get money back",
    "track_refund": "find out where a refund is",
    "send_invoice": "get an invoice",
    "reset_password": "set a new password",
    "update_account": "change account details",
    "delete_account": "delete an account",
}


def label(intent: str) -> str:
    """The words that a wish's button sends."""
    return capitalized(WISHES[intent])


def capitalized(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def read_choice_among(intents: list[str], said: str) -> str | None:
    """The intent that was chosen, ``NEITHER``, or None where the words are no choice at all."""
    words = plain_words(said)
    for intent in intents:
        if words == WISHES[intent]:
            return intent
    return NEITHER if declines_all(said) else choice_among(intents, said)
