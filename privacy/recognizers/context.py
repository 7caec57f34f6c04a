"""The words before a value, which say what it is."""

import re
from functools import cache

ORDER_WORDS = (
    r"order|ord\.?|tracking|parcel|shipment|package|sku|item|product|model|article|ticket|case|rma|invoice|reference|ref|"
    r"confirmation|isbn|ean|upc|imei|serial|barcode|batch|lot|voucher|coupon|customer|"
    r"bestell\w*|auftrags\w*|sendung\w*|rechnungs\w*|kunden\w*|artikel\w*|commande|colis|suivi|facture|article"
)


@cache
def _pattern(words: str, gap: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])(?P<gap>[^\d\n]{{0,{gap}}})$", re.IGNORECASE)


def follows(text: str, at: int, words: str, gap: int = 25) -> bool:
    """Whether one of ``words`` (a regular expression) stands at most ``gap`` signs before ``at``, no digit and no word of
    an order's numbers between."""
    found = _pattern(words, gap).search(text, max(0, at - gap - 40), at)
    return found is not None and not _ORDER_WORD.search(found["gap"])


def is_numbered(text: str, at: int) -> bool:
    """Whether the number at ``at`` is said to be that of an order, a parcel, a product or the like."""
    before = text[max(0, at - 40) : at]
    return before.endswith("#") or _ORDER_NUMBER.search(before) is not None


_ORDER_WORD = re.compile(rf"(?<![^\W_])(?:{ORDER_WORDS})(?![^\W_])", re.IGNORECASE)
_ORDER_NUMBER = re.compile(
    (
        rf"(?<![^\W_])(?:{ORDER_WORDS})s?(?:\s*(?:number|no\.?|nr\.?|nummer|numéro|code|id|is|ist|est|was|"
        rf":|#|=|-|und|and|n°|,))*\s*$"
    ),
    re.IGNORECASE,
)
