"""E-mail addresses as people say them, written as a mail server takes them."""

import re

from domain.lazy_pattern import lazy_pattern

_AT = lazy_pattern(r"\s*[(\[{<]\s*(?:at|ät|@)\s*[)\]}>]\s*|\s+(?:at|ät)\s+|\s*@\s*", re.IGNORECASE)
_DOT = lazy_pattern(
    r"\s*[(\[{<]\s*(?:dot|punkt|point|punto|\.)\s*[)\]}>]\s*|\s+(?:dot|punkt|point|punto)\s+|\s*\.\s*", re.IGNORECASE
)
_ADDRESS = lazy_pattern(r"[^@\s]{1,64}@[^@\s]{1,200}\.[^@\s.]{2,24}")


def written_email(said: str) -> str | None:
    """ "bob at example dot com" → "bob@example.com"; None where it is no whole address, as "bob at gmail"."""
    written = _DOT.sub(".", _AT.sub("@", said.strip(), count=1))
    return written if _ADDRESS.fullmatch(written) else None
