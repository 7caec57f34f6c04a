"""IBANs in any case and spacing: the country's length and the check digits, or the words that say so."""

from collections.abc import Iterator
from functools import cache

from stdnum import numdb
from stdnum.iso7064 import mod_97_10

from domain.lazy_pattern import lazy_pattern
from privacy.reading import Reading
from privacy.recognizers.finding import Finding

_START = lazy_pattern(r"(?:(?<![^\W_])|(?<=iban)|(?<=IBAN))[A-Za-z]{2}[ ._\n-]{0,3}[\dOIl][ ]?[\dOIl]")
_SIGN = lazy_pattern(r"[ \t._\n/|·•-]{0,3}([A-Za-z0-9])")
_FIELD = lazy_pattern(r"(\d+)!")
_LOOKALIKES = str.maketrans("OIL", "011")


def ibans(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for match in _START.finditer(text):
        length = _length(text[match.start() : match.start() + 2].upper())
        if length is None:
            continue
        number, end = _read(text, match.start(), length)
        if len(number) != length or text[end : end + 1].isalnum() or sum(map(str.isdigit, number)) < length // 3:
            continue
        is_named = reading.follows(match.start(), ("iban",)) or reading.is_said_after(end, ("iban",))
        if _is_valid(number) or (is_named and sum(map(str.isdigit, number)) >= length // 2):
            yield Finding("iban", match.start(), end)


def _is_valid(number: str) -> bool:
    forms = {number, number[:2] + number[2:].translate(_LOOKALIKES), number[:4] + number[4:].translate(_LOOKALIKES)}
    return any(form[2:4].isdigit() and mod_97_10.is_valid(form[4:] + form[:4]) for form in forms)


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
