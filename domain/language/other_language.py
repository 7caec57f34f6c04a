"""A message that is plainly in a language which we neither speak nor answer in: that is told, instead of guessing at it.

Sure or nothing: a name, an address, an order's number and a word in passing are no language."""

from collections import Counter
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.pattern_table import with_pieces
from domain.language.plain_language import SMALL_WORDS
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "other_language.yaml")
_SPOKEN = ("en", "de")
_ALL = {name: frozenset(words.split()) | SMALL_WORDS.get(name, frozenset()) for name, words in _TABLE["words"].items()}
# What only one language has of them.
_OWN = {name: words.difference(*(other for key, other in _ALL.items() if key != name)) for name, words in _ALL.items()}
_NAMES = lazy_pattern(
    "|".join(f"(?P<{name}>{with_pieces(pattern, _TABLE['pieces'])})" for name, pattern in _TABLE["asks_for"].items())
)
_WORD = lazy_pattern(r"(?<![\[\w])[^\W\d_]+(?![\w\]])")
_TOKEN = lazy_pattern(r"\[\w+\]|(?<!\S)(?=\S*[@\d])\S+")
_LEAST = 2  # different words that only this language has, more than any other has of its own


def asks_for_language(text: str) -> str | None:
    """``it`` where somebody asks whether we speak it: "parlate italiano?". Of the languages that we do not."""
    found = _NAMES.search(folded(text))
    return found.lastgroup if found else None


@lru_cache(maxsize=REMEMBERED)
def other_language(text: str) -> str | None:
    """``fr``, ``es``, ``it``, ``nl``, ``pl`` or ``pt``, where a text is plainly written in it or asks whether we speak it."""
    said = folded(_TOKEN.sub(" ", text.replace("'", "' ").replace("’", "' "))).replace(
        "ł", "l"
    )  # which is no l with an accent
    if asked := asks_for_language(text):
        return asked
    words = set(_WORD.findall(said))
    own = Counter({name: len(words & those) for name, those in _OWN.items()})
    (name, most), (_, second) = own.most_common(2)
    return name if name not in _SPOKEN and most - second >= _LEAST else None
