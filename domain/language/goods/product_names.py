"""Which of a catalogue's products a text names."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_WORD = lazy_pattern(r"[^\W_]+")
_E = lazy_pattern(r"(s|x|z|ch|sh)es?$")  # boxes, and vase like vases
_VES = lazy_pattern(r"(?:(kni|wi|li)|shel|scar|hal|loa|cal|lea|thie)ves$")  # knives and shelves, but gloves and olives
_SHORTEST_END, _SHORTEST_START = 5, 3  # letters of "watch" and "wri"
_NO_KIND = frozenset({"headphone", "earphone", "keyboard", "cupboard", "newspaper", "eyeglass", "hourglass", "backboard"})
_REMEMBERED = 4096  # names of a catalogue, which are held against every question
_BUNDLES = frozenset({"set", "pack", "pair", "kit", "bundle"})  # "the measuring cups" are a Measuring Cup Set
# What goods are for or where they stand, by a number for each kind: words of one kind may stand for one another.
_KIND_OF = {
    word: kind
    for kind, words in enumerate(shipped_table("domain.language.goods", "goods_references.yaml")["kinds"])
    for word in words.split()
}
_LEAST = 0.6  # share of a name's words, where not all of it is said


def words_of(text: str) -> list[str]:
    """Lower-case words in order, singular and plural alike: "T-Shirts" → ["t", "shirt"]."""
    return [singular(w) for w in _WORD.findall(text.casefold())]


@lru_cache(maxsize=_REMEMBERED)
def _words_of_name(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


def singular(word: str) -> str:
    """One form for a noun and its plural, not always a word: "mugs" and "mug" → "mug", "atlases" and "atlas" → "atla"."""
    if len(word) <= 3:
        return word
    if word.endswith("ves") and (ends := _VES.search(word)):
        return f"{word[:-3]}f{'e' if ends[1] else ''}"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    word = _E.sub(r"\1", word)
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def word_for(name: Sequence[str], said: Sequence[str]) -> str | None:
    """The word by which words speak of goods: the last of their name; None where they do not. "The coffee table" is no Bedside Table."""
    name = name[:-1] if len(name) > 1 and name[-1] in _BUNDLES else name
    kinds = {kind for word in name[:-1] if (kind := _KIND_OF.get(word)) is not None}
    for at, word in enumerate(said):
        before = said[at - 1] if at else ""
        if (word == name[-1] or is_end_of(word, name[-1])) and (
            not kinds or before in name or _KIND_OF.get(before) in (None, *kinds)
        ):
            return word
    return None


def is_end_of(word: str, compound: str) -> bool:
    """Whether a word is what a longer one is a kind of: a wristwatch is a watch; headphones are no phone."""
    rest = len(compound) - len(word)
    return len(word) >= _SHORTEST_END and rest >= _SHORTEST_START and compound.endswith(word) and compound not in _NO_KIND


def may_be_the_same(one: str, other: str) -> bool:
    """Whether two descriptions may be of one thing: "the mug" and "the Oyster Bay mug" may, a blue and a red mug may not."""
    first, second = set(words_of(one)), set(words_of(other))
    return first <= second or second <= first


def named_products(text: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Ids of the products, given as ``(id, name)``, that a text names best; none where it names none.

    A whole name outweighs a part. Of a part the last word, what the thing is, must be there: "the skillet" is a cast iron
    skillet, "something of iron" is not. Where it fits several products, all of them are given."""
    said = set(words_of(text))
    scored: list[tuple[float, int, str]] = []
    for product_id, name in names:
        words = _words_of_name(name)
        if not words or words[-1] not in said:
            continue
        held = sum(word in said for word in words)
        scored.append((held / len(words), held, product_id))
    whole = [one for one in scored if one[0] == 1]
    best = whole or [one for one in scored if one[0] >= _LEAST] or scored
    most = max((one[1] for one in best), default=0)
    return [product_id for _, held, product_id in best if held == most]


_CARE = lazy_pattern(
    r"\b(?:how (?:do|to|can|should|often)|clean\w*|wash\w*|car(?:e|ing)|stain\w*|repair\w*|assemble\w*|instructions?|made of|made from"
    r"|materials?|dishwasher|oven|warrant\w*|guarantee\w*|safe|recycl\w*"
    r"|sp(?:ü|ue?)lmaschine\w*|backofen\w*|pflege\w*|reinig\w*"
    r"|(?:what|which) (?:kind of |sort of |type of )?(?:bulbs?|batter\w+)"
    r"|(?:welche|was für) (?:eine? )?(?:birne|batterie|leuchtmittel)\w*)\b",
    re.IGNORECASE,
)


def asks_for_care(text: str) -> bool:
    """Whether a question is about using or keeping goods, which the documents answer and no catalogue does."""
    return bool(_CARE.search(text))


_PARTS = (
    r"(?:lid|handle|cord|cable|bulb|leg|screw|knob|strap|seal|gasket|filter|hinge|spare part|deckel|griff|kabel|schraube|dichtung"
    r"|ersatzteil)(?:s|e|en)?"
)
_PART = lazy_pattern(
    rf"\b{_PARTS} (?:only |alone )?(?:for|of|to|from|für|von|zu) (?:the|my|an?|your|this|that|die|das|den|meinen?|eine?n?)\b"
    rf"|\b(?:just|only|new|replacement|spare|another|extra|nur|neuen?|neuer) (?:the |an? |den |das |die )?{_PARTS}\b",
    re.IGNORECASE,
)


def asks_for_a_part(text: str) -> bool:
    """Whether it is about a part of goods ("a new lid for the jar"), of which the price of the whole says nothing."""
    return bool(_PART.search(text))


_PRICE_OR_STOCK = lazy_pattern(
    r"\b(?:prices?|priced|costs?|how much"
    r"(?! (?:weight|load|water|oil|space|room|light|care|does (?:it|one|the \w+) (?:weigh|hold|carry|take|support)))"
    r"|stock|available|availability|sell|sold out|buy|sizes?|colou?rs?|variants?"
    r"|versions?|options|come in"
    r"|got|have(?! to\b)|preis|kostet|kosten|lieferbar|vorratig|vorrätig|verfügbar|auf lager"
    r"|ausverkauft|farben?|größen?|prix|coute|precio|cuesta|prezzo|costa)\b",
    re.IGNORECASE,
)


def asks_price_or_stock(text: str) -> bool:
    """Whether a question is about what a catalogue knows of goods: what they cost, and which there are."""
    return bool(_PRICE_OR_STOCK.search(text))


# What a customer may call goods by, after the words that they share with the shop's name of them.
_ANY_GOODS = frozenset(("set", "thing", "one", "stuff", "kit", "pair", "pack", "order", "box", "parcel", "package", "bit"))
_TIES = frozenset(("and", "of", "with", "for", "the", "in", "a", "und", "mit"))


def names_in_other_words(text: str, name: str) -> bool:
    """Whether a text calls goods by the first words of their name and not by what they are: "the salt and pepper set", of mills."""
    said, (*first, last) = words_of(text), words_of(name)
    first = [word for word in first if word not in _TIES]
    if len(set(first)) < 2 or last in said or not set(first) <= set(said):
        return False
    behind = said[max(at for at, word in enumerate(said) if word in first) + 1 :]
    return bool(behind) and behind[0] in _ANY_GOODS
