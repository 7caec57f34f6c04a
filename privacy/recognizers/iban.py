"""IBANs in any case and spacing: the country's length and the check digits, or the words that say so."""

from collections.abc import Iterator
from functools import cache

from stdnum import numdb
from stdnum.iso7064 import mod_97_10

from domain.lazy_pattern import lazy_pattern
from privacy.reading import Reading
from privacy.recognizers.digits import digits_of
from privacy.recognizers.finding import Finding

_START = lazy_pattern(
    r"(?:(?<![^\W_])|(?<=iban)|(?<=IBAN))(?P<country>[A-Za-z][ ._-]?[A-Za-z])[ ._\n-]{0,3}[\dOIl][ ._-]?[\dOIl]"
)
_FEWEST, _MOST = 11, 30  # digits of an IBAN whose country is left out
_SIGN = lazy_pattern(r"[ \t._\n/|·•-]{0,3}([A-Za-z0-9])")
_FIELD = lazy_pattern(r"(\d+)!")
_LOOKALIKES = str.maketrans("OIL", "011")


def ibans(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for match in _START.finditer(text):
        country = match["country"]
        length = _length(f"{country[0]}{country[-1]}".upper())
        if length is None:
            continue
        number, end = _read(text, match.start(), length)
        if len(number) != length or text[end : end + 1].isalnum() or sum(map(str.isdigit, number)) < length // 3:
            continue
        is_named = reading.follows(match.start(), ("iban",)) or reading.is_said_after(end, ("iban",))
        if _is_valid(number) or (is_named and sum(map(str.isdigit, number)) >= length // 2):
            yield Finding("iban", match.start(), end)
    for run in reading.runs if reading.has("iban") else ():
        if reading.follows(run[0].start, ("iban",)) and _FEWEST <= len(digits_of(run)) <= _MOST:
            yield Finding("iban", run[0].start, run[-1].end)


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
