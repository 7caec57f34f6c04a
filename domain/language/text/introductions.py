"""Words that say who is writing and how they are reached, beside what they want: the greeting, "my name is [NAME_1]", a signature."""

import re

from domain.lazy_pattern import lazy_pattern

_GREETS = lazy_pattern(
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?,:\n]*[.!?,:\n]\s*", re.IGNORECASE
)


def without_greeting(text: str) -> str:
    return _GREETS.sub("", text)


_NAME = r"\[NAME_\d+\]"
_PHONE = r"\[PHONE_\d+\]"
_FROM = r"(?:\s+(?:here|again|speaking|from\s+[A-Z]\w+(?:\s[A-Z]\w+)?))?"
_WHO = rf"(?:(?:my (?:full )?name is|my name['’]s|the name is|this is|it['’]s|i am|i['’]m)\s+{_NAME}{_FROM})"
_GREETING = r"(?:(?:hi|hello|hey|dear \w+|good (?:morning|afternoon|evening))\b[\s,!.]*)?"
_OPENING = lazy_pattern(rf"^\s*{_GREETING}{_WHO}\s*[.,;!:]\s*", re.IGNORECASE)
_REACH_ME = lazy_pattern(
    r"(?:^|(?<=[.!?\n])\s*)(?:(?:you can (?:also )?|please )?(?:call|text|reach|phone|ring) me (?:on|at|under)"
    rf"|my (?:mobile|phone|cell|number|phone number)(?:\s+number)? is)\s+{_PHONE}(?:\s*(?:,|and)\s*{_WHO})?\s*(?:[.!]|$)",
    re.IGNORECASE,
)
_CLOSING = r"(?:(?:kind|best|warm|many)\s+)?(?:regards|thanks|thank you|thx|cheers|best|sincerely|yours(?: truly)?)"
_SIGNATURE = lazy_pattern(
    rf"(?:^|(?<=[.!?\n])|(?<=\s))\s*(?:{_CLOSING}\s*[,.!]?\s*)?(?:\n\s*|(?<=[,.!])\s*){_NAME}"
    rf"(?P<reached>(?:\s*\[(?:PHONE|EMAIL)_\d+\])*)\s*$",
    re.IGNORECASE,
)
_EMAIL = lazy_pattern(r"\[EMAIL_\d+\]")


def without_introduction(text: str) -> str:
    """What is left without them; the text as it is where nothing would be. An e-mail address stays: it may prove who somebody is."""
    rest = _SIGNATURE.sub(lambda match: "".join(f"\n{email}" for email in _EMAIL.findall(match["reached"])), text)
    rest = _OPENING.sub("", _REACH_ME.sub("", rest)).strip()
    return rest if any(sign.isalpha() for sign in _EMAIL.sub("", rest)) else text
