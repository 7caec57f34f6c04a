"""A text as recognizers read it, with a way back to the offsets of the text as it was sent: Unicode folded; tags, the targets of links
and the names of fields away.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading

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


_TAG = r"</?[A-Za-z][^<>\x00]{0,300}>|<!--[^<>\x00]{0,300}-->|\[/?[A-Za-z*]{1,10}(?:=[^\[\]\x00]{0,100})?\]"
_LINK = r"\]\([^()\[\]\x00]{0,300}\)[ \t]{0,3}\[?"
_FIELD = r'"?[ \t\n]{0,9},[ \t\n]{0,9}"[A-Za-z_][\w .-]{0,30}"[ \t\n]{0,9}:[ \t\n]{0,9}"?'
_MARKUP = lazy_pattern(rf"(?P<tags>(?:{_TAG})(?:[ \t\n]{{0,40}}(?:{_TAG}))*)|(?P<link>{_LINK})|(?P<field>{_FIELD})")
# Between letters these leave no gap: "ma<b>ya</b>@example.com".
_INLINE = lazy_pattern(
    r"(?:</?(?:a|abbr|b|bdi|big|code|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|tt|u|wbr)(?![\w-])[^<>]*>|<!--.*?-->"
    r"|\[/?[A-Za-z*]+(?:=[^\]]*)?\])+",
    re.IGNORECASE,
)


def shown(text: str) -> Folded | None:
    """``text``, folded, without its markup; None where it has none."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for match in _MARKUP.finditer(text):
        gap = _gap(text, match)
        pieces += [text[at : match.start()], gap]
        starts += [*range(at, match.start()), *[match.start()] * len(gap)]
        at = match.end()
    if not pieces:
        return None
    starts += range(at, len(text))
    return Folded("".join([*pieces, text[at:]]), starts, [start + 1 for start in starts])


def as_shown(reading: Reading, rules: tuple[Callable[[Reading], Iterator[Finding]], ...]) -> Iterator[Finding]:
    """What the rules find once the markup is gone. What stands in the markup itself is for the reading of the text as it is."""
    without = shown(reading.text)
    if without is None:
        return
    plain = Reading(without.text, reading.region)
    for rule in rules:
        for finding in rule(plain):
            start, end = without.span(finding.start, finding.end)
            yield finding._replace(start=start, end=end)


def _gap(text: str, match: re.Match[str]) -> str:
    """A field's name keeps its comma: what stands in fields side by side is one number only in a card's own groups."""
    if match["field"]:
        return ", "
    around = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    glues = match["tags"] and _INLINE.fullmatch(match["tags"]) and not all(sign.isdigit() for sign in around)
    return "" if glues else " "
