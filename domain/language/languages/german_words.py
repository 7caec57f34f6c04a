"""German words in English, for a shop whose goods and documents are named in it: "Picknickdecke" → picnic blanket, picnic throw."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.goods.product_names import words_of
from domain.language.languages.written_language import SMALL_WORDS
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

Meaning = tuple[str, ...]  # English words, what it is last

_TABLE: dict[str, dict[str, str]] = shipped_table("domain.language.languages", "german_words.yaml")
_ENDS = ("", "n", "s", "en", "e", "er", "ern", "es", "em", "nen")
_LINKS = ("", "s", "n", "en", "er", "e", "es", "-")  # what joins the parts of a compound
_MOST_WAYS = 2  # that a search is told
_SMALL = SMALL_WORDS["en"] | SMALL_WORDS["de"]  # of which no question is
_A_WORD = 3  # letters
_LEAST_HEAD, _SHORT = 4, 4  # letters of a noun that may end a longer one; a short one only where the rest is known: "Barock"
_PREFIXES = frozenset({"nach", "fest", "auf", "an", "ab", "ein", "um", "zu", "zuruck", "zusammen", "aus", "weg"})
_WORD = lazy_pattern(r"[^\W_]+(?:-[^\W_]+)*")


def _tiers(english: str) -> tuple[tuple[Meaning, ...], ...]:
    return tuple(tuple(tuple(way.split()) for way in tier.split(",")) for tier in str(english).split(";"))


_GOODS = {_key: _tiers(english) for _key, english in _TABLE["goods"].items()}
_PARTS = {key: _tiers(english)[0] for name in ("options", "parts") for key, english in _TABLE[name].items()}
_WORDS = {key: _tiers(english)[0] for key, english in _TABLE["words"].items()}
_ENGLISH = {
    word
    for table in (_TABLE["goods"], _TABLE["parts"], _TABLE["options"])
    for said in table.values()
    for word in words_of(said)
}
# English words that name goods and what they are made of, and nothing else besides: an "oven" is more than a dutch oven.
GOODS_IN_ENGLISH = {word for name in ("goods", "options") for said in _TABLE[name].values() for word in words_of(said)} - {
    word for name in ("parts", "words") for said in _TABLE[name].values() for word in words_of(str(said))
}
# What goods are made of or look like, where one English word says it.
OPTIONS_IN_A_WORD = {key: " ".join(_PARTS[key][0]) for key in _TABLE["options"] if len(_PARTS[key][0]) == 1}


def key_of(word: str) -> str:
    """A word as the table spells it: "Schüssel" → "schussel"."""
    return folded(word).replace("ß", "ss")


@lru_cache(maxsize=REMEMBERED)
def goods_meant(word: str) -> tuple[tuple[Meaning, ...], ...]:
    """What goods a German noun may mean: ways to say it in English, those of the first tier before others. None for no goods."""
    said = key_of(word).removesuffix("-set") or word
    if found := next((_GOODS[stem] for stem in _stems(said) if stem in _GOODS), None):
        return found
    parts = _parted(said)
    if parts is None:
        return ()
    before = _first_parts(parts[0])
    return tuple(tuple((*before, *way) for way in tier) for tier in _GOODS[parts[1]])


@lru_cache(maxsize=REMEMBERED)
def goods_of_text(text: str) -> Mapping[str, tuple[tuple[Meaning, ...], ...]]:
    """The German nouns of goods of a text, each with what it may mean."""
    return {word: meant for word in _WORD.findall(text) if (meant := goods_meant(word))}


@lru_cache(maxsize=REMEMBERED)
def is_plural(word: str) -> bool:
    """Whether a German noun of goods is in its plural, as far as its ending tells."""
    said = key_of(word)
    parts = _parted(said)
    head = parts[1] if parts else next((stem for stem in _stems(said) if stem in _GOODS), said)
    return not said.endswith((head, f"{head}s", f"{head}es"))


def _parted(said: str) -> tuple[str, str] | None:
    """What stands before the noun that ends a compound, and the noun: the longest that is known."""
    for at in range(1, len(said) - _LEAST_HEAD + 1):
        head = next((stem for stem in _stems(said[at:]) if stem in _GOODS and len(stem) >= _LEAST_HEAD), None)
        if head and (len(head) > _SHORT or _first_parts(said[:at])):
            return said[:at], head
    return None


def _first_parts(said: str) -> Meaning:
    """The English of what stands before the last noun of a compound; nothing for what is not known of it."""
    said = said.strip("-")
    for link in _LINKS:
        stem = _without(said, link)
        if stem in _PARTS:
            return _PARTS[stem][0]
        if stem in _GOODS:
            return _GOODS[stem][0][0]
    for at in range(3, len(said) - 2):
        if said[:at] in _PARTS and (rest := _first_parts(said[at:])):
            return (*_PARTS[said[:at]][0], *rest)
    return ()


@lru_cache(maxsize=REMEMBERED)
def option_meant(word: str) -> Meaning:
    """A German word of a material, a colour or a shape in English; nothing for another word."""
    said = key_of(word)
    stems = (_without(said, end) for end in ("", "e", "er", "es", "en", "em", "farben", "farbene", "farbenen"))
    return next((_PARTS[stem][0] for stem in stems if stem in _TABLE["options"]), ())


def with_english_goods(text: str, name: str) -> str:
    """A text with the German words for goods of a name by the name's own: "eine der Tassen", a Mug → "eine der mugs"."""
    head = words_of(name)[-1:]

    def english(word: re.Match[str]) -> str:
        ways = [way for tier in goods_meant(word[0]) for way in tier]
        if not ways:
            return word[0]
        way = next((way for way in ways if words_of(way[-1]) == head), ways[0])
        return f"{' '.join(way)}s" if is_plural(word[0]) and not way[-1].endswith("s") else " ".join(way)

    return _WORD.sub(english, text)


@lru_cache(maxsize=REMEMBERED)
def with_goods_in_english(text: str) -> str:
    """A text, and behind it the English of its German words for goods and for what they are made of."""
    goods = [part for meant in goods_of_text(text).values() for tier in meant for way in tier for part in way]
    options = [part for word in _WORD.findall(text) for part in option_meant(word)]
    return " ".join(dict.fromkeys([text, *goods, *options]))


def goods_named(text: str) -> str:
    """The German words of a text for goods and what they are made of: "Geht der gusseiserne Topf auf Gas?" → gusseiserne Topf."""
    return " ".join(word for word in _WORD.findall(text) if goods_meant(word) or option_meant(word))


def in_english(text: str) -> str:
    """A German question word by word in English: enough to search English documents with. Nothing where more of what it is about
    is unknown than known, or it is no German."""
    return _word_by_word(text)[0]


def share_in_english(text: str) -> float:
    """How much of what a German question is about stands in its English (0..1): "Amazon" and "billiger" may be all of it."""
    return _word_by_word(text)[1]


@lru_cache(maxsize=REMEMBERED)
def _word_by_word(text: str) -> tuple[str, float]:
    found: list[str] = []
    words = _WORD.findall(text)
    apart = {key_of(word) for word in words} & _PREFIXES  # "wie ziehe ich sie nach": nachziehen
    german, english, unknown, lost = 0, 0, 0, 0
    for word in words:
        said = key_of(word)
        if meant := _known(said, apart) or _of_goods(word) or option_meant(word) or _part(said) or _compound(said):
            found += meant
            german += said not in _SMALL
        elif said in _ENGLISH or word.isdecimal():
            found.append(word)
        elif said not in SMALL_WORDS["de"]:
            found += [] if word.islower() else [word]  # a name may be one in English too
            english, unknown = english + (said in SMALL_WORDS["en"]), unknown + 1
            lost += len(said) >= _A_WORD and said not in _SMALL
    told = " ".join(dict.fromkeys(found)) if german > english and german >= unknown else ""
    return told, german / max(1, german + lost)


def _of_goods(word: str) -> Meaning:
    """The first two ways to say what goods a noun means."""
    meant = goods_meant(word)
    return tuple(part for way in meant[0][:_MOST_WAYS] for part in way) if meant else ()


def _part(said: str) -> Meaning:
    """What stands in compounds, and is a word of its own too: "Wand"."""
    return next((_PARTS[stem][0] for stem in _stems(said) if stem in _PARTS), ())


def _compound(said: str) -> Meaning:
    """A compound of words that are known: "Studentenrabatt", "Handschuhgröße"."""
    for at in range(_LEAST_HEAD, len(said) - _LEAST_HEAD):
        head = next((_WORDS[stem][0] for stem in _stems(said[at:]) if stem in _WORDS and len(stem) > _SHORT), None)
        if head is None:
            continue
        first = _first_parts(said[:at]) or next((_WORDS[stem][0] for stem in _stems(said[:at]) if stem in _WORDS), ())
        if first:
            return (*first, *head)
    return ()


def _known(said: str, apart: Collection[str]) -> Meaning:
    lemmas = [*_stems(said), *_infinitives(said)]
    together = [f"{prefix}{verb}" for prefix in apart for verb in (said, *_infinitives(said))]
    return next((_WORDS[lemma][0] for lemma in (*together, *lemmas) if lemma in _WORDS), ())


def _stems(said: str) -> Iterator[str]:
    return (_without(said, end) for end in _ENDS if said.endswith(end))


def _infinitives(said: str) -> Iterator[str]:
    """What a form may be of: "reinige", "gereinigt", "zurückzugeben" → reinigen, zurückgeben."""
    for end in ("", "e", "t", "et", "st", "te"):
        if said.endswith(end):
            yield f"{_without(said, end)}en"
    if said.startswith("ge"):
        yield f"{_without(said[2:], 't')}en"
    prefix = next((prefix for prefix in _PREFIXES if said.startswith(f"{prefix}zu")), None)
    if prefix:
        yield prefix + said[len(prefix) + 2 :]


def _without(said: str, end: str) -> str:
    return said[: len(said) - len(end)] if end and said.endswith(end) else said
