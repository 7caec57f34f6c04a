"""What is chosen of a few wishes that were named, by its place or a word of its own; and answers to a question of ours that are whole
sentences.
"""

import re

from domain.language.folding import folded
from domain.language.quotes.phrases import read_confirmation
from domain.lazy_pattern import lazy_pattern

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


_LEAD = r"^\W*(?:(?:yes|yeah|yep|sure|ok|okay|hi|hello|well|great|thanks|thank you|sorry|so|oh|and|hmm|um|uh|no problem|of course)\b\W*)*"
_CHOOSES = lazy_pattern(
    r"\b(?:can|could|may|might) (?:i|we|you|it) (?:please |maybe |possibly |just |perhaps )*"
    r"(?:choose|pick|have|get|take|go (?:with|for)|change|modify|swap|switch|exchange|make|do|be|use|select)\b"
)
_TELLS_THE_ORDER = lazy_pattern(
    rf"{_LEAD}(?:(?:it(?: i|['’]?)s|it was|that(?: i|['’]?)s|i (?:mean|meant|think its|think it is)|i am talking about|probably)\b\W*)*"
    r"(?:the|my|an?) (?:\w+ )?(?:order|one|parcel|purchase|package) "
    r"(?:with|that (?:has|had|contains|includes|contained)|containing|of|for|from|where)\b"
)


def asks_for_a_choice(text: str) -> bool:
    """ "Could I have the black one?", asked which it should be, is an answer."""
    return bool(_CHOOSES.search(folded(text)))


_THE_ONE_WITH = lazy_pattern(
    r"\b(?:its|it is|thats|that is|it was) the (?:order |one |parcel )+(?:with|of|that has|containing)\b"
)


def tells_the_order(text: str) -> bool:
    """ "It's the order with the lamp that I need to change", asked which order it is."""
    said = folded(text)
    return bool(_TELLS_THE_ORDER.match(said) or _THE_ONE_WITH.search(said))


def speaks_of_a_difference(text: str) -> bool:
    """ "Refund the difference to my card" belongs to the exchange that is being filled."""
    return "difference" in text.casefold()
