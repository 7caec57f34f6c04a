"""Short numbers that must stay secret: card codes, PINs, one-time codes of others, recovery codes and seed phrases. A code that the
service itself sent is none of them: actions need it."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Cue, Reading

_GAP = 30
_SENT_BY_US = lazy_pattern(
    r"(?:verification|you sent|sent me|received|e-?mailed|you texted|from you)[^.\n]{0,40}$", re.IGNORECASE
)
_TELLS = lazy_pattern(
    r"[ ]{0,2}(?:code|number|is|ist|est|was|es|è|é|of|my|the|card|:|=|#|-|,|\s|\w{1,12}\s){0,8}", re.IGNORECASE
)
_CODE = lazy_pattern(
    r"(?<![^\W_])(?:code|código|codice|security|sec|sicherheit|sécurité|seguridad)(?:\s(?:is|ist|es|è|é|est))?[\s:=,]{1,3}"
    r"(?P<value>\d{3})(?!\d|[.,/-]\d|\s?%)",
    re.IGNORECASE,
)
_CODE_OF_FOUR = lazy_pattern(r"(?<![^\W_])code(?:\sis)?[\s:=]{1,3}(?P<value>\d{4})(?!\d|[.,/-]\d)", re.IGNORECASE)
_AMEX = lazy_pattern(r"amex|american express", re.IGNORECASE)
_ALNUM = lazy_pattern(r"(?<![^\W_])(?=[A-Za-z]*\d)[A-Za-z0-9]{3,12}#?(?:-[A-Za-z0-9]{2,8}){0,6}(?![^\W_])")
_MORE = lazy_pattern(
    r"[\s,;/|]{1,3}(?:and\s)?(?P<value>(?=[A-Za-z-]{0,16}\d)[A-Za-z0-9]{3,8}(?:-[A-Za-z0-9]{2,8}){1,6})(?![^\W_])"
)
_SEED = lazy_pattern(
    r"[^\w\n]{0,3}(?:(?:is|are|"
    r"was)\s+)?[:\"']?\s*(?P<value>[a-z]{3,8}(?:[\s,]{1,2}(?:\d{1,2}[.)]\s)?[a-z]{3,8}){9,23})(?![a-z])"
)


def codes(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for cue in reading.of("card_code"):
        yield from _digits_after(reading, cue, 3, 4)
    for cue in reading.of("pin"):
        if not _SENT_BY_US.search(text, max(0, cue.start - 60), cue.start):
            yield from _digits_after(reading, cue, 4, 8)
            yield from _door_code(reading, cue)
    for cue in reading.of("otp"):
        yield from _one_time(reading, cue)
    for cue in reading.of("seed"):
        if match := _SEED.match(text, cue.end):
            yield Finding("secret", match.start("value"), match.end("value"))
    if reading.has("card"):
        for pattern in (_CODE, _CODE_OF_FOUR) if _AMEX.search(text) else (_CODE,):
            for match in pattern.finditer(text):
                yield Finding("secret", match.start("value"), match.end("value"))
    for run in reading.runs:
        for group in run:
            if 3 <= len(group.digits) <= 4 and reading.is_said_after(group.end, ("card_code", "pin")):
                yield Finding("secret", group.start, group.end)


def _digits_after(reading: Reading, cue: Cue, least: int, most: int) -> Iterator[Finding]:
    """The first digits after the words, together or one by one."""
    groups = [g for g in reading.groups if cue.end <= g.start <= cue.end + _GAP]
    for first, group in enumerate(groups):
        if not reading.adjoins(cue.end, group.start, _GAP) and group.start - cue.end > 4:
            return
        digits, end = group.digits, group.end
        for other in groups[first + 1 :] if len(digits) < least else ():
            if other.start - end > 3 or len(digits) + len(other.digits) > most:
                break
            digits, end = digits + other.digits, other.end
        if least <= len(digits) <= most and not re.match(r"[.,/]\d|\s?(?:%|cm|mm|x\s?\d|pcs|pieces)", reading.text[end:]):
            yield Finding("secret", group.start, end)
            return
        if len(digits) >= least:
            return


def _door_code(reading: Reading, cue: Cue) -> Iterator[Finding]:
    """ "code de l'immeuble B4412"."""
    match = _ALNUM.search(reading.text, cue.end, cue.end + _GAP)
    if match and sum(map(str.isdigit, match.group())) >= 3 and reading.adjoins(cue.end, match.start(), 20):
        yield Finding("secret", match.start(), match.end())


def _one_time(reading: Reading, cue: Cue) -> Iterator[Finding]:
    text = reading.text
    if _SENT_BY_US.search(text, max(0, cue.start - 60), cue.start) or _SENT_BY_US.search(text, cue.end, cue.end + 40):
        return
    if text[cue.start : cue.end].lower().startswith("one") and not reading.has("bank", "card"):
        return  # ours is a one-time code too
    found = list(_digits_after(reading, cue, 4, 8))
    match = _ALNUM.search(text, cue.end, cue.end + _GAP)
    if match and reading.adjoins(cue.end, match.start(), _GAP) and len(match.group()) >= 6:
        found.append(Finding("secret", match.start(), match.end()))
        while more := _MORE.match(text, found[-1].end):
            found.append(Finding("secret", more.start("value"), more.end("value")))
    yield from found
