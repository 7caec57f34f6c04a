"""US social security numbers: the 3-2-4 form anywhere, any form where the words say so."""

import re
from collections.abc import Iterator

from privacy.recognizers.context import follows
from privacy.recognizers.digits import digit_runs, digits_of
from privacy.recognizers.finding import Finding

SSN_WORDS = (
    r"ssn'?s?|s\.s\.n\.?|s\.?s\.? ?#|soc(?:ial)? ?sec(?:urity)?(?: number| no\.?| #)?|my social|"
    r"social(?: number| #)?|itin|ss number"
)
_WRITTEN = re.compile(r"(?<![\w-])(\d{3})([- ._/])(\d{2})\2(\d{4})(?![\w-]|\.\d)")
_LAST_FOUR = re.compile(
    rf"(?:last|final|ends?|ending)\b[^\d\n]{{0,40}}?(?:{SSN_WORDS})[^\d\n]{{0,20}}?(?<!\d)(\d{{4}})(?!\d)"
    rf"|(?:{SSN_WORDS})[^\d\n]{{0,25}}(?:ends?|ending|last|final)[^\d\n]{{0,25}}?(?<!\d)(?:4|"
    rf"four)?[^\d\n]{{0,15}}?(?<!\d)(\d{{4}})(?!\d)"
    rf"|(?:last|final) 4\b[^\d\n]{{0,25}}?(?:{SSN_WORDS})[^\d\n]{{0,20}}?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)


def is_ssn(digits: str) -> bool:
    """Nine digits with an area, group and serial that can be issued (ITINs too, whose area starts with 9)."""
    return len(digits) == 9 and digits[:3] not in ("000", "666") and digits[3:5] != "00" and digits[5:] != "0000"


def ssns(text: str) -> Iterator[Finding]:
    for match in _WRITTEN.finditer(text):
        if is_ssn("".join(match.group(1, 3, 4))):
            yield Finding("ssn", match.start(), match.end())
    for run in digit_runs(text):
        for at in range(len(run)):
            if follows(text, run[at].start, SSN_WORDS, 30):
                for end in range(at + 1, min(at + 9, len(run)) + 1):
                    if len(digits_of(run[at:end])) == 9:
                        yield Finding("ssn", run[at].start, run[end - 1].end)
    for match in _LAST_FOUR.finditer(text):
        group = next(n for n in (1, 2, 3) if match[n])
        yield Finding("ssn", match.start(group), match.end(group))
