"""E-mail addresses, also in the words that people hide them in."""

import re
from collections.abc import Iterator

from privacy.recognizers.context import follows
from privacy.recognizers.finding import Finding

_LOCAL = r"[\w!#$%&*+/=?^{|}~-]{1,64}(?:\.[\w!#$%&*+/=?^{|}~-]{1,64}){0,9}"  # bounded: texts may be hostile
_DOMAIN = r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}"
_WRITTEN = re.compile(rf"(?<![\w.+-]){_LOCAL}@(?:{_DOMAIN}|\[[\d.:a-fA-F]+\])(?![\w-])")
_QUOTED = re.compile(rf"\"[^\"\n]{{1,64}}\"@{_DOMAIN}")

_AT = r"(?:\s*[\(\[{<]\s*(?:at|ät|@|arroba|arobase)\s*[\)\]}>]\s*|\s+(?:at|ät|arroba|arobase)\s+|\s*@\s*)"
_DOT = r"(?:\s*[\(\[{<]\s*(?:dot|punkt|point|punto|\.)\s*[\)\]}>]\s*|\s+(?:dot|punkt|point|punto)\s+|\s*\.\s?)"
_SPOKEN_DOT = r"(?:\s*[\(\[{<]\s*(?:dot|punkt|point|punto|\.)\s*[\)\]}>]\s*|\s+(?:dot|punkt|point|punto)\s+)"
_SPOKEN_SIGN = r"(?:\s+(?:dot|punkt|point|underscore|dash|hyphen|minus|plus)\s+|\.)"
_SPOKEN_LOCAL = rf"[\w+-]{{1,64}}(?:{_SPOKEN_SIGN}[\w+-]{{1,64}}){{0,4}}"
_TLD = r"(?:com|net|org|edu|gov|io|co|info|biz|me|de|fr|uk|ca|us|at|ch|es|it|nl|eu|example|test|app|dev|email|shop)"
_SPOKEN = re.compile(
    (
        rf"(?<![\w.+"
        rf"-]){_SPOKEN_LOCAL}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}?{_SPOKEN_DOT}{_TLD}(?:{_DOT}"
        rf"(?:uk|au|nz))?(?![\w-])"
    ),
    re.I,
)
_HALF = re.compile(
    (
        rf"(?<![\w.+"
        rf"-]){_SPOKEN_LOCAL}(?P<at>{_AT})(?P<domain>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}?\s?\.\s?{_TLD}"
        rf")(?![\w-])"
    ),
    re.IGNORECASE,
)
_PROVIDER = re.compile(
    (
        r"(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|me|aol|gmx|web|proton(?:mail)?|orange|"
        r"free|laposte|t-online|mail)\s?\."
    ),
    re.IGNORECASE,
)
_WORDS = r"e-?mail(?: address| adresse)?|mail(?:adresse)?|write (?:to )?me|contact|courriel|adresse (?:e-?)?mail"
_PLAIN_AT = re.compile(r"\s+(?:at|ät)\s+", re.IGNORECASE)


def emails(text: str) -> Iterator[Finding]:
    for pattern in (_WRITTEN, _QUOTED, _SPOKEN):
        for match in pattern.finditer(text):
            yield Finding("email", match.start(), match.end())
    for match in _HALF.finditer(text):
        # "ana at gmail.com" is an address, "I bought it at example.com" is not
        is_plain = _PLAIN_AT.fullmatch(match["at"]) is not None
        if not is_plain or _PROVIDER.match(match["domain"]) or follows(text, match.start(), _WORDS, 20):
            yield Finding("email", match.start(), match.end())


def plain_email(value: str) -> str:
    """The address that a found text means, lower case."""
    text = re.sub(rf"{_AT}", "@", value.strip(), count=1, flags=re.IGNORECASE)
    text = re.sub(
        r"\s*[\(\[{<]\s*(?:dot|punkt|point|punto|\.)\s*[\)\]}>]\s*|\s+(?:dot|punkt|point|punto)\s+", ".", text, flags=re.I
    )
    text = re.sub(r"\s+underscore\s+", "_", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?:dash|hyphen|minus)\s+", "-", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+plus\s+", "+", text, flags=re.IGNORECASE)
    return re.sub(r"\s+", "", text).lower()
