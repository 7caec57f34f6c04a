"""Text as rules read it: in lower case, without accents and apostrophes; and patterns over it as the tables beside the code spell them,
with pieces that several share: `<kin>`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from domain.lazy_pattern import lazy_pattern

# Texts of which a function of the language remembers its last results: a clause is asked the same by many rules of one turn.
REMEMBERED = 256
_APOSTROPHE = lazy_pattern(r"['’`´]")
_RUN = lazy_pattern(r"([^\W\d_])\1{2,}")
_LONGEST = 2000  # characters that are read: what counts stands near the beginning of what a person types


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """Lower case without accents and apostrophes, runs of three letters and more as one: "Nooo, don’t!" → "no, dont!"."""
    text = text[:_LONGEST].lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return _RUN.sub(r"\1", _APOSTROPHE.sub("", text))


_PIECE = lazy_pattern(r"(?<!\?P)<(\w+)>")  # a group's name is none


def with_pieces(text: str, pieces: Mapping[str, str]) -> str:
    """A pattern with each piece, and those of pieces, in its place. Raises KeyError for one that the table does not have."""
    while _PIECE.search(text):
        text = _PIECE.sub(lambda piece: pieces[piece[1]], text)
    return text


def any_of_words(parts: Iterable[str], pieces: Mapping[str, str]) -> re.Pattern[str]:
    """One of the parts, from the beginning of a word to the end of one."""
    return lazy_pattern(rf"\b(?:{with_pieces('|'.join(parts), pieces)})\b")
