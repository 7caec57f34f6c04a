"""A question about the very quote that waits: "how long does that take?", "to which card?", "does it include shipping?"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, cast

from domain.language.pattern_table import with_pieces
from domain.language.refusal import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

QuoteAspect = Literal["amount", "method", "duration", "delivery", "tax", "cost", "send_back", "which", "next", "elsewhere"]

_TABLE = shipped_table("domain.language", "quote_questions.yaml")


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    each = "|".join(f"(?:{form})" for form in forms)
    return lazy_pattern(with_pieces(f"<before>(?:{each})<after>", _TABLE["pieces"]))


_PATTERNS = [(cast(QuoteAspect, aspect), _pattern(forms)) for aspect, forms in _TABLE["aspects"].items()]
_ASKS = lazy_pattern(
    r"^\W*(?:\w+\W+){0,4}?(?:what|whats|which|when|where|who|why|how|is|are|does|do|will|would|can|may|must|should|wie|was|wann|wo|wohin|wer|warum"
    r"|welche[snmr]?|ist|sind|muss|kann|darf|soll|geht|kommt|kostet|bekomme|kriege|auf|wofur|to which|on which)\b"
)
# A thing of its own, which the documents or another order answer for.
_ELSEWHERE = lazy_pattern(
    r"\b(?:warrant\w*|guarantee\w*|gift ?cards?|other orders?|another order|next order|new order|my (?:parcel|package|order)"
    r"|discount|store|shop|opening|garantie|andere bestellung|mein paket|meine bestellung|gutschein\w*|instead|statt\w*"
    r"|person|human|someone|mensch)\b|\b[a-z]{1,3}\d{4,}\b"
)
_MOST_WORDS = 14


@lru_cache(maxsize=REMEMBERED)
def asks_of_the_quote(text: str) -> QuoteAspect | None:
    """What of a quote that waits a message asks, and nothing else; None for a question about anything else."""
    said = re.sub(r"\s+", " ", folded(text)).strip(" .,;")
    if len(said.split()) > _MOST_WORDS or _ELSEWHERE.search(said) or not ("?" in said or _ASKS.match(said)):
        return None
    said = said.strip(" .,;!?")
    return next((aspect for aspect, pattern in _PATTERNS if pattern.fullmatch(said)), None)


_SPEAKS = {
    "refund_order": lazy_pattern(r"\b(?:refund|money back|reimburs|erstatt|ruckerstatt|geld)"),
    "cancel_order": lazy_pattern(r"\b(?:cancel|storn|refund|erstatt)"),
    "return_items": lazy_pattern(r"\b(?:return|refund|send\w* back|ruckgabe|rucksend|zuruck|erstatt|retour)"),
    "exchange_items": lazy_pattern(r"\b(?:exchang|swap|replac|umtausch|tausch|ersatz)"),
}


def speaks_of(action: str, text: str) -> bool:
    """Whether a document's words are of an action at all: what is only near its question answers nothing."""
    pattern = _SPEAKS.get(action)
    return bool(pattern and pattern.search(folded(text)))
