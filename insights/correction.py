"""What a fixed article changes in an answer: what must be said from now on, and what must not."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain

from domain.figures import Figure, figures, said_as, said_with_unit
from domain.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(r"\w+(?:[.,]\d+)*|[^\w\s]")
_LONGEST_COMPARISON = 4_000_000  # pairs of words, about a second: an article written anew is no correction of a figure
_Token = tuple[str, int, int]  # in lower case, with its place
_SENTENCE_END = lazy_pattern(r"(?<=[.!?])\s+|\n")
_PHRASE, _MOST = 5, 3  # words of a sentence that proves something, sentences of a case


@dataclass
class Correction:
    """Regular expressions. Empty lists where the texts differ in nothing that can be checked literally."""

    says: list[str] = field(default_factory=list)
    not_says: list[str] = field(default_factory=list)


def correction(answer: str, before: str, after: str, agent: str | None = None) -> Correction:
    """Compare an article ``before`` and ``after``, as far as the flagged ``answer`` was made of what changed.

    A figure that the answer took from the article, and that it no longer holds, must not be said; the figure that took its
    place must be, if there is one that plainly did, or if the ``agent`` named it. Without such figures, a sentence
    that was taken out must not be said.
    """
    held, kept = ({figure.fact for figure in figures(text)} for text in (before, after))
    wrong = [f for f in figures(answer) if f.fact in held - kept]
    right = [f for f in figures(agent or "") if f.fact in kept and f.fact not in {g.fact for g in figures(answer)}]
    if not right:
        right = _in_their_place(wrong, before, after)
    says = [said_as(f) for f in right]
    not_says = [said_with_unit(f) for f in wrong]
    if not not_says:
        not_says = _phrases_taken_out(answer, before, after)
    return Correction(list(dict.fromkeys(says)), list(dict.fromkeys(not_says)))


def _in_their_place(wrong: list[Figure], before: str, after: str) -> list[Figure]:
    """The figures of ``after`` that stand where ``before`` had the wrong ones; none where that is a guess."""
    facts = {f.fact for f in wrong}
    found: list[Figure] = []
    for was, now in _replaced(before, after):
        old = [f for f in was if f.fact in facts]
        for kind in dict.fromkeys((f.kind, f.unit) for f in old):
            gone = [f for f in was if (f.kind, f.unit) == kind]
            new = [f for f in now if (f.kind, f.unit) == kind]
            if len({f.fact for f in new}) == len({f.fact for f in gone}):
                found += [f for f in new if f.fact not in facts]
    return found


def _replaced(before: str, after: str) -> list[tuple[list[Figure], list[Figure]]]:
    """For each run of words that gave way to another: the figures on both sides."""
    olds, news = figures(before), figures(after)
    old, new = _without_the_same_ends(_tokens(before), _tokens(after))
    if len(old) * len(new) > _LONGEST_COMPARISON:
        return []
    matcher = SequenceMatcher(a=[t for t, _, _ in old], b=[t for t, _, _ in new])
    return [
        (_touched(olds, old[a:b]), _touched(news, new[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag == "replace"
    ]


def _without_the_same_ends(a: list[_Token], b: list[_Token]) -> tuple[list[_Token], list[_Token]]:
    """What is left to compare of two long texts that differ in a few words: the matcher's time is quadratic."""
    same = [x[0] == y[0] for x, y in zip(a, b, strict=False)]
    start = same.index(False) if False in same else len(same)
    a, b = a[start:], b[start:]
    same = [x[0] == y[0] for x, y in zip(reversed(a), reversed(b), strict=False)]
    end = same.index(False) if False in same else len(same)
    return a[: len(a) - end], b[: len(b) - end]


def _touched(found: list[Figure], tokens: list[_Token]) -> list[Figure]:
    start, end = tokens[0][1], tokens[-1][2]
    return [f for f in found if f.start < end and start < f.end]


def _phrases_taken_out(answer: str, before: str, after: str) -> list[str]:
    """Sentences of the answer that the article held word for word, and holds no more."""
    old, new = (" ".join(t for t, _, _ in _tokens(text)) for text in (before, after))
    found = []
    for sentence in _SENTENCE_END.split(answer):
        tokens = [t for t, _, _ in _tokens(sentence)]
        said = " ".join(tokens)
        if len(tokens) >= _PHRASE and said in old and said not in new:
            found.append(_literally(tokens))
    return found[:_MOST]


def _literally(phrase: list[str]) -> str:
    return "".join(chain([re.escape(phrase[0])], (r"\W*" + re.escape(token) for token in phrase[1:])))


def _tokens(text: str) -> list[_Token]:
    return [(m.group().lower(), *m.span()) for m in _TOKEN.finditer(text)]
