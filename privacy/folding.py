"""Unicode folded to what recognizers can read, with a way back to the offsets of the text as it was sent."""

import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－⁃⁻₋", "-")
_QUOTES = dict.fromkeys("‘’‚‛′`´ʼ＇", "'") | dict.fromkeys("“”„‟″", '"')
_DOTS = dict.fromkeys("․。．｡", ".")
_ROUND = dict.fromkeys("ОоΟο", "O")  # Cyrillic and Greek letters that pass for zeros
_PLAIN = _DASHES | _QUOTES | _DOTS | _ROUND


@dataclass(frozen=True)
class Folded:
    """``text`` is what recognizers see; ``origins[i]`` is the code point of the original that made ``text[i]``."""

    text: str
    origins: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's code points behind ``text[start:end]``, which is not empty."""
        return self.origins[start], self.origins[end - 1] + 1


def fold(text: str) -> Folded:
    """Compatibility forms become plain, any script's digits 0-9, any dash "-", any space " "; what has no width goes."""
    pieces: list[str] = []
    origins: list[int] = []
    for at, sign in enumerate(text):
        plain = sign if sign.isascii() and sign.isprintable() else _plain(sign)
        pieces.append(plain)
        origins.extend([at] * len(plain))
    return Folded("".join(pieces), origins)


def _plain(sign: str) -> str:
    if sign in _PLAIN:
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
    return "".join(_PLAIN.get(part, part) for part in folded)
