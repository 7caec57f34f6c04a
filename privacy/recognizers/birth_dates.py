"""Dates of birth: any way to write a date, beside words that say whose birthday it is."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Cue, Reading

_MONTHS = (
    r"(?:jan(?:uary|uar|vier)?|ene(?:ro)?|gen(?:naio)?|jan(?:eiro|uari)|feb(?:ruary|ruar|rero|braio|ruari)?|"
    r"f[ée]v(?:rier|ereiro)?|"
    r"mar(?:ch|s|zo|ço)?|m[äa]rz|maart|mrt|apr(?:il|ile)?|abr(?:il)?|avr(?:il)?|may|mai(?:o)?|mayo|mag(?:gio)?|mei|june?|"
    r"juni?|juin|jun(?:io|ho)|"
    r"giu(?:gno)?|july?|juli|juillet|jul(?:io|ho)|lug(?:lio)?|aug(?:ust|ustus)?|ao[ûu]t|ago(?:sto)?|sept?(?:ember|embre|"
    r"tiembre|iembre)?|set(?:tembre|embro)?|"
    r"o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|"
    r"d[ée]c(?:embre)?|dic(?:iembre|embre)?)\.?"
)
_OF = r"(?:\s?(?:of|de|di|del|d'))?"
_DAYS = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|"
    r"sixth|seventh|eighth|ninth))"
)
_YEAR_IN_WORDS = r"(?:nineteen|two thousand|twenty)(?:[ -](?:and[ -])?[a-z]{3,9}){1,2}"
_DATE = (
    r"(?:\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"\d{1,2}\s?[-/. ]\s?\d{1,2}\s?[-/. ]\s?(?:\d{4}|\d{2})(?!\d)|"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th|er|º|°|\.)?{_OF}[ -]{_MONTHS}{_OF}(?:,?[ -]?'?(?:19|20)?\d{{2}}(?!\d))?|"
    rf"{_MONTHS}[ -]\d{{1,2}}(?:st|nd|rd|th)?(?:,? '?(?:19|20)?\d{{2}}(?!\d))?|"
    rf"(?:the )?{_DAYS}{_OF} {_MONTHS}(?:,? {_YEAR_IN_WORDS})?|{_MONTHS} (?:the )?{_DAYS}(?:,? {_YEAR_IN_WORDS})?|"
    r"\d{1,2}[/.-]\d{1,2}|(?:19|20)\d{2}|\d{8}|\d{6})"
)
_AFTER = lazy_pattern(rf"(?P<gap>[^\d\n]{{0,24}}?)(?<![A-Za-z\d])(?P<date>{_DATE})(?![A-Za-z\d])", re.IGNORECASE)
_STUCK = lazy_pattern(r"(?:dob|d\.o\.b\.?)[:\s]?(?P<date>\d{6,8})(?!\d)", re.IGNORECASE)
_LONE = lazy_pattern(rf"(?<![\w.,])(?P<date>{_DATE})(?![\w])", re.IGNORECASE)
_YEAR = lazy_pattern(
    r"[^\d\n]{0,24}?(?:year|jahr|année|año|anno|ano|jaar|in)\W{0,3}(?P<year>(?:19|20)\d{2})(?!\d)", re.IGNORECASE
)
_SAID_OF_OTHERS = frozenset(["birthday", "birth day", "bday", "geburtstag", "anniversaire", "b", "nach", "geb", "born"])
_MINE = lazy_pattern(r"(?:my|mein|her|his|mon|son|ma)\s$", re.IGNORECASE)
_IS = lazy_pattern(r"\W*(?:(?:is|:|=|ist|was|est|le|on|the|am|of)\W*){0,3}", re.IGNORECASE)
_HAS_YEAR = lazy_pattern(r"(?:19|20)\d{2}|\d{6}|[-/. ']\d{2}$")


def birth_dates(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    if not reading.has("date_of_birth"):
        return
    for cue in reading.of("date_of_birth"):
        match = _AFTER.match(text, cue.end)
        if match and _tells(reading, cue, match):
            yield Finding("date_of_birth", match.start("date"), match.end("date"))
            if year := _YEAR.match(text, match.end()):
                yield Finding("date_of_birth", year.start("year"), year.end("year"))
    for match in _STUCK.finditer(text):
        yield Finding("date_of_birth", match.start("date"), match.end("date"))
    for match in _LONE.finditer(text):
        if (
            len(match["date"]) > 5
            and reading.is_said_after(match.end(), ("date_of_birth",))
            and _is_mine_after(text, match.end())
        ):
            yield Finding("date_of_birth", match.start("date"), match.end("date"))


def _is_mine_after(text: str, end: int) -> bool:
    return re.match(r"\W{0,3}(?:is|ist|est|es|è|é|geboren|född|(?:my|mein|mon))\b", text[end:], re.IGNORECASE) is not None


def _tells(reading: Reading, cue: Cue, match: re.Match[str]) -> bool:
    """ "for my birthday on 12 May" tells of a present, "my birthday is 12 May" of a person."""
    if "\x00" in match["gap"] or (
        any(sign in match["gap"] for sign in ".!?;") and not re.fullmatch(r"[\W]*|\W*[a-z]{1,6}\W*", match["gap"], re.I)
    ):
        return False
    word = reading.text[cue.start : cue.end].lower()
    if word not in _SAID_OF_OTHERS:
        return len(match["gap"]) <= 16 or _IS.fullmatch(match["gap"]) is not None
    if word == "b":
        return re.match(r"\.\s?(?:19|20)?\d{2}|\.\s?\d{1,2}[./-]", reading.text[cue.end : cue.end + 8]) is not None
    if not _IS.fullmatch(match["gap"]):
        return False
    if word == "born":
        return True
    is_mine = _MINE.search(reading.text, max(0, cue.start - 6), cue.start) is not None
    is_named = re.match(r"\s?[:=]", match["gap"]) is not None
    has_year = _HAS_YEAR.search(match["date"]) is not None
    is_told = re.match(r"\W*(?:is|ist|was|est)\b", match["gap"], re.IGNORECASE) is not None
    return (
        (is_mine and (is_told or is_named))
        or is_named
        or (has_year and len(match["gap"].strip()) <= 2)
        or (not match["gap"].strip() and bool(re.match(r"\d", match["date"])))
    )
