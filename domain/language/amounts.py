"""Amounts of money that a text names, as decimals without a currency."""

import re

from domain.lazy_pattern import lazy_pattern

_AMOUNT = lazy_pattern(
    r"(?:[$€£]\s?(\d+(?:[.,]\d{2})?)|(?<![\d.,])(\d+[.,]\d{2})(?![\d.,]*\d)|"
    r"\b(\d+) ?(?:euros?|dollars?|pounds|eur|usd|gbp|quid|bucks?|€|£)(?!\w))",
    re.IGNORECASE,
)


def amounts_in(text: str) -> list[str]:
    """Each once, in the order of the text: "I would take $10 or 12,50" → ["10", "12.50"]."""
    found = [next(part for part in match.groups() if part).replace(",", ".") for match in _AMOUNT.finditer(text)]
    return list(dict.fromkeys(found))
