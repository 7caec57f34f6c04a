"""What words say of a new name for the account: that it is one at all, and which part of it."""

from typing import Literal

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_SPEAKS_OF_A_NAME = lazy_pattern(
    r"\b(?:\w*names?|called|call me|renamed?|heisse?n?|heiss|\w*namens?|umbenannt|umbenennen|married|divorced|verheiratet|geheiratet|"
    r"geschieden|maiden|mr|mrs|ms|herr|frau)\b"
)
_LAST = lazy_pattern(
    r"\b(?:last|sur|family|maiden|married)[ -]?name|\b(?:nach|familien|zu|ehe)namen?s?\b|\b(?:married|geheiratet|verheiratet)\b"
)
_FIRST = lazy_pattern(r"\b(?:first|given|fore|christian)[ -]?name|\b(?:vor|ruf)namen?s?\b")
_WANTS_IT = lazy_pattern(
    r"\b(?:chang\w+|updat\w+|renam\w+|correct\w*|set|put|please|pls|bitte|aender\w*|ander\w*|andre\w*|aktualisier\w*|korrigier\w*|"
    r"umbenenn\w*|eintragen)\b"
)


def speaks_of_a_name(text: str) -> bool:
    """Whether a name in the text can be a new one for the account. In "na egal, zurück damit" nobody is called anything."""
    return _SPEAKS_OF_A_NAME.search(folded(text)) is not None


def only_asks(text: str) -> bool:
    """ "Does it say Elif Lane now?": a name is asked about, and no change of it is wanted."""
    return "?" in text and _WANTS_IT.search(folded(text)) is None


def part_named(text: str) -> Literal["first", "last"] | None:
    """Which part of the name is told; None where that is not said, or both are."""
    said = folded(text)
    is_last, is_first = _LAST.search(said) is not None, _FIRST.search(said) is not None
    return None if is_last == is_first else "last" if is_last else "first"


def whole_name(told: str, present: str, part: Literal["first", "last"] | None) -> str | None:
    """The name as it will stand, ``told`` put in its place in the ``present`` one; None where one word does not say which it is."""
    big = [word for word in told.split() if word[0].isupper()]  # "now Lane" is Lane
    words, before = big or told.split(), present.split()
    told = " ".join(words)
    if len(words) > 1 or len(before) < 2:
        return told if part is None or len(words) > 1 else None
    if part == "last":
        return " ".join([*before[:-1], told])
    return " ".join([told, *before[1:]]) if part == "first" else None
