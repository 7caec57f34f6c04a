"""An address as people type it, taken apart."""

import re

from domain.language.this_not_that import this_not_that
from domain.lazy_pattern import lazy_pattern
from domain.shop import Address

POSTCODE = lazy_pattern(r"\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)\b", re.IGNORECASE)


def parsed(words: str, country: str) -> Address | None:
    """Street, city, state and postcode out of one line with commas, as people type it; None if a part is missing."""
    found = list(POSTCODE.finditer(words))
    parts = [p.strip() for p in words.split(",") if p.strip()]
    if not found or len(parts) < 2:
        return None
    postcode = found[-1][0]
    rest = [p.replace(postcode, "").strip() for p in parts]
    rest = [p for p in rest if p and p.casefold() not in ("usa", "us", "united states", "germany", "france", "uk", "canada")]
    if len(rest) < 2:
        return None
    line1, *others = rest
    state = (
        others.pop() if len(others) > 1 and len(others[-1]) <= 20 and re.fullmatch(r"[A-Za-z .]{2,20}", others[-1]) else None
    )
    city = others.pop()
    if state is None and (split := re.fullmatch(r"(.+?)\s+([A-Z]{2})", city)):
        city, state = split[1], split[2]
    return Address(line1=line1, line2=", ".join(others) or None, city=city, state=state, postcode=postcode, country=country)


UNIT = lazy_pattern(
    r"\b(suite|ste|apt|apartment|unit|flat|floor|room)\b\.?(?: (?:number|no\.?))?(?: (?:is|should be|to|becomes|:))* ?#?"
    r"(?!number|no\b|is\b|should|to\b)"
    r"(\d[\w-]*|[a-z]\d*)\b(?!['’])",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(r"\d+\s?[a-z]?", re.IGNORECASE)
_HOUSE = lazy_pattern(
    r"\b(?:house|street|building) (?:number|no\.?)(?: (?:is|should be|to|it is|it's))* (\d+\s?[a-z]?)\b", re.IGNORECASE
)


def corrected(words: str, present: Address) -> Address | None:
    """The present address with the part that words put right: its suite, its house number, or the number in its street; None
    where they name no such part."""
    if units := list(UNIT.finditer(words)):
        kind, number = units[-1][1], units[-1][2]
        return present.model_copy(update={"line2": f"{kind.capitalize()} {number.upper()}"})
    for this, that in this_not_that(words):  # "it's 14 not 41"
        if _NUMBER.fullmatch(this) and re.search(rf"\b{re.escape(that)}\b", present.line1):
            return present.model_copy(update={"line1": re.sub(rf"\b{re.escape(that)}\b", this, present.line1, count=1)})
    if house := _HOUSE.search(words):
        line1, replaced = re.subn(r"\d+\s?[A-Za-z]?\b", house[1], present.line1, count=1)
        return present.model_copy(update={"line1": line1}) if replaced else None
    street = words.split(",")[0].strip()
    if re.search(r"\d", street) and _name(street) == _name(present.line1) and _name(street):
        return present.model_copy(update={"line1": street})
    return None


def _name(street: str) -> list[str]:
    """A street's words without its numbers."""
    return [w for w in re.findall(r"[^\W\d_]+", street.casefold()) if len(w) > 1]
