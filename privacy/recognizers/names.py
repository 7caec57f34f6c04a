"""Names after the words that introduce a person."""

import re
from collections.abc import Iterator

from privacy.recognizers.finding import Finding
from privacy.recognizers.word_set import word_set

_PART = r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*"
_BIG = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])(?:[^\W\d_]|['’-](?=[^\W\d_]))*"
_LINK = r"(?:van|von|der|den|de|da|del|della|di|du|la|le|bin|al|el|zu|ter|y|dos)"
_FULL = rf"{_BIG}(?:[ \t]+(?:{_LINK}[ \t]+){{0,2}}(?:{_BIG}|(?-i:[A-Z])\.)){{0,3}}"
_TITLE = r"(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|herrn|frau|monsieur|madame|mme|mlle|señor|señora|sr|sra)\.?"

# Whatever follows is a name, in any case: up to three words, none of them a common one.
_TOLD = re.compile(
    r"(?<![^\W_])(?:my (?:full |first |last |legal |real )?name(?:'s| is|:| was| ist)?|(?:full |"
    r"first |last |sur|given )?name\s*[:=]|"
    r"i(?:'m| am) called|they call me|the name(?:'s| is)|name on the (?:card|account|order) (?:is|"
    r"was)|(?:ordered|booked) under(?: the name)?|"
    r"in the name of|mein (?:vor|nach)?name ist|ich hei(?:ß|ss)e|je m'appelle|mon nom est|"
    r"je suis (?:m\.|mme|monsieur|madame)|me llamo|"
    rf"mi nombre es|auf den namen|au nom de)\s+(?:{_TITLE}\s+)?(?P<name>{_PART}(?:[ \t]+{_PART}){{0,3}})",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"(?<![^\W_]){_TITLE}[ \t]+(?P<name>{_FULL})", re.IGNORECASE)
# A name only where two capitals, or what follows, make it one.
_MET = re.compile(
    rf"(?<![^\W_])(?:i'm|i am|this is|it's|it is|ich bin|hier ist|hier spricht|je suis|c'est|"
    rf"soy)[ \t]+(?P<name>{_FULL})(?P<after>[^\n]{{0,14}})",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\s*(?:,|\.|!|from\b|again\b|here\b|calling\b|speaking\b|writing\b|and\b|und\b|aus\b|de\b|et\b|-)|\s*$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:regards|sincerely|cheers|thanks|thank you|yours(?: truly)?|best|love|grüße[n]?|grüßen|gruß|"
    r"cordialement|merci|saludos)\s*[,.!]?\s*"
    rf"\n+\s*(?:-+\s*)?(?P<name>{_FULL})\s*(?:\n|$)",
    re.IGNORECASE,
)
_COMMON = word_set(
    """
    i im and or but so my your his her our their its it is isnt was were has had have not no yes on in at of to for
    from by with as the a an this that these those you we they he she me who what when where why how can could would
    will please because order email address phone number account wrong misspelled spelled spelt correct incorrect
    missing different changed here there still now also just only very too under supposed written und oder aber ich
    mein meine habe bin nicht ist auf aus mit bei wegen et ou mais je mon ma ai suis pas est dans sur avec pour de
    des du customer client looking trying waiting sorry happy sad angry new old calling writing asking sure
    interested afraid disappointed done back ready unable able going getting having using y o pero mi tengo es con
    para
    """
)
_NOT_NAMES = word_set(
    """
    sorry american british german french canadian english spanish looking waiting trying happy unhappy angry very
    really not so just still also already writing calling asking having getting going interested sure afraid
    disappointed harbour pine great good bad ridiculous unacceptable urgent important wrong right monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december christmas black visa mastercard paypal amex dhl ups fedex hermes royal the a an my your this
    that what how why when where order new okay ok yes no thanks thank hello hi ich der die das ein eine le la les
    un une ce il elle broken damaged defective fine
    """
)


def names(text: str) -> Iterator[Finding]:
    for match in _TOLD.finditer(text):
        end = _name_end(match["name"], _COMMON)
        if end:
            yield Finding("name", match.start("name"), match.start("name") + end)
    for pattern in (_TITLED, _SIGNED):
        for match in pattern.finditer(text):
            end = _name_end(match["name"], _NOT_NAMES)
            if end:
                yield Finding("name", match.start("name"), match.start("name") + end)
    for match in _MET.finditer(text):
        end = _name_end(match["name"], _NOT_NAMES)
        if end and " " in match["name"][:end] and (end < len(match["name"]) or _SPEAKS.match(match["after"])):
            yield Finding("name", match.start("name"), match.start("name") + end)


def _name_end(candidate: str, stops: frozenset[str]) -> int:
    """The length of the candidate before the first word that is no part of a name."""
    for word in re.finditer(r"\S+", candidate):
        if word.group().lower().strip(".'’") in stops:
            return len(candidate[: word.start()].rstrip())
    return len(candidate)


_BEFORE = re.compile(rf"(?<![^\W_])(?:(?:{_TITLE}|dipl\.?-ing\.?|ing\.|univ\.?\s?prof\.?)\s*)+$", re.IGNORECASE)
_AFTER = re.compile(
    (
        r"(?:(?:(?<=-)|-)[^\W\d_]+)?(?:\.?,?[ \t]+(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|dds|dvm|b\.?a|"
        r"m\.?a|b\.?sc|m\.?sc|b\.?eng|m\.?eng|mba)(?![^\W_])\.?)?"
    ),
    re.IGNORECASE,
)


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the title before it, and the rest of a double name and the degree after it."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    after = _AFTER.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)
