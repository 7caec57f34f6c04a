"""IP addresses, version 4 and 6."""

import ipaddress
import re
from collections.abc import Iterator

from privacy.recognizers.context import follows
from privacy.recognizers.finding import Finding

_FOUR = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
_SIX = re.compile(r"(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,7}(?:[0-9a-fA-F]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?:%\w+)?(?![\w:])")


def ips(text: str) -> Iterator[Finding]:
    for pattern in (_FOUR, _SIX):
        for match in pattern.finditer(text):
            if _is_address(match.group()) and not follows(text, match.start(), r"version|ver\.?|v|firmware|release", 5):
                yield Finding("ip", match.start(), match.end())


def _is_address(text: str) -> bool:
    if text.strip(":") == "":
        return False
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
