"""German dialects in standard words, so that all that reads German reads them: "i wui koa Geld zruck" → "ich will kein Geld zurück"."""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.languages.written_language import other_language
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.languages", "dialects.yaml")
_PLAIN: dict[str, str] = {typed: standard for standard, words in _TABLE["plain"].items() for typed in words.split()}
_ALL = {typed: standard for standard, words in _TABLE["also"].items() for typed in words.split()} | _PLAIN
_WORD = lazy_pattern(r"(?<![\[\w])[^\W\d_]+(?:['’][^\W\d_]+)?(?![\w\]])")
_LEAST = 2  # different words of a dialect


@lru_cache(maxsize=REMEMBERED)
def in_standard_german(text: str) -> str:
    """The text with its words of dialect in standard German; as it is, where it is not plainly in one."""
    words = {_key(word[0]) for word in _WORD.finditer(text)}
    if len(words & _PLAIN.keys()) < _LEAST or other_language(text) is not None:
        return text

    def standard(word: re.Match[str]) -> str:
        found: str = _ALL.get(_key(word[0]), word[0])
        return found[0].upper() + found[1:] if word[0][0].isupper() else found

    return _WORD.sub(standard, text)


def _key(word: str) -> str:
    return folded(word)  # without its apostrophe: "g'foit"
