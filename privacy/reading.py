"""A folded text as every recognizer sees it: its words, its digits, and the cues that say what stands beside them. Read once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from domain.lazy_pattern import lazy_pattern
from privacy.recognizers.digits import Group, digit_groups, in_runs
from privacy.vocabulary import plain_word, unspaced_pattern, vocabulary, word_set

_WORD = lazy_pattern(r"[^\W_]+")
# "p a s s w o r d", "s.s.n": letters that stand alone with one and the same sign between them.
_SPACED = lazy_pattern(r"(?<![^\W_])[^\W\d_](?:([ .\-_*])[^\W\d_](?:\1[^\W\d_]){1,14})(?![^\W_])")
_MOST_WORDS = 7  # of a phrase
_LONGEST_END = 20  # letters of a beginning or an end of a word
_BETWEEN_WORDS = lazy_pattern(r"[^\w\n]{0,3}|_")
_SENTENCE_END = lazy_pattern(r"[a-z\d)]{2}[.!?]+\s+[^\W\d_]{2}|[!?;]\s")
_SHORTENED = lazy_pattern(r"(?<![^\W_])(?:no|nr|num|núm|acct|tel|kto|geb|mob|ph|cod|lic|n|c)$", re.IGNORECASE)
_ONLY_SIGNS = lazy_pattern(r"[\W_]*")
_LINKS = word_set(
    """
    is s are was my our the a this it its number no ist war meine mein die das der est mon ma le la c es mi el e il lo
    mio mia o meu minha um uma mijn het een as for number nummer numero use used
    """
)
_LONGEST_LINK = 28
_OF_A_PERSON = lazy_pattern(r"\(?\d{3}\)?[-. ]\d{2,3}[-. ]\d{4}(?!\d)")  # grouped as phone numbers and SSNs are


class Word(NamedTuple):
    start: int
    end: int
    plain: str


class Cue(NamedTuple):
    kind: str
    start: int
    end: int


class Reading:
    """``text`` is folded, with NULs where tokens stood; ``region`` is the customer's."""

    def __init__(self, text: str, region: str | None) -> None:
        self.text, self.region = text, region

    @cached_property
    def words(self) -> list[Word]:
        spaced = {match.start(): match for match in _SPACED.finditer(self.text)}
        words: list[Word] = []
        at = 0
        for match in _WORD.finditer(self.text):
            if match.start() < at:
                continue
            whole = spaced.get(match.start())
            if whole is not None:
                letters = "".join(sign for sign in whole.group() if sign.isalnum())
                words.append(Word(whole.start(), whole.end(), plain_word(letters)))
                at = whole.end()
                continue
            words.append(Word(match.start(), match.end(), plain_word(match.group())))
        return words

    @cached_property
    def cues(self) -> list[Cue]:
        """By where they end; of phrases that overlap only the longest."""
        found: list[tuple[int, int, set[str]]] = []  # first word, word after the last, kinds
        known = vocabulary()
        for at, word in enumerate(self.words):
            kinds: dict[int, set[str]] = {}
            for rest, kind in known.phrases.get(word.plain, ()):
                if self._goes_on(at, rest):
                    kinds.setdefault(at + 1 + len(rest), set()).add(kind)
            for size in range(3, min(len(word.plain), _LONGEST_END) + 1):
                kinds.setdefault(at + 1, set()).update(known.beginnings.get(word.plain[:size], ()))
                kinds[at + 1].update(known.ends.get(word.plain[-size:], ()))
            found += ((at, end, of) for end, of in kinds.items() if of)
        taken: set[int] = set()
        cues: list[Cue] = []
        for first, end, of in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
            if taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                cues += (Cue(kind, self.words[first].start, self.words[end - 1].end) for kind in of)
        if not self.text.isascii():
            for match in unspaced_pattern().finditer(self.text):
                cues.append(Cue(vocabulary().unspaced[match.group()], match.start(), match.end()))
        return sorted(cues, key=lambda cue: (cue.end, cue.start, cue.kind))

    def _goes_on(self, at: int, rest: tuple[str, ...]) -> bool:
        if at + len(rest) >= len(self.words):
            return False
        for offset, plain in enumerate(rest, 1):
            if self.words[at + offset].plain != plain:
                return False
            if not _BETWEEN_WORDS.fullmatch(self.text, self.words[at + offset - 1].end, self.words[at + offset].start):
                return False
        return True

    @cached_property
    def _ends(self) -> list[int]:
        return [cue.end for cue in self.cues]

    @cached_property
    def _by_kind(self) -> dict[str, list[Cue]]:
        by_kind: dict[str, list[Cue]] = {}
        for cue in self.cues:
            by_kind.setdefault(cue.kind, []).append(cue)
        return by_kind

    def of(self, *kinds: str) -> list[Cue]:
        return sorted((cue for kind in kinds for cue in self._by_kind.get(kind, ())), key=lambda cue: cue.end)

    def has(self, *kinds: str) -> bool:
        return any(kind in self._by_kind for kind in kinds)

    def follows(self, at: int, kinds: Iterable[str], gap: int = 25) -> bool:
        """Whether a cue of ``kinds`` stands at most ``gap`` signs before ``at``, with no digit, no end of a sentence and no word
        of an order's numbers between."""
        for kind in kinds:
            cues = self._by_kind.get(kind)
            if not cues:
                continue
            last = bisect_right(cues, at, key=lambda cue: cue.end) - 1
            if last >= 0 and self.adjoins(cues[last].end, at, gap):
                return True
        return False

    def adjoins(self, end: int, at: int, gap: int) -> bool:
        """Whether what stands between a cue and a value lets the one speak of the other."""
        if at - end > gap:
            return False
        between = self.text[end:at]
        if _ONLY_SIGNS.fullmatch(between):
            return "\x00" not in between
        if any(sign.isdigit() or sign in "\n\x00" for sign in between):
            return False
        begin = end + 1 if _SHORTENED.search(self.text, max(0, end - 5), end) else max(0, end - 2)
        if _SENTENCE_END.search(self.text, begin, at):
            return False
        return not any(end <= cue.start and cue.end <= at for cue in self._near(end, at) if cue.kind == "order")

    def is_said_after(self, end: int, kinds: Iterable[str], linked: bool = False) -> bool:
        """Whether words like "is my passport" follow the value that ends at ``end``; ``linked``: not "passport" alone."""
        first = bisect_left(self.words, end, key=lambda word: word.start)
        if first == len(self.words) or self.words[first].plain not in _LINKS | {"ist"}:
            return not linked and self._stands_at(first, end, kinds, 3)
        at = first
        while at < len(self.words) and self.words[at].plain in _LINKS and self.words[at].end - end <= _LONGEST_LINK:
            at += 1
        return any(self._stands_at(i, end, kinds, _LONGEST_LINK) for i in range(first, min(at + 1, len(self.words))))

    def _stands_at(self, index: int, end: int, kinds: Iterable[str], gap: int) -> bool:
        if index >= len(self.words):
            return False
        start = self.words[index].start
        if start - end > gap or any(sign in "\n.!?;\x00" for sign in self.text[end:start]):
            return False
        wanted = set(kinds)
        limit = self.words[min(index + _MOST_WORDS, len(self.words)) - 1].end
        return any(cue.start == start and cue.kind in wanted for cue in self._near(start, limit))

    def is_numbered(self, at: int) -> bool:
        """Whether the number at ``at`` is said to be that of an order, a parcel, a product or the like."""
        if (sign := self._number_sign(at)) is not None:
            # "my ss# 536-22-1234", "cell # 503-555-0127": of what is named there; and an order's number has no such groups.
            is_named = any(sign - 1 <= cue.end <= sign and cue.kind != "order" for cue in self._near(sign - 1, sign))
            return not is_named and not _OF_A_PERSON.match(self.text, at)
        cues = self._by_kind.get("order")
        if not cues:
            return False
        last = cues[bisect_right(cues, at, key=lambda cue: cue.end) - 1]
        if last.end > at or at - last.end > 24:
            return False
        first = bisect_left(self.words, last.end, key=lambda word: word.start)
        between = self.words[first : bisect_left(self.words, at, key=lambda word: word.start)]
        return all(word.plain in _NUMBER_WORDS for word in between) and "\n" not in self.text[last.end : at]

    def _number_sign(self, at: int) -> int | None:
        """Where the "#" stands before what begins at ``at``."""
        place = at - 2 if self.text[max(0, at - 1) : at] == " " else at - 1
        return place if place >= 0 and self.text[place] == "#" else None

    def _near(self, start: int, end: int) -> list[Cue]:
        """The cues that end between the two."""
        return self.cues[bisect_left(self._ends, start) : bisect_right(self._ends, end)]

    @cached_property
    def groups(self) -> list[Group]:
        return digit_groups(self.text)

    @cached_property
    def runs(self) -> list[list[Group]]:
        """Groups in a row with nothing but separators and small words between them."""
        return list(in_runs(self.text, self.groups))


_NUMBER_WORDS = word_set(
    """
    number no nr nummer numero n code id is ist est was and und et y e es con s the a of on my it has for number nos
    """
)
