"""Whether an e-mail address, a phone number or a country is one, as far as its shape can tell: each check raises ``ValueError``. And e-mail
addresses as people say them, written as a mail server takes them.
"""

import re

import phonenumbers

from domain.lazy_pattern import lazy_pattern

# One @, no blanks, a dotted host of labels: what mail servers take (RFC 5321 without its quoted forms and literals).
_EMAIL = lazy_pattern(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)
_NATIONAL = lazy_pattern(r"\(?[0-9][0-9 ()./\-]{4,24}")
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15  # E.164: at most 15


def checked_email(value: str) -> str:
    local = value.partition("@")[0]
    if not _EMAIL.fullmatch(value) or local.startswith(".") or local.endswith(".") or ".." in local:
        raise ValueError("not an e-mail address")
    return value


def checked_phone(value: str) -> str:
    """International with a plus, or national: digits with the usual blanks, brackets, dots, dashes and slashes."""
    digits = sum(sign.isascii() and sign.isdigit() for sign in value)
    if value.startswith("+"):
        try:
            is_one = phonenumbers.is_possible_number(phonenumbers.parse(value, None))
        except phonenumbers.NumberParseException:
            is_one = False
        is_one = is_one and bool(re.fullmatch(r"\+[0-9 ()./\-]+", value))
    else:
        is_one = bool(_NATIONAL.fullmatch(value))
    if not is_one or not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        raise ValueError("not a phone number")
    return value


def checked_country(value: str) -> str:
    """A country as its two letters (ISO 3166-1), in capitals."""
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise ValueError("a country is two letters, such as US")
    return value


_AT = lazy_pattern(r"\s*[(\[{<]\s*(?:at|ät|@)\s*[)\]}>]\s*|\s+(?:at|ät)\s+|\s*@\s*", re.IGNORECASE)
_DOT = lazy_pattern(
    r"\s*[(\[{<]\s*(?:dot|punkt|point|punto|\.)\s*[)\]}>]\s*|\s+(?:dot|punkt|point|punto)\s+|\s*\.\s*", re.IGNORECASE
)
_ADDRESS = lazy_pattern(r"[^@\s]{1,64}@[^@\s]{1,200}\.[^@\s.]{2,24}")


def written_email(said: str) -> str | None:
    """ "bob at example dot com" → "bob@example.com"; None where it is no whole address, as "bob at gmail"."""
    written = _DOT.sub(".", _AT.sub("@", said.strip(), count=1))
    return written if _ADDRESS.fullmatch(written) else None
