"""Text as rules read it: in lower case, without accents and apostrophes."""

import unicodedata
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
