"""German names of common goods, for a shop that names its own in English: "die Stehlampe" is its floor lamp."""

import re
from functools import lru_cache

from domain.language.refusal import REMEMBERED, folded

# By the end of a word: German puts what goods are last, as English does ("Stehlampe", "Handtücher").
_ENDS = {
    "stehlampe": "floor lamp", "schreibtischlampe": "desk lamp", "tischlampe": "desk lamp", "lampe": "lamp", "leuchte": "lamp",
    "tasse": "mug", "becher": "mug", "nachttisch": "bedside table", "beistelltisch": "side table",
    "couchtisch": "coffee table", "esstisch": "dining table", "tisch": "table",
    "bucherregal": "bookshelf", "regal": "shelf", "geschirrtuch": "tea towel", "geschirrtucher": "tea towel", "badetuch": "bath towel",
    "handtuch": "towel", "handtucher": "towel", "wanduhr": "wall clock", "uhr": "clock", "bratpfanne": "skillet", "pfanne": "skillet",
    "decke": "throw", "gartenjacke": "garden jacket", "jacke": "jacket", "handschuhe": "gloves", "gewurzmuhlen": "mills", "muhle": "mills",
    "muhlen": "mills", "kissen": "pillow", "stuhl": "chair", "sessel": "chair", "teller": "plate", "schussel": "bowl", "teekanne": "teapot",
    "kanne": "teapot", "schurze": "apron", "messer": "knife", "vorratsglas": "storage jar", "glaser": "jar", "teppich": "rug",
    "spiegel": "mirror", "korb": "basket", "topf": "pot", "hocker": "stool", "bank": "bench", "kerze": "candle",
}  # fmt: skip
_LONGEST_FIRST = sorted(_ENDS, key=len, reverse=True)
_ARE_MANY = frozenset({"handtucher", "geschirrtucher", "glaser"})
_PLURAL = ("", "n", "s", "en", "e")


@lru_cache(maxsize=REMEMBERED)
def in_english(text: str) -> tuple[str, ...]:
    """The English words of the goods that a text names in German; none for a text that names none."""
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]{3,}", folded(text)):
        end = next((end for end in _LONGEST_FIRST for more in _PLURAL if word.endswith(f"{end}{more}")), None)
        if end:
            found += _ENDS[end].split()
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def with_english_goods(text: str) -> str:
    """A text with the German names of goods in English, in their number: "eine der Tassen" → "eine der mugs"."""

    def english(word: re.Match[str]) -> str:
        said = folded(word[0])
        found = next(((end, more) for end in _LONGEST_FIRST for more in _PLURAL if said.endswith(f"{end}{more}")), None)
        if not found:
            return word[0]
        end, more = found
        name = _ENDS[end]
        many = (more or end in _ARE_MANY) and not name.endswith("s")
        return f"{name}s" if many else name

    return re.sub(r"[^\W\d_]{3,}", english, text)
