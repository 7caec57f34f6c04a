"""Of goods some came and others did not: "I only got the table, there was meant to be a pan", "nur der Tisch war drin, wo ist die Pfanne?".

A text is read by its parts: those that tell what alone came, and those that tell or ask what is not there."""

from functools import lru_cache
from typing import NamedTuple

from domain.language.folding import REMEMBERED, folded
from domain.language.reports.problems import problem_in
from domain.lazy_pattern import lazy_pattern

_THERE = (
    r"(?:there (?:was|were|is|are|should|ought)|theres|wheres|where (?:is|are)|no|not|without|it should|what about|i (?:also )?ordered|"
    r"es sollte\w*|da sollte\w*|wo (?:ist|sind|bleib\w*)|kein\w*|nicht|ohne)"
)
_APART = lazy_pattern(
    rf"[.;:!?\n,]+| [-–] |\b(?:but|although|though|however|aber|doch|sondern)\b"
    rf"|\b(?:and|und|or|then) (?=(?:{_THERE}|its?|they|theyre|es|er|sie)\b)"
    r"|(?<=\w) (?=theres\b|wheres\b)"
)
_ONLY = r"(?:only|just(?! (?:got|gotten|received?|found|had|came|arrived|bought|ordered|opened)\b)|nur|bloss|lediglich)"
_CAME = (
    r"(?:got|gotten|received?|found|had|contain\w*|includ\w*|came|come|arrived|turned up|delivered|shipped|sent|here|there|inside"
    r"|in (?:it|the (?:box|parcel|package))|bekommen|gekriegt|erhalten|angekommen|gekommen|kam(?:en)?|geliefert|drin|dabei|da"
    r"|lag(?:en)?|enthielt|im (?:paket|karton)|war(?:en)?)"
)
_ONLY_CAME = lazy_pattern(rf"\b{_ONLY}\b.*\b{_CAME}\b|\b{_CAME}\b.*\b{_ONLY}\b")
_ALONE = lazy_pattern(rf"^{_ONLY} (?:the|my|one|a|der|die|das|den|ein\w*|mein\w*) \w+(?: \w+)?$")
_DENIES = lazy_pattern(
    r"\b(?:missing|not|no|isnt|wasnt|arent|werent|didnt|never|should\w*|supposed|meant|fehl\w*|nicht|kein\w*|sollte\w*|question|frage)\b"
)
_WANTS = lazy_pattern(r"\b(?:want|need|like|return|refund|keep|send|cancel|mochte\w*|will|brauche\w*|zuruck\w*|behalt\w*)\b")
_ABSENT = lazy_pattern(
    rf"^(?:so |and |und |also )*{_THERE}\b(?= \w)|\bmissing\b|\bfehl(?:t|en|te|ten)\b|\b(?:meant|supposed) to (?:be|come)\b"
    r"|\bshould(?:ve| have| also| be)\b"
    r"|\b(?:isnt|wasnt|arent|werent|not|never|didnt|hasnt|nicht)(?: \w+)?(?: in\b.*| there| here| included| come| came| arrived?"
    r"| dabei| drin| da| angekommen| mitgekommen)$|\b(?:nicht|noch nicht)$"
    r"|\bsollte\w*\b.*\b(?:dabei|drin|kommen|sein)\b|\bordered\b.*\b(?:too|as well)$"
)


class WhatCame(NamedTuple):
    """The words, folded, of what alone came, and of what is not there."""

    came: str
    absent: str


@lru_cache(maxsize=REMEMBERED)
def what_came(text: str) -> WhatCame | None:
    """None of a text that does not tell both, or tells that something is wrong with what came."""
    parts = [part for piece in _APART.split(folded(text)) if (part := " ".join(piece.split()))]
    came = [part for part in parts if _tells_what_came(part)]
    absent = [part for part in parts if part not in came and _ABSENT.search(part)]
    others = [part for part in parts if part not in came and part not in absent]
    if not (came and absent) or any(problem_in(part) not in (None, "missing", "not_received") for part in [*came, *others]):
        return None
    return WhatCame(" . ".join(came), " . ".join(absent))


def _tells_what_came(part: str) -> bool:
    is_told = bool(_ONLY_CAME.search(part) or _ALONE.match(part))
    return is_told and not _WANTS.search(part) and not _DENIES.search(part)
