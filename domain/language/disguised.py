"""Words written so that no filter reads them: "k i l l", "su1cide", "w@nt"."""

from domain.lazy_pattern import lazy_pattern

# Single signs in a row; two spaces, as people then put between words, end a word.
_SPELT_OUT = lazy_pattern(r"(?<![\w@$!])(?:[\w@$!][ .*_-]){3,}[\w@$!](?![\w@$!])")
_MIXED = lazy_pattern(r"(?<!\S)(?=[^\s\[]*[^\W\d_])[^\s\[]*[\d@$!|][^\s\[]*")
_SIGNS = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_STROKES = ("i", "l")  # what "1", "!" and "|" may stand for


def undisguised(text: str) -> list[str]:
    """The ways to read a text that hides letters behind other signs; none where it hides nothing."""
    joined = _SPELT_OUT.sub(lambda word: "".join(sign for sign in word[0] if sign not in " .*_-"), text)
    readings = [_in_letters(joined, stroke) for stroke in _STROKES]
    return [reading for reading in dict.fromkeys(readings) if reading != text]


def _in_letters(text: str, stroke: str) -> str:
    letters = str.maketrans({**_SIGNS, **dict.fromkeys("1!|", stroke)})
    return _MIXED.sub(lambda word: word[0].translate(letters), text)
