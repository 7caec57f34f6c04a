"""IBANs in any case and spacing: the country's length and the check digits, or the words that say so."""

import re
from collections.abc import Iterator
from functools import cache

from stdnum import numdb
from stdnum.iso7064 import mod_97_10

from privacy.recognizers.context import follows
from privacy.recognizers.finding import Finding

_START = re.compile(r"(?<![^\W_])[A-Za-z]{2}[ .-]?\d[ ]?\d")
_SIGN = re.compile(r"[ \t.\-/]{0,2}([A-Za-z0-9])")
_FIELD = re.compile(r"(\d+)!")


def ibans(text: str) -> Iterator[Finding]:
    for match in _START.finditer(text):
        length = _length(text[match.start() : match.start() + 2].upper())
        if length is None:
            continue
        number, end = _read(text, match.start(), length)
        if len(number) == length and not text[end : end + 1].isalnum():
            is_valid = mod_97_10.is_valid(number[4:] + number[:4])
            if is_valid or (follows(text, match.start(), "iban") and sum(sign.isdigit() for sign in number) >= length // 2):
                yield Finding("iban", match.start(), end)


def _read(text: str, start: int, length: int) -> tuple[str, int]:
    """Up to ``length`` letters and digits from ``start``, without separators, and where they end."""
    signs: list[str] = []
    at = start
    while len(signs) < length and (match := _SIGN.match(text, at)):
        signs.append(match[1].upper())
        at = match.end()
    return "".join(signs), at


@cache
def _length(country: str) -> int | None:
    """How long the country's IBANs are; None where it has none."""
    details: dict[str, str] = numdb.get("iban").info(country)[0][1]
    structure = details.get("bban")
    return None if structure is None else 4 + sum(int(n) for n in _FIELD.findall(structure))
