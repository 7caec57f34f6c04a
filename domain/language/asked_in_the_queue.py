"""What is asked while nobody has taken the conversation yet: how long that takes, whether anyone is there, what it costs."""

from typing import Literal

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_PERSON = r"(?:you|somebody|someone|anybody|anyone|a (?:person|human|colleague)|they|one of you|jemand|ihr|sie|einer|wer)"
_ASKED: dict[Literal["how-long", "cost", "anyone"], str] = {
    "how-long": r"\b(?:how (?:much )?(?:long|longer|soon)|how many (?:minutes|hours|people)|what(?:s| is) the wait|wie lange"
    r"|wie viele (?:minuten|stunden)|wann (?:kommt|antwortet|meldet|schreibt|geht))\b"
    rf"|\bwhen (?:will|does|do|can|is) (?:i |we )?(?:{_PERSON}|hear|get an answer)\b",
    "cost": r"\b(?:does|will|would|is) (?:it|this|that|a person|talking)\b.{0,20}\b(?:cost|free|charge\w*)\b"
    r"|\bwhat does (?:it|this|that) cost\b"
    r"|\bkostet (?:das|es|mich das)\b",
    "anyone": rf"\b(?:is|are) (?:there )?{_PERSON} (?:\w+ )?(?:there|here|reading|online)\b"
    r"|\bstill there\b"
    r"|\bist (?:da )?(?:jemand|wer)(?: da)?\b|\bsind sie noch da\b",
}
_RULES = [(kind, lazy_pattern(pattern)) for kind, pattern in _ASKED.items()]
_MOST_WORDS = 12


def asked_in_the_queue(text: str) -> Literal["how-long", "cost", "anyone"] | None:
    """What a short message asks of the wait; None for what is written for the person."""
    said = folded(text)
    if len(said.split()) > _MOST_WORDS:
        return None
    return next((kind for kind, rule in _RULES if rule.search(said)), None)
