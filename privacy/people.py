"""Names that are known to be somebody's, found wherever they stand; and brands, figures and things that carry one and are nobody's."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table
from privacy.folding import fold
from privacy.vocabulary import word_set

_LEAST = 2  # letters of a part of a name: an initial is no name
_RARE = 7  # letters from which a name is taken for one in lower case too: shorter ones are often words
COMMON_WORDS = word_set("will may mark grace hope faith joy rich art bill dean summer april june august august page price")


def people_pattern(people: Sequence[str]) -> re.Pattern[str] | None:
    """Whole names in any case; their parts as written or in capitals, and rare long ones in any case.

    "Will you" at the beginning of a sentence is no name: parts that are common words count only in the whole name."""
    whole = {" ".join(fold(name).text.split()) for name in people}
    parts = {part for name in whole for part in re.split(r"[\s,]+", name) if len(part) >= _LEAST and not part.endswith(".")}
    forms = [rf"(?i:{_spaced(name)})" for name in whole if " " in name]
    for part in parts:
        if part.casefold() in COMMON_WORDS:
            continue
        forms.append(f"(?i:{re.escape(part)})" if len(part) >= _RARE else f"{re.escape(part)}|{re.escape(part.upper())}")
    if not forms:
        return None
    return lazy_pattern(rf"(?<![^\W_])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![^\W_])")


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


_WORD = lazy_pattern(r"[^\W_]+")
_NEXT = lazy_pattern(
    r"(?:['’]s)?[ \t-]{1,2}(?:(?P<first>[^\W\d_][\w-]*)(?:[ \t]+(?P<second>[^\W\d_][\w-]*))?|(?P<number>\d))"
)
_ARTICLE = lazy_pattern(
    r"(?<![^\W_])(?:the|a|an|this|that|these|those|your|another|each|two|both|of the)\s+$", re.IGNORECASE
)
_AROUND = 40  # signs in which a brand's name is looked for


def is_brand(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` lies inside the name of a brand, an artist or a figure that stands there."""
    begin = max(0, start - _AROUND)
    words = list(_WORD.finditer(text, begin, min(len(text), end + _AROUND)))
    first = bisect_right(words, start, key=lambda word: word.end())
    last = bisect_right(words, end - 1, key=lambda word: word.start())
    while last - first > 1 and words[last - 1].group().casefold() in _goods():
        last -= 1
    inside = [word.group().casefold() for word in words[first:last]]
    if not inside or len(inside) > 4:
        return False
    phrases = _brands()
    for length in range(len(inside), 6):
        for at in range(max(0, last - length), first + 1):
            if tuple(word.group().casefold() for word in words[at : at + length]) in phrases:
                return True
    return False


def is_thing(text: str, start: int, end: int) -> bool:
    """Whether a guessed name is a thing's: a brand's, or with what the thing is behind it ("Hudson sofa", "the Emma in grey")."""
    if is_brand(text, start, end):
        return True
    *_, last = _WORD.findall(text[start:end]) or [""]
    if last.islower() and last in _goods():
        return True
    following = _NEXT.match(text, end)
    if following is None:
        return _ARTICLE.search(text, max(0, start - 10), start) is not None and " " not in text[start:end]
    nouns = [word.lower() for word in (following["first"], following["second"]) if word]
    if any(noun in _goods() for noun in nouns):
        return True
    has_article = _ARTICLE.search(text, max(0, start - 10), start) is not None
    return has_article and (following["number"] is not None or " " not in text[start:end])


def is_count(text: str, start: int, end: int) -> bool:
    """Whether what looks like a street counts things: "20 Lake view postcards"."""
    following = _NEXT.match(text, end)
    found = text[start:end]
    if following is None or "," in found or "\n" in found or len(re.findall(r"\d+", found)) > 1:
        return False
    return any(word and word.lower() in _goods() for word in (following["first"], following["second"]))


@cache
def _read() -> dict[str, object]:
    read: dict[str, object] = shipped_table("privacy", "not_people.yaml")
    return read


@cache
def _brands() -> frozenset[tuple[str, ...]]:
    lines = _read()["brands"]
    assert isinstance(lines, list)
    return frozenset(
        tuple(_WORD.findall(phrase.casefold())) for line in lines for phrase in str(line).split(",") if phrase.strip()
    )


@cache
def _goods() -> frozenset[str]:
    return frozenset(str(_read()["goods"]).split())
