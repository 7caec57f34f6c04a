"""What a question finds by its words in the versions of articles that are in its own language, and that no vector is made to find.

A question nearly all of whose words stand in one segment is answered by it. The models of the search read little but English; words,
their stems and the parts of compounds ("Versandkosten") are enough to be sure by, or to find nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log

from domain.knowledge import Segment
from domain.lazy_pattern import lazy_pattern
from kb.index.filters import language
from kb.text.spoken_words import AS_GOOD_AS, forms_of, goods_in, stems_in

NEARLY_ALL = 0.75  # of a question's words, by their rarity
_FEWEST = 2  # words of a question that are looked for; a lone one has to be what the title is about
_OF_THE_TITLE = 2  # words of a title, of which one says what it is about
_IN_THE_TITLE = 0.4  # what a word in the title adds, of its worth
_SAME_QUESTION = 0.25  # what a title adds that is asked the same way: "Wann …" to "wann krieg ich mein Geld"
_NO_MORE = 0.3  # what a title adds that speaks of nothing else
_SHORT, _SHORTLY = 30, 0.1  # stems of a text, and what it adds at most that a text holds little else
_OWN_REGION = 0.1
_OF_OTHER_GOODS = 0.3  # what is taken off where the title is of goods, and not of those that are asked about
_WHEN = "wann"
_ASKS_WHEN = frozenset({"dauert", "dauern", "lange"})  # "Wie lange dauert …" asks the same
_WORD = lazy_pattern(r"\w+")


@dataclass(frozen=True, slots=True)
class _Held:
    article_id: str
    language: str
    position: int
    asks: str  # the title's first word: how it asks, where it is a question
    title: frozenset[str]  # stems of the title and the headings
    own: frozenset[str]  # of the title alone
    said_to_be_of: tuple[frozenset[str], ...]  # a short title, and a heading of one word
    words: frozenset[str]  # of these and of the text
    of_goods: bool  # whether its title names goods or what they are made of


class VersionWords:
    """Of the segments that are found through another version: kept equal to the index, fed with the same changes."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._having: dict[str, dict[str, set[str]]] = {}  # language → stem → ids of the segments that hold it
        self._count: Counter[str] = Counter()  # language → segments

    def apply(self, written: Iterable[Segment], removed: Iterable[str]) -> None:
        for segment_id in removed:
            self._forget(segment_id)
        for segment in written:
            self._forget(segment.id)
            spoken = language(segment.locale)
            title = frozenset(stems_in(segment.question, spoken))
            own = frozenset(stems_in(segment.title, spoken))
            words = title | frozenset(stems_in(segment.answer, spoken))
            asks, of_goods = _asks(segment.title), bool(goods_in(segment.title, spoken))
            heading = frozenset(stems_in(" ".join(segment.heading_path[-1:]), spoken))
            subjects = (*([own] if len(own) <= _OF_THE_TITLE else []), *([heading] if len(heading) == 1 else []))
            held = _Held(segment.article_id, spoken, segment.position, asks, title, own, subjects, words, of_goods)
            self._held[segment.id] = held
            self._count[spoken] += 1
            having = self._having.setdefault(spoken, {})
            for stem in held.words:
                having.setdefault(stem, set()).add(segment.id)

    def clear(self) -> None:
        self._held.clear()
        self._having.clear()
        self._count.clear()

    def best(
        self, question: str, spoken: str, serves: Callable[[str], bool], is_regional: Callable[[str], bool]
    ) -> tuple[str, float] | None:
        """The segment that holds nearly all words of the question, and how much of them (0..1); None where there is none."""
        having = self._having.get(spoken, {})
        asked = [stem for stem in dict.fromkeys(stems_in(question, spoken)) if not stem.isdecimal()] if having else []
        if not asked:
            return None
        total = self._count[spoken]
        forms = {stem: forms_of(stem, spoken, having) for stem in asked}
        known = {
            stem: max((len(having[word]) for word, part in forms[stem].items() if part >= AS_GOOD_AS), default=0)
            for stem in asked
        }
        worth = {stem: log(1 + (total - n + 0.5) / (n + 0.5)) for stem, n in known.items()}
        goods = goods_in(question, spoken)
        in_general = {stem: value for stem, value in worth.items() if stem not in goods}
        # "kostet es was?" asks no "Was …?"
        typed = set(_WORD.findall(question.casefold().rstrip(" ?!.").rpartition(" ")[0]))
        typed = typed - {"wie"} | {_WHEN} if typed & _ASKS_WHEN else typed

        def share(words: frozenset[str], weights: Mapping[str, float]) -> float:
            held = (
                value * max((forms[stem][word] for word in forms[stem].keys() & words), default=0.0)
                for stem, value in weights.items()
            )
            return sum(held) / sum(weights.values())

        def weights_of(segment_id: str) -> Mapping[str, float]:
            return worth if self._held[segment_id].of_goods else in_general

        found: list[tuple[float, int, str, float]] = []
        may_hold = _may_hold_nearly_all(worth, forms, having) | _may_hold_nearly_all(in_general, forms, having)
        for segment_id in may_hold:
            held = self._held[segment_id]
            weights = weights_of(segment_id)
            if not weights or (part := share(held.words, weights)) < NEARLY_ALL or not serves(segment_id):
                continue
            in_title = share(held.title, weights)
            is_of_it = any(share(words, weights) >= NEARLY_ALL for words in held.said_to_be_of)
            if len(weights) < len(worth):  # what is left where the goods are taken away has to be said in these very words
                is_of_it = is_of_it and any(words.issuperset(weights) for words in held.said_to_be_of)
            if len(weights) >= _FEWEST or is_of_it:
                score = part + _IN_THE_TITLE * in_title + _OWN_REGION * is_regional(segment_id)
                said = sum(any(word in forms[stem] for stem in asked) for word in held.own) / max(1, len(held.own))
                score += _NO_MORE * said + _SAME_QUESTION * (said == 1 and held.asks in typed)
                score += _SHORTLY * _SHORT / (_SHORT + len(held.words))
                if goods and held.of_goods and not any(forms[stem].keys() & held.title for stem in goods):
                    score -= _OF_OTHER_GOODS
                found.append((score, -held.position, segment_id, part))
        if not found:
            return None
        _, _, best, part = max(found)
        if all(forms[stem].keys() & self._held[best].own for stem in weights_of(best)):
            best = self._first_section(best, [one[2] for one in found])
        return best, part

    def _first_section(self, best: str, others: Iterable[str]) -> str:
        """Of what the title says alone: chance decides between the sections under it."""
        same = [i for i in others if self._held[i].article_id == self._held[best].article_id]
        return min(same, key=lambda i: self._held[i].position)

    def _forget(self, segment_id: str) -> None:
        if (held := self._held.pop(segment_id, None)) is not None:
            self._count[held.language] -= 1
            having = self._having[held.language]
            for stem in held.words:
                having[stem].discard(segment_id)
                if not having[stem]:
                    del having[stem]


def _may_hold_nearly_all(
    worth: Mapping[str, float], forms: Mapping[str, Mapping[str, float]], having: Mapping[str, set[str]]
) -> set[str]:
    """Ids of the segments that can hold nearly all of the words: each holds one of the rarest, since without these too much is missing."""
    missing, found, bearable = 0.0, set[str](), (1 - NEARLY_ALL) * sum(worth.values())
    for stem in sorted(worth, key=lambda stem: -worth[stem]):
        found.update(*(having[word] for word in forms[stem]))
        missing += worth[stem]
        if missing > bearable:
            break
    return found


def _asks(title: str) -> str:
    """How a title asks, where it is a question: its first word."""
    words = _WORD.findall(title.casefold())
    return _WHEN if _ASKS_WHEN.intersection(words[:3]) else next(iter(words), "")
