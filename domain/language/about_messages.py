"""Whether what did not come is a message of the shop's, not goods: a confirmation, a mail, a label."""

import re

from domain.lazy_pattern import lazy_pattern

_MESSAGES = lazy_pattern(
    r"\b(?:confirmations?|e-?mails?|mails?|messages?|repl(?:y|ies)|answers?|response|sms|text|newsletters?|invoices?|receipts?"
    r"|(?:return )?labels?|codes?|links?|vouchers?|notifications?|updates?)\b",
    re.IGNORECASE,
)
_NOT_COME = lazy_pattern(r"\b(?:receiv\w*|got|get|came|come|arriv\w*|sent|see|find)\b", re.IGNORECASE)


def is_about_messages(text: str) -> bool:
    return bool(_MESSAGES.search(text) and _NOT_COME.search(text))
