"""What is taken of the choices that the last message offered: a button's words, or those that tell it from the others ("right one please"
for "Send the right one"), alone or beside something else.

The words of a quote's own buttons are not read here: what executes needs a plain yes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:[.,]\d+)*")
_PIECE = lazy_pattern(r"[.!?;,:\n…]+(?!\d)|\s[-–—]+\s|\s+(?=(?:and|but|und|aber)\b)")
# What may stand around the words of a choice.
_SMALL = frozenset(
    word
    for line in (
        "the a an one ones it them this please pls plz i id ill im we would like want need prefer rather take have get go with for in",
        "of to yes yeah yep ok okay sure fine well so then just only let lets us do me my you can could thanks thx",
        "option choose pick oh hm its is it about es geht um",
        "der die das den dem ein eine einen einer bitte ja gern gerne ich wir will mochte mochten hatte nehme nehm nehmen dann doch lieber",
        "sie mir uns na gut also mal in mit und and danke ware",
    )
    for word in line.split()
)


@dataclass(frozen=True)
class Taken:
    """``at``: the place of the label; ``rest``: what the message says beside it, empty where that is nothing."""

    at: int
    rest: str


def taken_of(text: str, labels: Sequence[str]) -> Taken | None:
    """The one label that a piece of the message names; None where none is named, or several are, or it is only asked about."""
    found: list[tuple[int, int, int]] = []
    start = 0
    for stop, end, asks in [
        *((m.start(), m.end(), "?" in m[0]) for m in _PIECE.finditer(text)),
        (len(text), len(text), False),
    ]:
        at = None if asks else _named(text[start:stop], labels)
        if at is not None:
            found.append((at, start, end))
        start = end
    if len({at for at, _, _ in found}) != 1:
        return None
    at, start, end = found[0]
    before, after = text[:start], text[end:]
    return Taken(at, " ".join(part.strip() for part in (before, after) if _says(part)))


def _named(piece: str, labels: Sequence[str]) -> int | None:
    words = _content(piece)
    if not any(word.isalpha() for word in words):
        return None
    held = [at for at, label in enumerate(labels) if words <= _all(label)]
    return held[0] if len(held) == 1 else None


def _says(text: str) -> bool:
    return bool(_content(text))


def _content(text: str) -> set[str]:
    return _all(text) - _SMALL


def _all(text: str) -> set[str]:
    return set(_WORD.findall(folded(text)))
