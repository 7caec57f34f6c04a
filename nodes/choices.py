"""The wishes that can be put to the customer as a choice, and the reading of what they choose."""

import re

from domain.phrases import read_confirmation

# As they stand after "do you want to"; the button says the same.
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
NEITHER = "None of these"

_KEYWORDS = {
    "track_order": r"where|track(?:ing)?|find",
    "cancel_order": r"cancel\w*|stop",
    "change_order": r"change",
    "change_shipping_address": r"address",
    "change_payment_method": r"pay\w*|card",
    "return_items": r"return\w*|send (?:it|them) back",
    "exchange_items": r"exchang\w*|swap\w*",
    "request_refund": r"money|refund(?!\s+is)",
    "track_refund": r"where",
    "send_invoice": r"invoice|bill|receipt",
    "reset_password": r"password",
    "update_account": r"details|account",
    "delete_account": r"delet\w*",
}
_NTH = (r"1|one|a|first|1st|former", r"2|two|b|second|2nd", r"3|three|c|third|3rd")
_AROUND = r"(?:(?:the|option|number|no|please|choice)\s+)*({})(?:\s+(?:one|option|choice|please))*"
_NEITHER = re.compile(
    r"(?:no\s+)?(?:neither|none|something else|nothing)(?:\s+of\s+(?:these|those|them|the above|both|the two))?"
)
_SHORT = 6  # words: what is longer says more than which


def label(intent: str) -> str:
    """The words of a wish's button."""
    return f"{WISHES[intent][0].upper()}{WISHES[intent][1:]}"


def read_choice_among(intents: list[str], said: str) -> str | None:
    """The intent that was chosen, ``NEITHER``, or None where the words are no choice at all."""
    words = " ".join(re.findall(r"\w+", said.casefold()))
    for intent in intents:
        if words == WISHES[intent]:
            return intent
    if _NEITHER.fullmatch(words) or read_confirmation(said) == "no":
        return NEITHER
    for intent, nth in zip(intents, _NTH, strict=False):
        if re.fullmatch(_AROUND.format(nth), words):
            return intent
    if re.fullmatch(_AROUND.format("last|latter"), words):
        return intents[-1]
    if len(words.split()) > _SHORT:
        return None
    meant = [intent for intent in intents if re.search(rf"\b(?:{_KEYWORDS[intent]})\b", words)]
    return meant[0] if len(meant) == 1 else None
