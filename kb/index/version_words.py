"""What a question finds by its words in the versions of articles that are in its own language, and that no vector is made to find.

A question nearly all of whose words stand in one segment is answered by it. The models of the search read little but English; words,
their stems and the parts of compounds ("Versandkosten") are enough to be sure by, or to find nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import log
from typing import TYPE_CHECKING

from domain.knowledge import Segment
from domain.language.languages.german_words import goods_meant, option_meant
from domain.lazy_pattern import lazy_pattern
from kb.index.filters import language

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

NEARLY_ALL = 0.75  # of a question's words, by their rarity
_FEWEST = 2  # words of a question that are looked for; a lone one has to be what the title is about
_OF_THE_TITLE = 3  # words of a title, of which one says what it is about
_LEAST_PART = 5  # letters that a compound and its part share
_OF_A_PART = 0.85  # what a part counts for, of the whole word
_AS_GOOD_AS = 0.85  # what a synonym counts for
_IN_THE_TITLE = 0.4  # what a word in the title adds, of its worth
_SAME_QUESTION = 0.25  # what a title adds that is asked the same way: "Wann …" to "wann krieg ich mein Geld"
_NO_MORE = 0.2  # what a title adds that speaks of nothing else
_SHORT, _SHORTLY = 30, 0.1  # stems of a text, and what it adds at most that a text holds little else
_OWN_REGION = 0.1
# The languages whose words are reduced to stems, as tantivy calls them.
_STEMMED = {
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}
_WORD = lazy_pattern(r"\w+")
_PREFIX = r"(?P<after>zurück|ab|auf|aus|ein|um|an|weg)"
_VERB = r"geb|gib|schick|send|bring|nehm|nimm|zahl|hol|pack|such|meld|tausch|zieh|lauf|läuf|geh|komm|stell|leg|füg|lös|bau|schließ|bestell"
_APART = lazy_pattern(
    rf"\b(?P<verb>{_VERB})(?:e|en|t|st|et)?\b(?P<between>[^.?!,]{{1,60}}?)\b"
    rf"{_PREFIX}\b(?= *(?:[.?!,]|$|und\b|oder\b|wenn\b|bis\b))",
    re.IGNORECASE,
)
_BESIDE = lazy_pattern(
    r"\b(?:zurück|ab|aus|um) (?:zu ?)?(?:geben|schicken|senden|bringen|nehmen|holen|tauschen)\b", re.IGNORECASE
)
_WITH_ZU = lazy_pattern(r"\b(zurück|ab|auf|aus|ein|um|an|weg|mit|nach)zu(\w{3,}n)\b", re.IGNORECASE)
# "abgeholt", "zurückgegeben", "geliefert", as stems: abhol, zuruckgeb, liefer.
_PARTICIPLE = lazy_pattern(r"^(?:(zuruck|ab|auf|aus|ein|um|an|weg|mit|nach|zu)ge(\w{3,}?)t?|ge(\w{4,})t)$")
_STEM_OF = {"gib": "geb", "nimm": "nehm", "läuf": "lauf"}


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
            title = frozenset(_stems(segment.question, spoken))
            own = frozenset(_stems(segment.title, spoken))
            words = title | frozenset(_stems(segment.answer, spoken))
            asks, of_goods = _first_word(segment.title), bool(_goods_in(segment.title, spoken))
            heading = frozenset(_stems(" ".join(segment.heading_path[-1:]), spoken))
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
        asked = [stem for stem in dict.fromkeys(_stems(question, spoken)) if not stem.isdecimal()] if having else []
        if not asked:
            return None
        total = self._count[spoken]
        forms = {stem: _forms(stem, spoken, having) for stem in asked}
        known = {
            stem: max((len(having[word]) for word, part in forms[stem].items() if part >= _AS_GOOD_AS), default=0)
            for stem in asked
        }
        worth = {stem: log(1 + (total - n + 0.5) / (n + 0.5)) for stem, n in known.items()}
        goods = _goods_in(question, spoken)
        in_general = {stem: value for stem, value in worth.items() if stem not in goods}
        typed = set(
            _WORD.findall(question.casefold().rstrip(" ?!.").rpartition(" ")[0])
        )  # "kostet es was?" asks no "Was …?"

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
            if len(weights) >= _FEWEST or is_of_it:
                score = part + _IN_THE_TITLE * in_title + _OWN_REGION * is_regional(segment_id)
                said = sum(any(word in forms[stem] for stem in asked) for word in held.own) / max(1, len(held.own))
                score += _NO_MORE * said + _SAME_QUESTION * (said == 1 and held.asks in typed)
                score += _SHORTLY * _SHORT / (_SHORT + len(held.words))
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


def _forms(stem: str, spoken: str, having: Iterable[str]) -> dict[str, float]:
    """The words that say it, and what each counts for: itself, synonyms, and compounds with any of these."""
    others = _synonyms(spoken)
    said = {stem: 1.0} | dict.fromkeys(others.get(stem) or _of_its_parts(stem, spoken), _AS_GOOD_AS)
    found: dict[str, float] = {}
    for word in having:
        if worth := max((value for other, value in said.items() if other == word), default=0.0):
            found[word] = worth
        elif worth := max(
            (value for other, value in said.items() if _shares_a_part(other, word, other in others)), default=0.0
        ):
            found[word] = worth * _OF_A_PART
    return found


def _shares_a_part(stem: str, word: str, is_listed: bool) -> bool:
    """A listed word says more than its parts do: "Rückversand" is no "Versand"."""
    return len(stem) >= _LEAST_PART and (stem in word or (not is_listed and len(word) >= _LEAST_PART and word in stem))


def _of_its_parts(stem: str, spoken: str) -> frozenset[str]:
    """What the longest part of a compound is called as well: "Wäschetrockner"."""
    others = _synonyms(spoken)
    parts = [part for part in others if len(part) >= _LEAST_PART and (stem.startswith(part) or stem.endswith(part))]
    return others[max(parts, key=len)] if parts else frozenset()


def _goods_in(text: str, spoken: str) -> frozenset[str]:
    """Stems of the words that name goods or what they are made of, as far as such words of the language are known. What is said of no
    goods holds for all of them: "Wie lange kann ich die Lampe zurückgeben?" is answered without a word of lamps."""
    if spoken != "de":
        return frozenset()
    named = [word for word in _WORD.findall(text) if goods_meant(word) or option_meant(word)]
    return frozenset(_stems(" ".join(named), spoken))


@lru_cache(maxsize=16)
def _synonyms(spoken: str) -> dict[str, frozenset[str]]:
    """Stem → the stems that say the same, as far as a list of the language is shipped."""
    found: dict[str, set[str]] = {}
    for line in _listed(f"synonyms.{spoken}.txt").splitlines():
        group = set(_stems(line, spoken))
        for stem in group:
            found.setdefault(stem, set()).update(group - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}


def _first_word(text: str) -> str:
    found = _WORD.search(text.casefold())
    return found[0] if found else ""


def _stems(text: str, spoken: str) -> list[str]:
    if spoken != "de":
        return list(_analyzer(spoken).analyze(text))
    return [_PARTICIPLE.sub(r"\1\2\3", stem) for stem in _analyzer(spoken).analyze(_verbs_joined(text))]


def _verbs_joined(text: str) -> str:
    """Verbs with what stands apart from them: "wo gebe ich es ab" → "wo abgeben ich es"; the stop words would take both parts."""
    text = _WITH_ZU.sub(r"\1\2", text)
    apart = _APART.sub(
        lambda found: f"{found['after']}{_STEM_OF.get(found['verb'], found['verb'])}en {found['between']}", text
    )
    return _BESIDE.sub(lambda found: found[0].replace(" ", ""), apart)


@lru_cache(maxsize=16)
def _analyzer(spoken: str) -> "TextAnalyzer":
    """Lower case, without the language's own stop words and those of its questions, stems where they are known, accents folded."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(40)).filter(Filter.lowercase())
    if (name := _STEMMED.get(spoken)) is not None:
        builder = builder.filter(Filter.stopword(name)).filter(
            Filter.custom_stopword(_listed(f"stop_words.{spoken}.txt").split())
        )
        builder = builder.filter(Filter.stemmer(name))
    return builder.filter(Filter.ascii_fold()).build()


def _listed(name: str) -> str:
    """A list of words that is shipped for some languages; empty for the others."""
    listed = resources.files("kb.text").joinpath(name)
    return listed.read_text(encoding="utf-8") if listed.is_file() else ""
