"""An answer without a model: the few sentences of the best segment that say it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from domain.knowledge import Quote, Segment, SegmentHit
from domain.language.languages.german_words import in_english
from domain.lazy_pattern import lazy_pattern
from kb.answering.expected_answer_type import expected_answer_type
from kb.answering.features import rarity
from kb.answering.worth import FIGURE, ROW, SAME_QUESTION, Asked, Told, best_section, with_heads, worths
from kb.text.chunking import ITEM, units
from kb.text.region_names import regions_named
from kb.text.words import Vocabulary, stems

LONGEST = 90  # words quoted of one segment
_SHORT = 45  # a segment up to here is quoted whole
_MOST = 3  # sentences
_FITS_AT_ONCE = 0.2  # more, where it is the very first: what matters most is said first
_CLOSE = 0.8  # of the first hit's cosine: below, a second article adds more noise than help
_GOES_ON = 0.4  # of what the best sentence is worth, what the next has to be
_UNDER_A_LABEL = 0.6  # more, where it is under another label
_A_ROW = 0.1  # what a row gains: it is made to be looked up
_MUCH = 0.2  # of what a question's words are worth
_LABEL = lazy_pattern(r"[^\W\d_][^.?!:|\n]{0,40}: ")  # "Oven and campfire: yes, …": what follows is of that, up to the next
_SAYS_NO = lazy_pattern(r"\b(?:not|never|no|without|cannot|except|exceptions|nicht|nie|kein\w*|ohne|ausnahmen)\b", re.I)
_BARE_ANSWER = lazy_pattern(r"^(?:yes|no|ja|nein)\.\s+", re.I)
_LEANS = lazy_pattern(
    r"^(it|they|this|that|these|those|if so|otherwise|then|after that|in that case|however|but|also"
    r"|(in|to|for) \w+( \w+)? (it|they) (do|does|is|are|will|can)) ?\b",
    re.I,
)
_ELSEWHERE = 2.0  # what a sentence loses that is of another region: more than it can be worth
# What only adds to something says nothing without it: "takes 3 days more", "a surcharge of 12.00".
_ADDS = lazy_pattern(
    r"\b\d+ (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?) (?:more|longer|later|extra)\b|\bsurcharges?\b|\bon top of\b"
    r"|\bwe add\b|\btakes? \d+ more\b",
    re.I,
)


def extract_answer(
    question: str,
    hits: Sequence[SegmentHit],
    words: Vocabulary,
    common: Mapping[str, float],
    closeness: Sequence[np.ndarray],
    region: str | None = None,
    versions: Mapping[str, Segment] | None = None,
) -> Quote:
    """Quote the first hit, and the second one where it is of another article, close, and says something new.

    ``closeness`` holds, for each hit, the cosine of the question and its own question, and each of its ``units``. ``region`` is the
    customer's, unless the question names one. ``versions`` says a segment, by its id, in the customer's language: what was chosen is
    quoted out of it.
    """
    english = in_english(question) or question
    asked_for = {words.known(stem) or stem for stem in stems(english)}
    asked = Asked(question, english, {stem: rarity(stem, words, common) for stem in asked_for})
    own = regions_named(question) or frozenset({region.upper()} if region else ())
    versions = versions or {}
    at = best_section(asked, [hit.segment for hit in hits], closeness, versions)
    order = [at, *(other for other in range(len(hits)) if other != at)]
    hits, closeness = [hits[k] for k in order], [closeness[k] for k in order]
    first = hits[0]

    def excerpt(at: int, longest: int) -> list[int] | None:
        segment = hits[at].segment
        return _excerpt(asked, segment, versions.get(segment.id), closeness[at], longest, own)

    pieces = [_Piece(first.segment, excerpt(0, LONGEST), first.cosine)]
    text = pieces[0].text
    base = _added_to(first, hits[1:], text)
    if base is not None:
        pieces.insert(0, _Piece(base, None, 1.0))
    elif len(hits) > 1 and hits[1].cosine >= _CLOSE * first.cosine:
        second = _Piece(hits[1].segment, excerpt(1, LONGEST - min(LONGEST // 2, len(text.split()))), 1.0)
        pieces += [second] if _adds(pieces[0], second, asked.weight) else []
    shown = [piece.said_by(versions.get(piece.segment.id)) for piece in pieces]
    return Quote(text="\n\n".join(_told(piece) for piece in shown), segments=[piece.segment for piece in shown])


@dataclass(frozen=True)
class _Piece:
    """What is quoted of one segment."""

    segment: Segment
    at: Sequence[int] | None  # which of its ``units``; None is all of it
    cosine: float  # to the question

    @property
    def text(self) -> str:
        if self.at is None:
            return self.segment.answer
        parts = units(self.segment.answer)
        return _joined([parts[k] for k in self.at])

    def said_by(self, version: Segment | None) -> "_Piece":
        """The same out of another version: all of it where the two are not made alike."""
        if version is None:
            return self
        is_alike = len(units(version.answer)) == len(units(self.segment.answer))
        return _Piece(version, self.at if is_alike else None, self.cosine)


def _told(piece: _Piece) -> str:
    return _under_its_heading(_without_bare_answer(piece.text, piece.cosine), piece.segment)


def _added_to(hit: SegmentHit, others: Sequence[SegmentHit], text: str) -> Segment | None:
    """The article's first section, where ``text``, out of a later one, only tells what is added to it."""
    if hit.segment.position == 0 or not _ADDS.search(text):
        return None
    first = (other.segment for other in others if other.segment.article_id == hit.segment.article_id)
    return next((segment for segment in first if segment.position == 0 and len(segment.answer.split()) <= _SHORT), None)


def _without_bare_answer(text: str, cosine: float) -> str:
    """A "No." answers the article's own question; in front of another question it may say the contrary."""
    return text if cosine >= SAME_QUESTION else _BARE_ANSWER.sub("", text, count=1)


def _under_its_heading(text: str, segment: Segment) -> str:
    """A list under "What it does not cover" would say the contrary without these words."""
    heading = segment.heading_path[-1] if segment.heading_path else ""
    return f"{heading.rstrip('.:')}: {text}" if _SAYS_NO.search(heading) and "?" not in heading else text


def _adds(first: _Piece, second: _Piece, weight: Mapping[str, float]) -> bool:
    """Whether what would be quoted of another article itself, or its heading, says much of the question that was not said yet."""
    if second.segment.article_id == first.segment.article_id:
        return False
    said = set(stems(f"{first.segment.question} {first.text}"))
    new = {stem for stem in stems(" ".join([*second.segment.heading_path[-1:], second.text])) if stem in weight} - said
    return sum(weight[stem] for stem in new) > _MUCH * sum(weight.values())


def _excerpt(
    asked: Asked,
    segment: Segment,
    version: Segment | None,
    closeness: np.ndarray,
    longest: int,
    own: frozenset[str],
) -> list[int] | None:
    """Which ``units`` are quoted; None for all of the answer."""
    parts = units(segment.answer)
    if len(segment.answer.split()) <= min(_SHORT, longest) or len(parts) == 1:
        return None
    told = with_heads(parts)
    theirs = with_heads(units(version.answer)) if version else []
    version_told = Told(version, theirs) if version and len(theirs) == len(told) else None
    worth = worths(asked, segment, told, closeness[1:], version_told)
    worth = [value + _A_ROW * (ROW in part) for value, part in zip(worth, told, strict=True)]
    if all(expected_answer_type(asked.english, parts[0])):
        worth[0] += _FITS_AT_ONCE
    kept = _of_regions(parts, own)
    best = kept.index(_best(asked.english, parts, worth, own, kept))
    parts, worth = [parts[at] for at in kept], [worth[at] for at in kept]
    # To its own question a text says first what matters.
    is_its_own = bool(closeness[0] >= SAME_QUESTION) and ROW not in parts[0]
    best = 0 if is_its_own else best
    if parts[best].endswith("?") and best + 1 < len(parts):
        best += 1  # "No printer?" stands over the answer, and is none
    if ROW in parts[best]:
        return [kept[k] for k in _rows(parts, best, longest)]
    first, last = _list_around(parts, best) if ITEM.match(parts[best]) or parts[best].endswith(":") else (best, best)
    label = _label_of(parts, best)
    while first > 0 and last - first < _MOST - 1 and (_LEANS.match(parts[first]) or (label is not None and first > label)):
        first -= 1
    first, last = _within(parts, first, last, best, longest)
    in_list = bool(ITEM.match(parts[last]))
    while (
        last + 1 < len(parts)
        and (in_list or last - first < _MOST - 1)
        and bool(ITEM.match(parts[last + 1])) == in_list
        and not (label is not None and _LABEL.match(parts[last + 1]) and worth[last + 1] < _UNDER_A_LABEL * worth[best])
        and (in_list or is_its_own or worth[last + 1] > _GOES_ON * worth[best] or _LEANS.match(parts[last + 1]))
        and _length(parts[first : last + 2]) <= longest
    ):
        last += 1
    return kept[first : last + 1]


def _of_regions(parts: Sequence[str], own: frozenset[str]) -> list[int]:
    """Where the parts stand that are not of other regions alone, nor lead in to one that is kept. All, where none is of ``own``."""
    named = [regions_named(part) for part in parts]
    if not any(regions & own for regions in named):
        return list(range(len(parts)))
    kept = [not regions or bool(regions & own) for regions in named]
    for at in range(len(parts) - 1, 0, -1):
        kept[at - 1] = kept[at - 1] or (kept[at] and bool(named[at]) and _LEANS.match(parts[at]) is not None)
    return [at for at, is_kept in enumerate(kept) if is_kept]


def _best(question: str, parts: Sequence[str], worth: Sequence[float], own: frozenset[str], kept: Collection[int]) -> int:
    """The part that is worth most; but the region's own before another region's, and before one without the figure asked for."""
    best = int(np.argmax(worth))
    ours = [at for at in kept if regions_named(parts[at]) & own]
    if not ours or (best in kept and FIGURE.search(parts[best])):
        return best
    of_own = max(ours, key=lambda at: worth[at])
    wants, has = expected_answer_type(question, parts[of_own])
    return of_own if best not in kept or (wants and has and FIGURE.search(parts[of_own])) else best


def _rows(parts: Sequence[str], best: int, longest: int) -> list[int]:
    """The row ``best`` of a table under the table's first; all of it, as far as it may go, where that first one is the best."""
    first = last = best
    while first > 0 and ROW in parts[first - 1]:
        first -= 1
    if best > first:
        return [first, best]
    while last + 1 < len(parts) and ROW in parts[last + 1] and _length(parts[first : last + 2]) <= longest:
        last += 1
    return list(range(first, last + 1))


def _list_around(parts: Sequence[str], at: int) -> tuple[int, int]:
    """The whole list that the part ``at`` belongs to, with the line that leads in."""
    first = last = at
    while first > 0 and ITEM.match(parts[first]):
        first -= 1
    while last + 1 < len(parts) and ITEM.match(parts[last + 1]):
        last += 1
    return first, last


def _label_of(parts: Sequence[str], at: int) -> int | None:
    """Where the label stands that the part ``at`` is under, in a text that begins with one and has others."""
    labelled = [k for k, part in enumerate(parts) if _LABEL.match(part)]
    return max(k for k in labelled if k <= at) if len(labelled) > 1 and labelled[0] == 0 else None


def _within(parts: Sequence[str], first: int, last: int, best: int, longest: int) -> tuple[int, int]:
    while last > best and _length(parts[first : last + 1]) > longest:
        last -= 1
    while first < best and _length(parts[first : last + 1]) > longest:
        first += 1
    return first, last


def _length(parts: Sequence[str]) -> int:
    return sum(len(part.split()) for part in parts)


def _joined(parts: Sequence[str]) -> str:
    text = parts[0].strip()
    for before, part in pairwise(parts):
        is_line = ITEM.match(part) or ITEM.match(before) or ROW in part
        text += ("\n" if is_line else " ") + part.strip()
    return text
