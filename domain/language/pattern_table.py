"""Patterns over customers' words as the tables beside them spell them, with pieces that several share: `<kin>`."""

import re
from collections.abc import Iterable, Mapping

from domain.lazy_pattern import lazy_pattern

_PIECE = lazy_pattern(r"(?<!\?P)<(\w+)>")  # a group's name is none


def with_pieces(text: str, pieces: Mapping[str, str]) -> str:
    """A pattern with each piece, and those of pieces, in its place. Raises KeyError for one that the table does not have."""
    while _PIECE.search(text):
        text = _PIECE.sub(lambda piece: pieces[piece[1]], text)
    return text


def any_of_words(parts: Iterable[str], pieces: Mapping[str, str]) -> re.Pattern[str]:
    """One of the parts, from the beginning of a word to the end of one."""
    return lazy_pattern(rf"\b(?:{with_pieces('|'.join(parts), pieces)})\b")
