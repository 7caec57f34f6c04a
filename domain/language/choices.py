"""What is chosen of a few wishes that were named: by its place, or by a word of its own."""

import re

from domain.lazy_pattern import lazy_pattern
from domain.phrases import read_confirmation

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
_NEITHER = lazy_pattern(
    r"(?:no\s+)?(?:neither|none|something else|nothing)(?:\s+of\s+(?:these|those|them|the above|both|the two))?"
)
_SHORT = 6  # words: what is longer says more than which


def declines_all(said: str) -> bool:
    """ "None of these", or a no."""
    return bool(_NEITHER.fullmatch(plain_words(said))) or read_confirmation(said) == "no"


def choice_among(intents: list[str], said: str) -> str | None:
    """The one of ``intents``, in the order in which they were named, that is chosen; None where the words choose none."""
    words = plain_words(said)
    for intent, nth in zip(intents, _NTH, strict=False):
        if re.fullmatch(_AROUND.format(nth), words):
            return intent
    if re.fullmatch(_AROUND.format("last|latter"), words):
        return intents[-1]
    if len(words.split()) > _SHORT:
        return None
    meant = [intent for intent in intents if re.search(rf"\b(?:{_KEYWORDS[intent]})\b", words)]
    return meant[0] if len(meant) == 1 else None


def plain_words(said: str) -> str:
    """The words of a text in small letters, without marks."""
    return " ".join(re.findall(r"\w+", said.casefold()))
