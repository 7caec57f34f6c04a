"""Dates of birth: any way to write a date, after words that say whose birthday it is."""

import re
from collections.abc import Iterator

from privacy.recognizers.finding import Finding

_WORDS = (
    r"(?:d\.?\s?o\.?\s?b\.?|date of birth|birth\s?date|birth\s?day|born(?: on| in)?|geboren(?: am)?|geb\.(?: am)?|"
    r"geburtsdatum|geburtstag|date de naissance|née?(?: le)?|fecha de nacimiento|nacid[oa](?: el)?)"
)
_SAID_OF_OTHERS = re.compile(r"birth\s?day$|geburtstag$", re.IGNORECASE)
_MINE = re.compile(r"(?:my|mein|her|his)\s+(?:birth\s?day|geburtstag)$", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]v(?:rier)?|mar(?:ch|s)?|m[äa]rz|apr(?:il)?|"
    r"avr(?:il)?|may|mai|june?|juni|juin|"
    r"july?|juli|juillet|aug(?:ust)?|ao[ûu]t|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|"
    r"embre)?|de[cz](?:ember)?|"
    r"d[ée]c(?:embre)?)\.?"
)
_DATE = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{1,2} \d{1,2} (?:19|20)\d{2}|"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: of)?[ -]{_MONTH}(?:,?[ -](?:19|20)?\d{{2}})?|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)?\d{{2}})?|"
    r"(?:19|20)\d{2}|\d{8})"
)
_BORN = re.compile(rf"(?<![^\W_])(?P<words>{_WORDS})(?P<gap>[^\d\n]{{0,15}}?)(?P<date>{_DATE})(?![\w])", re.IGNORECASE)

_BORN_AFTER = re.compile(
    (rf"(?<![\w.,])(?P<date>{_DATE})\s+(?:geboren|is my (?:birth\s?day|dob|date of birth))(?!\w)"), re.IGNORECASE
)


def birth_dates(text: str) -> Iterator[Finding]:
    for match in _BORN.finditer(text):
        words = text[max(0, match.start() - 10) : match.end("words")]
        # "for my birthday on 12 May" tells of a present, "my birthday is 12 May" of a person
        if _SAID_OF_OTHERS.search(match["words"]) and not (
            _MINE.search(words) and re.fullmatch(r"\s*(?:is|:|=|ist|was)\s*(?:am|the|on)?\s*", match["gap"], re.IGNORECASE)
        ):
            continue
        yield Finding("date_of_birth", match.start("date"), match.end("date"))
    for match in _BORN_AFTER.finditer(text):
        yield Finding("date_of_birth", match.start("date"), match.end("date"))
