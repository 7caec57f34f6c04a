"""Whether what did not come is a message of the shop's, not goods: a confirmation, a mail, a label."""

import re

from domain.lazy_pattern import lazy_pattern

_MESSAGES = lazy_pattern(
    r"\b(?:confirmations?|e-?mails?|mails?|messages?|repl(?:y|ies)|answers?|response|sms|text|newsletters?|invoices?|receipts?"
    r"|(?:return )?labels?|codes?|links?|vouchers?|notifications?|updates?|tracking (?:numbers?|ids?))\b",
    re.IGNORECASE,
)
_NOT_COME = lazy_pattern(r"\b(?:receiv\w*|got|get|came|come|arriv\w*|sent|see|find)\b", re.IGNORECASE)

_GOODS = lazy_pattern(
    r"\b(?:parcels?|packages?|boxe?s?|orders?|deliver\w*|shipments?|goods|items?|things?|stuff|purchases?|products?|"
    r"pakete?|sendung|bestellung|lieferung|ware|teile?|courier|carrier|driver|porch|neighbou?rs?|door)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 12


def may_be_a_message(text: str) -> bool:
    """Whether "it didn't come" may be of a mail: it names no parcel, no order and no goods."""
    return len(text.split()) <= _MOST_WORDS and not _GOODS.search(text)


def is_about_messages(text: str) -> bool:
    return bool(_MESSAGES.search(text) and _NOT_COME.search(text))
