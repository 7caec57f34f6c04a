"""Unicode folded to what recognizers can read, with a way back to the offsets of the text as it was sent."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from domain.lazy_pattern import lazy_pattern

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－⁃⁻₋", "-")
_QUOTES = dict.fromkeys("‘’‚‛′`´ʼ＇", "'") | dict.fromkeys("“”„‟″", '"')
_DOTS = dict.fromkeys("․。．｡", ".")
_ROUND = dict.fromkeys("ОоΟο", "O")  # Cyrillic and Greek letters that pass for zeros
_PLAIN = _DASHES | _QUOTES | _DOTS | _ROUND
# What a page or an address bar makes of a sign: "%20", "&nbsp;", "&#52;".
_ENCODED = lazy_pattern(
    r"%[2-7][0-9A-Fa-f]|&(?:nbsp|amp|lt|gt|quot|commat|period|colon|hyphen|#\d{1,6}|#x[0-9A-Fa-f]{1,5});"
)
_CYRILLIC = lazy_pattern(r"[\u0400-\u04FF]{2}")


@dataclass(frozen=True)
class Folded:
    """``text`` is what recognizers see; ``text[i]`` was made of the original's code points ``starts[i]:ends[i]``."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's code points behind ``text[start:end]``, which is not empty."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Compatibility forms become plain, any script's digits 0-9, any dash "-", any space " ", encoded signs themselves; what
    has no width goes."""
    if text.isascii() and text.isprintable() and "%" not in text and "&" not in text:
        return Folded(text, list(range(len(text))), list(range(1, len(text) + 1)))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    is_cyrillic = _CYRILLIC.search(text) is not None  # there "о" is a letter
    for at, end, sign in _signs(text):
        plain = sign if sign.isascii() and sign.isprintable() else _plain(sign, is_cyrillic)
        pieces.append(plain)
        starts.extend([at] * len(plain))
        ends.extend([end] * len(plain))
    return Folded("".join(pieces), starts, ends)


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for match in _ENCODED.finditer(text):
        yield from ((i, i + 1, text[i]) for i in range(at, match.start()))
        code = match.group()
        sign = chr(int(code[1:], 16)) if code[0] == "%" else unescape(code)
        at = match.end()
        if len(sign) == 1:
            yield match.start(), at, sign
    yield from ((i, i + 1, text[i]) for i in range(at, len(text)))


def _plain(sign: str, is_cyrillic: bool) -> str:
    if sign in _PLAIN and not (is_cyrillic and sign in "Оо"):
        return _PLAIN[sign]
    if sign in "\n\r\t":
        return sign
    category = unicodedata.category(sign)
    if category in ("Cc", "Cf", "Me") or unicodedata.name(sign, "").startswith("VARIATION SELECTOR"):
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", sign)
    return "".join(part if is_cyrillic and part in "Оо" else _PLAIN.get(part, part) for part in folded)
