"""What a sentence claims beyond its subject: that something was done for this customer, or that a secret is to be handed over."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table
from models.chat.plain import pattern as compiled
from models.chat.plain import plain

_CLAUSE_END = lazy_pattern(r"[,;:.!?]+\s+|\s+[-–—]\s+")
_WE = lazy_pattern(
    r"\b(?:we|i|wir|ich|nous|noi|nos|wij|it|this)\b"
)  # begins a clause of its own behind "after your message"


@dataclass(frozen=True)
class _Patterns:
    subordinate: re.Pattern[str]
    told: tuple[re.Pattern[str], ...]
    speaks_for_itself: re.Pattern[str]
    yours: re.Pattern[str]
    secrets: re.Pattern[str]
    own_card: re.Pattern[str]
    hands_over: re.Pattern[str]
    forbids: re.Pattern[str]
    to_us: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    raw: dict[str, Any] = shipped_table("models.chat", "claims.yaml")
    told = tuple(compiled(one) for one in raw.pop("told"))
    return _Patterns(told=told, **{name: compiled(pattern) for name, pattern in raw.items()})


def tells_of_a_deed(text: str) -> bool:
    """Whether a main clause says that something was done or is under way, or speaks as an "I": "your refund has left us"."""
    patterns = _patterns()
    if patterns.speaks_for_itself.search(plain(text)):
        return True
    for said in (plain(text), text.replace("’", "'").lower()):  # accents tell "è" from "e"
        main = patterns.subordinate.sub(lambda found: _kept(found.group()), said)
        if any(told.search(clause) for clause in _CLAUSE_END.split(main) for told in patterns.told):
            return True
    return False


def _kept(clause: str) -> str:
    """What of a subordinate clause is none: "once we have it" is, "after your call we have it" is not from its "we"."""
    starts = next((found.start() for found in _WE.finditer(clause) if len(clause[: found.start()].split()) > 1), None)
    return " " if starts is None else " " + clause[starts:]


def is_yours(text: str) -> bool:
    """Whether it speaks of something of the customer's: "your parcel"."""
    return _patterns().yours.search(plain(text)) is not None


def names_a_secret(text: str) -> bool:
    """Whether a password, a card's number, an account's or the like is named."""
    return _patterns().secrets.search(plain(text)) is not None


def asks_for_a_secret(text: str) -> bool:
    """Whether it wants a secret handed over. "Never tell anybody your password" does not."""
    patterns, said = _patterns(), plain(text)
    if not (patterns.secrets.search(said) or patterns.own_card.search(said)):
        return False
    return any(not patterns.forbids.search(said[: found.start()]) for found in patterns.hands_over.finditer(said))


def asks_us_a_secret(text: str) -> bool:
    """Whether it wants a secret written to us: nobody of ours asks for one, whatever an article says."""
    return asks_for_a_secret(text) and _patterns().to_us.search(plain(text)) is not None
