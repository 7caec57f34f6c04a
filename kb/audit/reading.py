"""An article as the audit reads it, once a revision; words that say nothing about the subject make no difference."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from domain.figures import Figure, figures
from domain.knowledge import Article, SegmentDraft
from kb.text.chunking import chunk, units
from kb.text.words import stems

_WORDS = """
accept accepted allow allowed apply ask available back be become begin buy call can change charge check choose come company
contact cost costs customer customers day days do done fee fees find first full get give given go goods guarantee happen have
help hold hour hours item items keep last lasts let long made make may maximum mean minimum minutes month months much need
new offer one order ordered orders our parcel pay paid people per period please possible price prices product products provide
purchase purchased put quick receive received request require right run say see send sent set shop show simply small start
stay take takes team thing things time times total up use used usual usually valid wait want way week weeks within work
working year years faq question questions answer information info details about general overview guide
"""


def key(stem: str) -> str:
    """Stems of one word family fall together: `deliveri` and `deliv`."""
    return stem[:5]


NEUTRAL = frozenset(key(stem) for stem in stems(_WORDS))


def keys(text: str) -> frozenset[str]:
    """What a text is about: its words without those that carry no subject, and without numbers."""
    return frozenset(key(stem) for stem in stems(text) if not any(c.isdigit() for c in stem)) - NEUTRAL


@dataclass(frozen=True)
class Statement:
    """A sentence with figures. ``about`` are its own keys, ``context`` those of its heading and title."""

    article_id: str
    text: str
    about: frozenset[str]
    context: frozenset[str]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Reading:
    article: Article

    @cached_property
    def title(self) -> frozenset[str]:
        return keys(self.article.title)

    @cached_property
    def everything(self) -> frozenset[str]:
        return self.title | keys(self.plain)

    @cached_property
    def plain(self) -> str:
        """The body without Markdown."""
        return "\n".join(segment.answer for segment in self._segments)

    @cached_property
    def words(self) -> list[str]:
        return re.findall(r"\w+", self.plain.lower())

    @cached_property
    def length(self) -> int:
        """Words of the body as it was written."""
        return len(self.article.body.split())

    @cached_property
    def statements(self) -> list[Statement]:
        found = []
        for segment in self._segments:
            context = keys(" ".join([self.article.title, *segment.heading_path]))
            for sentence in units(segment.answer):
                read = figures(sentence)
                if read:
                    about = keys(_without(sentence, read))
                    found.append(Statement(self.article.id, sentence.strip(), about, context, tuple(read)))
        return found

    @cached_property
    def _segments(self) -> list[SegmentDraft]:
        return chunk(self.article)


def _without(text: str, read: Sequence[Figure]) -> str:
    for figure in sorted(read, key=lambda f: f.start, reverse=True):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def served(article: Article, now: datetime) -> bool:
    """Whether customers may be answered from it now or later."""
    return article.valid_until is None or article.valid_until > now


def same_readers(a: Article, b: Article) -> bool:
    """Whether somebody is served both as equals. A regional article stands before the general one, by design."""
    if a.audience != b.audience:
        return False
    if bool(a.regions) != bool(b.regions) or (a.regions and not set(a.regions) & set(b.regions)):
        return False
    if a.locale and b.locale and a.locale[:2].lower() != b.locale[:2].lower():
        return False
    begin = max((d for d in (a.valid_from, b.valid_from) if d), default=None)
    end = min((d for d in (a.valid_until, b.valid_until) if d), default=None)
    return begin is None or end is None or begin < end


def apart(a: Reading, b: Reading) -> bool:
    """Whether the titles name two things: each holds a word that the other article never says."""
    return bool(a.title - b.everything) and bool(b.title - a.everything)
