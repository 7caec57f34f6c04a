"""What is said to be an address: numbers and names with capitals after words like "I live at" and "Lieferadresse:"."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading
from privacy.vocabulary import word_set

_SMALL = (
    r"(?:de|del|de la|la|las|los|le|les|du|des|da|do|dos|das|di|della|dei|der|den|dem|des|am|an|im|in der|zur|zum|van|"
    r"von|of|the|upon|on|sur|en|y|e|und|aux?|"
    r"bis|ter|apt|unit|no|nr|st|rd|ave|floor|og|eg|links|rechts|dto|izq|bât|appt|app|flat|room|suite|and|near|box|street|"
    r"road|avenue|lane)\.?"
)
_NUMBER = r"(?:n[º°o.]{1,2}\s?)?#?\d{1,6}[a-zA-Z]{0,2}(?:[-/.]\d{1,6}[a-zA-Z]?){0,3}(?:[º°ª.](?=[\s,]|$))?"
_BIG = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я])[\w'’./-]{0,40}"
_TOKEN = rf"(?:{_NUMBER}|{_BIG}|{_SMALL}(?![\w]))"
_SEGMENT = lazy_pattern(
    rf"[\s:=,-]{{0,4}}(?:(?:is|ist|est|es|è|é|now|jetzt|changed to|to|at|the|in|in der|im|na|no|en|em|au|à|a|op|"
    rf"in de)\s+){{0,3}}:?\s?"
    rf"(?P<value>{_TOKEN}(?:[ ,;\n]{{1,2}}{_TOKEN}){{0,18}})",
    re.IGNORECASE,
)
_LABELLED = lazy_pattern(
    r"(?<![^\W_])(?:street|straße|strasse|rue|calle|city|town|zip|zip code|postcode|postal code|state|ort|stadt|plz|"
    r"ville|code postal|ciudad|città|cap|"
    r"cidade|plaats|postcode|house number|hausnummer)\s?[:=]\s?(?P<value>[^\n,;]{2,60})",
    re.IGNORECASE,
)
_STREET_LABEL = lazy_pattern(r"(?<![^\W_])(?:street|straße|strasse|rue|calle|address|adresse)\s?[:=]", re.IGNORECASE)
_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred)"
)
_NO_NAME = r"(?:on|by|in|is|are|was|were|half|my|your|our)"  # "two parcels on the way"
_SPELLED = lazy_pattern(
    rf"(?<![^\W_]){_COUNT}(?:[ -](?:and )?{_COUNT}){{0,4}}\s+(?!way|lane)(?:(?!{_NO_NAME}\s)[^\W\d_]{{2,20}}\s){{1,3}}(?:street|avenue|"
    rf"road|lane|drive|court|boulevard|way|place|terrace)"
    rf"(?![\w])(?P<tail>,\s*[^\W\d_]{{3,20}}(?:\s[^\W\d_]{{2,20}}){{0,2}})?",
    re.IGNORECASE,
)
_TREES = (
    r"(?:Elm|Oak|Maple|Pine|Cedar|Main|Park|Washington|Lincoln|Jefferson|Madison|Walnut|Chestnut|Spruce|Birch|Willow|"
    r"Church|Mill|Market|Spring|Ridge|Hill|"
    r"Broadway|Franklin|Jackson|Adams|Highland|Lake|River|Locust|Magnolia|Sycamore|Union|Water)"
)
_LONE = lazy_pattern(rf"\s*\d{{1,5}}\s+(?:[NSEW]\.?\s)?{_TREES}\s*\.?\s*")
_NO_ADDRESS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember days weeks hours
    hp eur usd gbp kg cm mm xl uhr pm am
    """
)


def told(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for cue in reading.of("address"):
        match = _SEGMENT.match(text, cue.end)
        if match and _is_address(reading, cue.end, match):
            yield Finding("address", match.start("value"), match.end("value"))
    if _STREET_LABEL.search(text):
        for match in _LABELLED.finditer(text):
            yield Finding("address", match.start("value"), match.end("value"))
    for match in _SPELLED.finditer(text):
        if match["tail"] or reading.follows(match.start(), ("address",), 14):
            yield Finding("address", match.start(), match.end())
    if _LONE.fullmatch(text):
        yield Finding("address", 0, len(text))


def _is_address(reading: Reading, cue_end: int, match: re.Match[str]) -> bool:
    """A number and a name with a capital, no date and no order."""
    value = match["value"]
    words = re.findall(r"[^\W\d_]{2,}", value)
    big = [word for word in words if word[0].isupper()]
    if not big or not any(map(str.isdigit, value)) or _NO_ADDRESS.intersection(word.lower() for word in words):
        return False
    if any(cue.kind in ("order", "phone", "email") for cue in reading.cues if cue_end <= cue.start < match.end("value")):
        return False
    if re.fullmatch(r"\d{4,6},?\s+[^\d]*|[^\d]*\s\d{4,6}", value):  # a town with its postcode is no address
        return False
    if len(value) > 140 or re.match(r"\s?[%€$£]|[.,]\d", reading.text[match.end("value") :]):
        return False
    return max(map(len, big)) >= 3
