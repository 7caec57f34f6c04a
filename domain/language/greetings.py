"""The greeting that begins a person's message."""

import re

from domain.lazy_pattern import lazy_pattern

_GREETING = lazy_pattern(
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?,:\n]*[.!?,:\n]\s*", re.IGNORECASE
)


def without_greeting(text: str) -> str:
    return _GREETING.sub("", text)
