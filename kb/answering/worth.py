"""What the sentences of found segments are worth as an answer to a question, and which section of an article holds the best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import Segment
from domain.lazy_pattern import lazy_pattern
from kb.answering.expected_answer_type import expected_answer_type
from kb.answering.telling_words import OF_THE_TITLE, goods_asked, shares_told, shares_told_in, words_said
from kb.text.chunking import units

SEARCHED = "en"  # the language whose words `stems` reads
SAME_QUESTION = 0.9  # cosine
_NEARLY_ITS_OWN = 0.8  # … from which the search knows best which section answers what the title asks
ROW = " | "  # between the cells of a table's row
FIGURE = lazy_pattern(r"\d")
_FITS = 0.25  # what a sentence gains by holding the amount, time or number that is asked for
_WITHOUT_FIGURE = 0.5  # of that, where it holds words alone: "carries no prices"
_IN_WORDS = 0.6  # what a sentence gains by all the words that tell it from the others
_CLEARLY = 0.15  # what a section has to be worth more than the one that the search put first
_ASKS_THE_SAME = 0.2  # what a section gains whose heading asks the same way: "When it is ready"
_ASKING = frozenset({"when", "where", "why", "who", "wann", "wo", "warum", "wer"})
_WORD = lazy_pattern(r"\w+")


@dataclass(frozen=True)
class Asked:
    """A question, the same in English word by word where it is in a language that is known so, and its English stems with their rarity."""

    text: str
    english: str
    weight: Mapping[str, float]


@dataclass(frozen=True)
class Told:
    """The same sentences in another language's version."""

    version: Segment
    parts: Sequence[str]


def worths(
    asked: Asked,
    segment: Segment,
    parts: Sequence[str],
    closeness: Sequence[float] | np.ndarray,
    also: Told | None = None,
    of_the_title: float = OF_THE_TITLE,
) -> list[float]:
    """What each part of a text is worth as an answer: close to the question, with the words that tell it from the others, here or in
    ``also``, and with the amount, time or number that is asked for."""
    in_words = _in_words(asked, segment, parts, of_the_title)
    if also is not None:
        others = _in_words(asked, also.version, also.parts, of_the_title)
        in_words = [max(both) for both in zip(in_words, others, strict=True)]
    elif not any(in_words):
        in_words = _first_alone(segment, parts)
    return [
        _IN_WORDS * said + float(near) + _fits(asked.english, part)
        for part, near, said in zip(parts, closeness, in_words, strict=True)
    ]


def _fits(question: str, part: str) -> float:
    is_told = all(expected_answer_type(question, part))
    return is_told * _FITS * (1.0 if FIGURE.search(part) else _WITHOUT_FIGURE)


def _in_words(asked: Asked, segment: Segment, parts: Sequence[str], of_the_title: float) -> list[float]:
    spoken = (segment.locale or SEARCHED).replace("_", "-").partition("-")[0]
    if spoken == SEARCHED:
        return shares_told(asked.english, asked.weight, segment.title, parts, of_the_title)
    return shares_told_in(spoken, asked.text, segment.title, parts, of_the_title)


def _first_alone(segment: Segment, parts: Sequence[str]) -> list[float]:
    """The models of the search read little but English: to the title's own question a text in another language says first what matters."""
    return [float(at == 0 and not (segment.locale or SEARCHED).startswith(SEARCHED)) for at in range(len(parts))]


def best_section(
    asked: Asked,
    segments: Sequence[Segment],
    closeness: Sequence[np.ndarray],
    versions: Mapping[str, Segment],
) -> int:
    """Of the sections of the first segment's article that were found, the one with the sentence that answers best, where it is clearly
    better and loses no word of the question; all of them share a title, and what is near to that may stand in none."""
    first = segments[0]
    same = [at for at, segment in enumerate(segments) if segment.article_id == first.article_id]
    if len(same) == 1 or closeness[0][0] >= _NEARLY_ITS_OWN:
        return 0
    parts = [_headed(segments[at]) for at in same]
    flat = [part for some in parts for part in some]
    near = np.concatenate([closeness[at][1:] for at in same])
    own = [_headed(version) if (version := versions.get(segments[at].id)) else [] for at in same]
    is_alike = all(len(some) == len(others) for some, others in zip(parts, own, strict=True))
    version = versions.get(first.id)
    told = Told(version, [part for some in own for part in some]) if version and is_alike else None
    worth = iter(worths(asked, first, flat, near, told, of_the_title=0.0))
    typed = set(_WORD.findall(asked.text.casefold()))
    best = [max(next(worth) for _ in some) for some in parts]
    for k, at in enumerate(same):
        headings = [
            one.heading_path[-1] for one in (segments[at], versions.get(segments[at].id)) if one and one.heading_path
        ]
        asks = {_WORD.findall(heading.casefold())[0] for heading in headings}
        best[k] += _ASKS_THE_SAME * bool(asks & typed & _ASKING) + float(closeness[at][0])
    # "Can the knives go in the dishwasher?", of "boards and knives": what stands under "Knives", and nothing of the boards.
    goods = set(goods_asked(asked.english)).intersection(goods_asked(first.title))
    of_them = [k for k, at in enumerate(same) if goods.intersection(goods_asked(" ".join(segments[at].heading_path[-1:])))]
    if of_them:
        k = max(of_them, key=lambda k: best[k])
        return same[k] if 0 not in of_them or best[k] > best[0] + _CLEARLY else 0
    said = [words_said(asked.english, asked.weight, first.title, " ".join(some)) for some in parts]
    best = [value if said[0] <= words else 0.0 for value, words in zip(best, said, strict=True)]
    k = int(np.argmax(best))
    return same[k] if best[k] > best[0] + _CLEARLY else 0


def _headed(segment: Segment) -> list[str]:
    heading = segment.heading_path[-1] if segment.heading_path else ""
    return [f"{heading} {part}".strip() for part in with_heads(units(segment.answer))]


def with_heads(parts: Sequence[str]) -> list[str]:
    """Each row of a table with the table's heads, under which it is shown; the heads alone tell nothing."""
    told, heads = [], ""
    for at, part in enumerate(parts):
        is_row = ROW in part
        is_head = is_row and not heads and at + 1 < len(parts) and ROW in parts[at + 1]
        told.append("" if is_head else f"{heads} {part}".strip())
        heads = part if is_head else heads if is_row else ""
    return told
