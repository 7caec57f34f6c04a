"""Personal data in base64, as people paste it out of logs and addresses."""

import base64
import binascii
from collections.abc import Callable, Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading

_CHUNK = lazy_pattern(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{12,400}={0,2}(?![\w+/=-])")
_MOST = 20  # chunks of a text that are opened


def encoded(reading: Reading, rules: tuple[Callable[[Reading], Iterator[Finding]], ...]) -> Iterator[Finding]:
    """A chunk that opens to readable text in which a rule finds something is masked whole, as the first kind found."""
    for count, match in enumerate(_CHUNK.finditer(reading.text)):
        if count == _MOST:
            return
        plain = _opened(match.group())
        if plain and (found := next((f for rule in rules for f in rule(Reading(plain, reading.region))), None)):
            yield Finding(found.kind, match.start(), match.end())


def _opened(chunk: str) -> str | None:
    body = chunk.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        plain = base64.b64decode(body + "=" * (-len(body) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return plain if plain.isprintable() else None
