"""National and tax numbers: where form and check digits tell enough they are found anywhere, else beside words of identity. US social
security numbers: the 3-2-4 form anywhere, any form where the words say so. What only its words tell is found by `named_numbers`.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from stdnum.be import nn
from stdnum.br import cnpj, cpf
from stdnum.ca import sin
from stdnum.ch import ssn as ahv
from stdnum.cn import ric
from stdnum.de import idnr
from stdnum.dk import cpr
from stdnum.es import dni, nie
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.it import codicefiscale
from stdnum.mx import curp
from stdnum.no import fodselsnummer
from stdnum.se import personnummer

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading
from privacy.recognizers.digits import digits_of

_WRITTEN = lazy_pattern(r"(?<!\d)(?<!\d[-_])(?<![A-Za-z]-)(\d{3})([- ._/]| - )(\d{2})\2(\d{4})(?!\d|-|\.\d)")
_STUCK = lazy_pattern(r"(?<![^\W_])ssn(\d{9})(?!\d)", re.IGNORECASE)
_LAST = r"(?:last|final|ends?|ending)"
_LAST_FOUR = lazy_pattern(rf"(?<!\d)\d{{4}}(?!\d)(?:\W{{1,3}}{_LAST})?", re.IGNORECASE)
_ENDS = lazy_pattern(rf"(?<![^\W_]){_LAST}(?![^\W_])", re.IGNORECASE)
_NEAR = 45  # signs between "last four of my" and its digits


def is_ssn(digits: str) -> bool:
    """Nine digits with an area, group and serial that can be issued (ITINs too, whose area starts with 9)."""
    return len(digits) == 9 and digits[:3] not in ("000", "666") and digits[3:5] != "00" and digits[5:] != "0000"


def speaks_of_ssn(reading: Reading) -> bool:
    return reading.has("ssn")


def ssns(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for match in _WRITTEN.finditer(text):
        if is_ssn("".join(match.group(1, 3, 4))) and not reading.is_numbered(match.start()):
            yield Finding("ssn", match.start(), match.end())
    for match in _STUCK.finditer(text):
        yield Finding("ssn", match.start(1), match.end(1))
    if not reading.has("ssn"):
        return
    for run in reading.runs:
        for at in range(len(run)):
            if reading.follows(run[at].start, ("ssn",), 40) or (at == 0 and reading.is_said_after(run[-1].end, ("ssn",))):
                for end in range(at + 1, min(at + 9, len(run)) + 1):
                    if len(digits_of(run[at:end])) == 9:
                        yield Finding("ssn", run[at].start, run[end - 1].end)
    yield from _last_fours(reading)


def _last_fours(reading: Reading) -> Iterator[Finding]:
    """ "The last four of my social are 1234", "my SSN ends in 1234"."""
    for cue in reading.of("ssn"):
        window = reading.text[max(0, cue.start - _NEAR) : cue.end + _NEAR]
        if not _ENDS.search(window):
            continue
        if match := lazy_pattern(r"[^\d\n]{0,40}?(?:(?:4|four)\b[^\d\n]{0,15}?)?(?<!\d)(\d{4})(?!\d)", re.I).match(
            reading.text, cue.end
        ):
            yield Finding("ssn", match.start(1), match.end(1))


class _Form(NamedTuple):
    """``is_valid`` None: the form alone. ``regions``: found there without words; None: everywhere; empty: with words alone."""

    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool] | None
    regions: frozenset[str] | None


def _form(pattern: str, is_valid: Callable[[str], bool] | None = None, regions: str | None = None) -> _Form:
    return _Form(
        lazy_pattern(rf"(?<![\w-])(?:{pattern})(?![\w-]|[.,]\d)", re.IGNORECASE),
        is_valid,
        None if regions is None else frozenset(regions.split()),
    )


_FORMS = (
    _form(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}[ -]?[A-D]"),  # GB: NINO
    _form(r"[12][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?\d[\dAB][ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{2}", nir.is_valid),
    _form(r"\d{2}[ /]\d{3}[ /]\d{3}[ /]\d{3}", idnr.is_valid),
    _form(r"\d{11}", idnr.is_valid, ""),
    _form(r"\d{2}[ .]?\d{3}[ .]?\d{3}[ -]?[A-HJ-NP-TV-Z]", dni.is_valid),
    _form(r"[XYZ][ -]?\d{7}[ -]?[A-HJ-NP-TV-Z]", nie.is_valid),
    _form(r"[A-Z]{6}[ ]?\d{2}[A-EHLMPR-T]\d{2}[ ]?[A-Z]\d{3}[A-Z]", codicefiscale.is_valid),
    _form(r"[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]"),
    _form(r"\d{2}\.\d{2}\.\d{2}[ -]\d{3}[.-]\d{2}"),  # BE
    _form(r"\d{11}", nn.is_valid, ""),
    _form(r"756[. ]\d{4}[. ]\d{4}[. ]\d{2}", ahv.is_valid),
    _form(r"\d{3}\.\d{3}\.\d{3}-\d{2}", cpf.is_valid),
    _form(r"\d{3}[. ]?\d{3}[. ]?\d{3}[ -]?\d{2}", cpf.is_valid, "BR"),
    _form(r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}", cnpj.is_valid),
    _form(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]", ric.is_valid),
    _form(r"\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-[1-8]\d{6}"),  # KR, whose check digits ended in 2020
    _form(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A]\d{3}[0-9A-FHJ-NPR-Y]", hetu.is_valid),
    _form(r"(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[-+]\d{4}", personnummer.is_valid),
    _form(r"\d{12}|\d{10}", personnummer.is_valid, ""),
    _form(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}", cpr.is_valid),
    _form(r"\d{6}[ ]?\d{5}", fodselsnummer.is_valid, ""),
    _form(r"\d{3}[ -]\d{3}[ -]\d{3}", sin.is_valid, "CA"),
    _form(r"\d{3}[ -]\d{3}[ -]\d{4}", nhs.is_valid, ""),
    _form(r"[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d", curp.is_valid),
    _form(
        r"[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}"
    ),  # US Medicare
    _form(r"784-?\d{4}-?\d{7}-?\d"),  # AE
    _form(r"[A-Z]{5}\d{4}[A-Z]", None, "IN"),
)


def national_ids(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    if not any(sign.isdigit() for sign in text):
        return
    for form in _FORMS:
        if form.regions is not None and reading.region not in form.regions and not reading.has("national_id"):
            continue
        for match in form.pattern.finditer(text):
            number = match.group().upper()
            if form.is_valid is not None and not form.is_valid(number):
                continue
            is_known = form.regions is None or reading.region in form.regions
            if not is_known and not _is_named(reading, match):
                continue
            if not reading.is_numbered(match.start()):
                yield Finding("national_id", match.start(), match.end())


def _is_named(reading: Reading, match: re.Match[str]) -> bool:
    return reading.follows(match.start(), ("national_id",), 40) or reading.is_said_after(match.end(), ("national_id",))
