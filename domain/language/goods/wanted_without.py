"""What goods must not be or hold, where somebody looks for some: "a pillow without feathers", "I'm allergic to wool", "nickelfrei".

Nothing that is it may be offered for an answer: to who cannot bear it, that would do harm."""

import re
from functools import lru_cache

from domain.language.acts.wishes import wish_in
from domain.language.folding import REMEMBERED, folded
from domain.language.goods.goods_references import COLOURS, MATERIALS
from domain.language.goods.product_names import words_of
from domain.language.languages.german_words import in_english
from domain.language.questions.question_form import is_put_as_a_question
from domain.language.reports.problems import problem_in
from domain.lazy_pattern import lazy_pattern

_ISNT = r"(?:isnt|arent|doesnt|dont|is not|are not|does not|do not|not|nicht)"
# Right behind these stands what is not wanted.
_NOT = lazy_pattern(
    r"\b(?:without|with no|free (?:of|from)|other than|anything but|instead of|non|allerg(?:ic|y) (?:to|against)"
    r"|(?:react|reacting|reaction)s? (?:\w+ )?to|sensitive to|intolerant (?:to|of)|intolerance to|avoid(?:ing)?"
    r"|(?:cant|cannot|mustnt|must not) (?:\w+ )?(?:have|stand|tolerate|bear|touch|use|sleep on|wear)"
    r"|(?:dont|do not) (?:want|like|eat|wear|buy|use)"
    rf"|{_ISNT} (?:made (?:of|from|out of)|filled with|contain(?:ing)?|have|hav(?:e|ing)|in|a|an)?"
    r"|no|ohne|ausser|statt|frei von|nicht aus|allergi(?:sch|e) (?:gegen|auf)|(?:reagier\w*|empfindlich)(?: \w+)? (?:auf|gegen)"
    r"|vertrag\w*(?: (?:ich|wir|leider|gar|uberhaupt))* kein\w*|kein\w*|nichts (?:aus|mit))\b[ -]*"
)
_FILL = lazy_pattern(r"any|an?|the|of|in|real|true|goose|duck|merino|and|n?or|aus|mit|und|oder|noch")
# One word: "wool-free", "federfrei"; and behind what is not borne: "feathers I can't have", "a wool allergy", "Wolle vertrage ich nicht".
_BEHIND = lazy_pattern(
    r"\b(?P<what>[a-z]{3,}?)(?:[ -]?free|frei(?:e[nrsm]?)?|[ -]?allerg(?:y|ies|ie|iker\w*)"
    r"|s? (?:i|we) (?:cant|cannot|dont|do not) (?:have|stand|tolerate|bear|wear)|s? makes? me"
    r"|s? (?:vertrage|mag|will|darf) (?:ich|wir)(?: \w+)? nicht)\b"
)
_FEW = 5  # words behind
_OF_AN_ORDER = lazy_pattern(
    r"\b(?:my|our|this|that|mein\w*|unser\w*|dies\w*) (?:orders?|parcels?|packages?|delivery|box|bestellung\w*|paket\w*|lieferung\w*)\b"
)
_WHY = lazy_pattern(r"\b(?:why|where|wheres|warum|wieso|wo)\b")


@lru_cache(maxsize=REMEMBERED)
def wanted_without(text: str) -> tuple[str, ...]:
    """The materials and colours that goods of the shop shall be without, in English; none where nothing is said of that."""
    said = folded(text)
    if _OF_AN_ORDER.search(said):
        return ()  # what is missing there, or what it was
    found = [word for at in _NOT.finditer(said) for word in _row(said[at.end() :])]
    found += [word for at in _BEHIND.finditer(said) for word in _meant(at["what"])]
    return tuple(dict.fromkeys(found))


def asks_for_goods_without(text: str) -> bool:
    """Whether goods are looked for that shall be without something, and nothing is to be done with any or wrong with them."""
    if not wanted_without(text) or not is_put_as_a_question(text) or _WHY.search(folded(text)):
        return False
    rest = _BEHIND.sub(" ", _NOT.sub(" ", folded(text)))  # "which have no nickel?" misses nothing
    return wish_in(rest) is None and problem_in(rest) is None


def _row(said: str) -> list[str]:
    """The materials that a text begins with, up to the first word that is none."""
    found: list[str] = []
    for word in re.findall(r"[a-z]+|[.;!?]", said)[:_FEW]:
        meant = _meant(word)
        if not meant and not _FILL.fullmatch(word):
            break
        found += meant
    return found


def _meant(word: str) -> list[str]:
    return [one for one in words_of(in_english(word) or word) if one in MATERIALS or one in COLOURS]
