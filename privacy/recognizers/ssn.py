"""US social security numbers: the 3-2-4 form anywhere, any form where the words say so."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.reading import Reading
from privacy.recognizers.digits import digits_of
from privacy.recognizers.finding import Finding

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
