"""Words of a language: their stems, what says the same, the parts of compounds ("Versandkosten"), and verbs with what stands apart from
them ("läuft … ein"). For languages other than English, which `kb.text.words` reads.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from domain.language.languages.german_words import goods_meant, option_meant
from domain.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

AS_GOOD_AS = 0.85  # what a synonym counts for
_OF_A_PART = 0.85  # what a compound counts for, of a word that is a part of it
_MORE_GENERAL = 0.7  # what a word counts for, of a compound that it is a part of
_LEAST_PART = 5  # letters of a word that is looked for in compounds
_LEAST_HEAD = 6  # and of one that a compound is looked for by: "wasch" is a part of "Bettwäsche" by chance
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


def forms_of(stem: str, spoken: str, having: Iterable[str]) -> dict[str, float]:
    """The words that say it, and what each counts for: itself, synonyms, and compounds with any of these."""
    others = _synonyms(spoken)
    said = {stem: 1.0} | dict.fromkeys(others.get(stem) or _of_its_parts(stem, spoken), AS_GOOD_AS)
    found: dict[str, float] = {}
    for word in having:
        if word in said:
            found[word] = said[word]
        elif (worth := max(value * _of_compounds(other, word) for other, value in said.items())) > 0:
            found[word] = worth
        elif stem not in others and len(word) >= _LEAST_HEAD and word in stem:
            found[word] = _MORE_GENERAL  # a listed word says more than its parts do: "Rückversand" is no "Versand"
    return found


def _of_compounds(stem: str, word: str) -> float:
    return _OF_A_PART if len(stem) >= _LEAST_PART and stem in word else 0.0


def words_to_find(question: str, title: str, spoken: str) -> frozenset[str]:
    """The stems by which one sentence under a title is told from the others: those that the title does not say, else all; none where a
    question is the one word that the title is about."""
    above, asked = stems_in(title, spoken), frozenset(stems_in(question, spoken))
    beside = frozenset(stem for stem in asked if not forms_of(stem, spoken, above))
    return beside or (asked if len(asked) > 1 else frozenset())


def share_said(asked: Collection[str], text: str, spoken: str) -> float:
    """How much of some stems, each counted alike, a text says: 0..1."""
    words = stems_in(text, spoken)
    return sum(max(forms_of(stem, spoken, words).values(), default=0.0) for stem in asked) / max(1, len(asked))


def _of_its_parts(stem: str, spoken: str) -> frozenset[str]:
    """What the longest part of a compound is called as well: "Wäschetrockner"."""
    others = _synonyms(spoken)
    parts = [part for part in others if len(part) >= _LEAST_PART and (stem.startswith(part) or stem.endswith(part))]
    return others[max(parts, key=len)] if parts else frozenset()


def goods_in(text: str, spoken: str) -> frozenset[str]:
    """Stems of the words that name goods or what they are made of, as far as such words of the language are known. What is said of no
    goods holds for all of them: "Wie lange kann ich die Lampe zurückgeben?" is answered without a word of lamps."""
    if spoken != "de":
        return frozenset()
    named = [word for word in _WORD.findall(text) if goods_meant(word) or option_meant(word)]
    return frozenset(stems_in(" ".join(named), spoken))


@lru_cache(maxsize=16)
def _synonyms(spoken: str) -> dict[str, frozenset[str]]:
    """Stem → the stems that say the same, as far as a list of the language is shipped."""
    found: dict[str, set[str]] = {}
    for line in _listed(f"synonyms.{spoken}.txt").splitlines():
        group = set(stems_in(line, spoken))
        for stem in group:
            found.setdefault(stem, set()).update(group - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}


def stems_in(text: str, spoken: str) -> list[str]:
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
