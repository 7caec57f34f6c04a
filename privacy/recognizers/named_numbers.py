"""Numbers that only the words beside them tell: of passports, licences, identity papers, bank accounts, card codes and PINs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from domain.lazy_pattern import lazy_pattern
from domain.personal_data import PersonalDataKind
from privacy.findings import Finding
from privacy.reading import Cue, Reading

_GAP = 30  # signs between the words and the value
_CHUNK = r"[A-Za-z]{0,12}\d[A-Za-z0-9]{0,24}"
_VALUE = lazy_pattern(
    rf"(?<![^\W_])(?:(?:[A-Z]{{1,5}}|[a-z]{{1,2}})[ ./-]{{1,2}}){{0,2}}{_CHUNK}"
    rf"(?:[ ]?[./_-]?[ ]?(?:{_CHUNK}|[A-Z]{{1,3}}(?![A-Za-z]))){{0,9}}(?![^\W_])"
)
_DATE = lazy_pattern(r"\d{2,4}\s?x\s?\d{2,4}|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}")
_BANK_CODE = lazy_pattern(r"(?<!\w)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)|(?<!\w)[A-Z]{4}0[A-Z0-9]{6}(?!\w)")
_SORT_CODE = lazy_pattern(r"(?<![\w-])\d{2}[- ]\d{2}[- ]\d{2}(?![\w-])(?:[ ,/]{1,3}\d{7,8}(?!\d))?")
_SHOP_ACCOUNT = lazy_pattern(r"(?:shop|store|customer|loyalty|membership|rewards?|user|online|your)\s+$", re.IGNORECASE)
_ANOTHER = lazy_pattern(r"\s?(?:[/,;+&]|and|und|et|y|e|en)?\s?(?P<value>\d[\d -]{4,18}\d)(?![\w]|[.,]\d)")
_MACHINE = lazy_pattern(
    r"[PIAC][A-Z<][A-Z<]{3}[A-Z<]{10,39}(?:\s?[A-Z0-9<]{28,44})?|[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{2,16}"
)


class _Rule(NamedTuple):
    least: int  # letters and digits
    most: int
    least_digits: int


_RULES: dict[str, tuple[PersonalDataKind, _Rule]] = {
    "passport": ("passport", _Rule(6, 14, 4)),
    "driving_licence": ("driving_licence", _Rule(5, 20, 4)),
    "national_id": ("national_id", _Rule(6, 18, 4)),
    "bank_account": ("bank_account", _Rule(5, 24, 5)),
    "account": ("bank_account", _Rule(6, 24, 6)),
}
_NUMBERED = frozenset([*_RULES, "order", "phone", "ssn", "date_of_birth", "iban", "card", "card_code", "pin", "otp"])
_SHORT_CODES = ("transit", "institution")  # whose numbers have three digits and more


def named_numbers(reading: Reading) -> Iterator[Finding]:
    yield from _machine_readable(reading)
    kinds = [kind for kind in _RULES if reading.has(kind)]
    if kinds or reading.has("bank"):
        is_banking = reading.has("bank", "bank_account")
        if not is_banking:
            kinds = [kind for kind in kinds if kind != "account"]
        yield from _after(reading, kinds)
        yield from _before(reading, [kind for kind in kinds if kind != "account"])
        if is_banking:
            yield from _banking(reading)


def _after(reading: Reading, kinds: list[str]) -> Iterator[Finding]:
    cues = reading.of(*kinds)
    others = [cue for cue in reading.cues if cue.kind in _NUMBERED]
    for cue in cues:
        kind, rule = _RULES[cue.kind]
        match = _VALUE.search(reading.text, cue.end, cue.end + _GAP + 80)
        if match is None or not reading.adjoins(cue.end, match.start(), _GAP) or _is_taken(cue, others, match.start()):
            continue
        if cue.kind == "account" and _SHOP_ACCOUNT.search(reading.text, max(0, cue.start - 14), cue.start):
            continue
        if reading.text[cue.start : cue.end].lower().startswith(_SHORT_CODES):
            rule = rule._replace(least=3, least_digits=3)
        end = _end_of(reading.text, match, rule)
        if end is None:
            continue
        yield Finding(kind, match.start(), end)
        if kind == "bank_account" and (more := _ANOTHER.match(reading.text, end)):
            yield Finding(kind, more.start("value"), more.end("value"))


def _is_taken(cue: Cue, others: list[Cue], at: int) -> bool:
    """Whether another cue is nearer to the value."""
    return any(other.start >= cue.end and other.end <= at and other.kind != cue.kind for other in others)


def _end_of(text: str, match: re.Match[str], rule: _Rule) -> int | None:
    """Where the value ends: as many of its chunks as the rule allows; None where it is no such value."""
    end, count = match.start(), 0
    for chunk in re.finditer(r"[A-Za-z0-9]+", match.group()):
        if count and count + len(chunk.group()) > rule.most:
            break
        count += len(chunk.group())
        end = match.start() + chunk.end()
    value = text[match.start() : end]
    signs = "".join(sign for sign in value if sign.isalnum())
    digits = sum(map(str.isdigit, signs))
    is_code = digits >= 1 and len(signs) >= 7 and signs.isupper()
    if not rule.least <= len(signs) <= rule.most or not (digits >= rule.least_digits or is_code):
        return None
    if _DATE.fullmatch(value.strip()) and rule.most != _RULES["bank_account"][1].most:
        return None
    if text[match.start() - 1 : match.start()] in ("$", "€", "£") or re.match(
        r"[.,]\d|\s?(?:%|€|eur\b|usd\b|cm\b|mm\b)", text[end:], re.I
    ):
        return None
    return end


def _before(reading: Reading, kinds: list[str]) -> Iterator[Finding]:
    """ "A1234567 is my passport"."""
    for match in _VALUE.finditer(reading.text):
        for name in kinds:
            kind, rule = _RULES[name]
            if (
                reading.is_said_after(match.end(), (name,), linked=True)
                and _end_of(reading.text, match, rule) == match.end()
            ) and not reading.is_numbered(match.start()):
                yield Finding(kind, match.start(), match.end())


def _banking(reading: Reading) -> Iterator[Finding]:
    """Where a bank is spoken of: sort codes, codes of banks, and numbers "at Chase"."""
    text = reading.text
    for match in _SORT_CODE.finditer(text):
        if "-" in match.group() and not reading.is_numbered(match.start()):
            yield Finding("bank_account", match.start(), match.end())
    for match in _BANK_CODE.finditer(text):
        if reading.follows(match.start(), ("bank_account",), 12):
            yield Finding("bank_account", match.start(), match.end())
    for cue in reading.of("bank"):
        if before := re.search(
            r"(?<![\w.,-])\d(?:[ -]?\d){7,17},?\s(?:at|with|bei der|bei|chez|en el|en|presso|na|no|bij|de)\s(?:the |my |"
            r"la )?$",
            text[max(0, cue.start - 44) : cue.start],
        ):
            start = max(0, cue.start - 44) + before.start()
            if not reading.is_numbered(start):
                yield Finding("bank_account", start, start + len(before.group().split(" at ")[0].rstrip(", ")))


def _machine_readable(reading: Reading) -> Iterator[Finding]:
    """The lines at the foot of a passport: "P<USADOE<<JANE<<<"."""
    if "<<" in reading.text:
        for match in _MACHINE.finditer(reading.text):
            if "<" in match.group():
                yield Finding("passport", match.start(), match.end())
