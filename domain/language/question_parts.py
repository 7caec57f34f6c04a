"""Two questions in one message, taken apart."""

import re

from domain.lazy_pattern import lazy_pattern

_MOST = 3
_ASKS = r"(?:how|what|when|where|which|who|why|can|could|do|does|is|are|may|must|will)"
_BORDER = lazy_pattern(rf"(?:\?\s+|,?\s+\b(?:and|also|plus)\s+(?:also\s+)?(?={_ASKS}\b))", re.IGNORECASE)
_FEWEST_WORDS = 3


def question_parts(text: str) -> list[str]:
    """Each question of the message, in order; the whole text where it is one question, or says more than three."""
    parts = [part.strip(" ,;") for part in _BORDER.split(text) if part.strip(" ,;?")]
    if not 1 < len(parts) <= _MOST or any(len(part.split()) < _FEWEST_WORDS for part in parts):
        return [text]
    return parts
