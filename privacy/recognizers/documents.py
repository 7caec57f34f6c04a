"""Passports and driving licences, by their words."""

import re
from collections.abc import Iterator

from domain.personal_data import PersonalDataKind
from privacy.recognizers.context import follows
from privacy.recognizers.finding import Finding

_PASSPORT = (
    r"passport(?:'?s)?(?: number| no\.?| nr\.?| #| card| id)*|reisepass(?:nummer|nr\.?)?|passnummer|passeport|pasaporte"
)
_LICENCE = (
    r"driv(?:er'?s?|ing)[ -]licen[cs]e(?: number| no\.?| #| id)*|driver'?s? permit|licen[cs]e number|"
    r"dl(?: number| no\.?| #)|dl#|dvla|"
    r"führerschein(?:nummer|nr\.?)?|permis(?: de conduire)?"
)
_VALUE = re.compile(
    r"(?<![\w-])(?=[A-Za-z*]*\d)(?=(?:[A-Za-z *-]*\d){4})[A-Za-z0-9*]{1,16}(?:[ -][A-Za-z0-9]*\d[A-Za-z0-9]*){0,4}(?![\w-])"
)
_KINDS: tuple[tuple[PersonalDataKind, str], ...] = (("passport", _PASSPORT), ("driving_licence", _LICENCE))


def documents(text: str) -> Iterator[Finding]:
    for match in _VALUE.finditer(text):
        for kind, words in _KINDS:
            if follows(text, match.start(), words, 30):
                yield Finding(kind, match.start(), match.end())
