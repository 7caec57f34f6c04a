"""IP addresses, version 4 and 6."""

import ipaddress
import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.reading import Reading
from privacy.recognizers.finding import Finding

_DOT = r"(?:\.|\[\.\]|\(\.\)|\s?\[?\(?dot\)?\]?\s?)"
_FOUR = lazy_pattern(rf"(?<![\w.])\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}(?![\w]|\.\d)(?::\d{{2,5}}(?!\d))?", re.IGNORECASE)
_SIX = lazy_pattern(r"(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,7}(?:[0-9a-fA-F]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?:%\w+)?(?![\w:])")
_VERSION = lazy_pattern(r"(?:version|ver\.?|v|firmware|release|fw|build)\W{0,3}$", re.IGNORECASE)
_LEAST = 3  # digits: "::1" is everybody's own


def ips(reading: Reading) -> Iterator[Finding]:
    for pattern in (_FOUR, _SIX):
        for match in pattern.finditer(reading.text):
            if _is_address(match.group()) and not _VERSION.search(reading.text, max(0, match.start() - 12), match.start()):
                yield Finding("ip", match.start(), match.end())


def _is_address(text: str) -> bool:
    if sum(sign.isalnum() for sign in text) < _LEAST:
        return False
    if text[0].isdigit() and text.count(":") <= 1:
        numbers = [int(number) for number in re.findall(r"\d+", text.partition(":")[0])]
        return len(numbers) == 4 and max(numbers) <= 255 and numbers[0] > 0
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
