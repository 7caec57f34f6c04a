"""How many pieces of goods a text speaks of: "one of the two atlases", "2 mugs", "a mug", "both"."""

import re
from typing import Literal

from domain.lazy_pattern import lazy_pattern
from domain.shop import OrderLine

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_OUR = "(?:the|my|these|those|them|our)"
_SOME = r"(?:(?:only|just|the|other|of|my|these|those|them|two|three|four|five|six|\d{1,3}|pieces?|items?|x|×)\s+){0,4}"
_WORD = lazy_pattern(r"[a-z0-9]+")
_OF_THEM = lazy_pattern(rf"\b{_NUMBER} (?:of (?:them|these|those|the (?:two|three|four|five|\d+))|piece|pieces|only)\b")
_ONLY = lazy_pattern(rf"(?:just |only |it is |its |about )?{_NUMBER}(?: (?:please|pls|only|pieces?|of))*")
_ALL = lazy_pattern(r"\b(?:all|both|every|everything|each|whole|entire)\b")


def pieces_in(text: str, line: OrderLine) -> int | Literal["unclear"] | None:
    """The pieces of a line that a text means: a number, ``unclear`` where it names one thing of several, None where it says
    nothing of it and the whole line is meant."""
    if line.quantity < 2 or not text:
        return None
    said = " ".join(_WORD.findall(text.casefold()))
    head = _head(line)
    goods = rf"(?:\w+ ){{0,3}}?{head}(?:e?s)?\b"
    one_of = re.search(rf"\b{_NUMBER} of (?:{_OUR} )?(?:(?:two|three|four|five|six|\d{{1,3}}) )?{goods}", said)
    found = one_of or re.search(rf"\b{_NUMBER} {_SOME}{goods}", said) or _OF_THEM.search(said) or _ONLY.fullmatch(said)
    if found:
        n = _NUMBERS.get(found["n"]) or int(found["n"])
        return n if 0 < n <= line.quantity else "unclear"
    if _ALL.search(said):
        return None
    if head.endswith("s") or not re.search(rf"\b{head}\b", said) or re.search(rf"\b{head}e?s\b", said):
        return None
    return "unclear"


_SHARE = lazy_pattern(
    r"\b(?:half|a (?:part|portion|third|quarter)(?: of)?|part of|some of (?:it|the (?:money|order|price))|partial(?:ly)?|partly"
    r"|die h(?:ae|ä)lfte|la moiti(?:e|é)|la mitad)\b"
)
_PIECES = lazy_pattern(
    r"\b(?:one of|two of|some of|only (?:one|two|some)|(?:drop|remove|take) (?:one|two|some|the|a|an|out)"
    r"|out of (?:my|the|this|that|order|hp|#))\b"
)
_WHOLE = lazy_pattern(r"\b(?:whole|entire|complete|both|all|everything)\b")


def says_share(text: str) -> bool:
    """Whether a text speaks of a share that no number of pieces says: half of it, a part of the money."""
    return bool(_SHARE.search(text.casefold()))


def says_part(text: str) -> bool:
    """Whether a text speaks of a part of an order: a share, or some of its things."""
    said = text.casefold()
    return says_share(text) or (bool(_PIECES.search(said)) and not _WHOLE.search(said))


def _head(line: OrderLine) -> str:
    words = _WORD.findall(line.name.casefold())
    return re.escape(words[-1]) if words else "piece"


_SEVERAL = lazy_pattern(r"\b(?:ones|others|rest|those|all)\b", re.IGNORECASE)


def says_several(text: str) -> bool:
    """ "The other ones", "the rest": more than one."""
    return bool(_SEVERAL.search(text))


_THE_SEVERAL = lazy_pattern(
    r"\W*(?:(?:no|sorry|oh|oops|wait|actually|i meant?|i mean|make (?:it|that)|its|it is|rather|well|nein|ich meinte?)\W+)*"
    r"(?:both|all|alle|beide)(?: (?:two|three|four|five|\d+))?(?: of (?:them|those|these|the (?:two|three|four)))?"
    r"(?: (?:have|are|were) \w+)?"
    r"(?:\W+(?:actually|please|pls|sorry|bitte|i meant?))*\W*",
    re.IGNORECASE,
)


def means_the_several(text: str) -> bool:
    """ "Sorry, I meant both of them": the several of what was just named, not everything there is."""
    return bool(_THE_SEVERAL.fullmatch(text))
