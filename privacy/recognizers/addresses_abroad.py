"""Street addresses as Germany and France write them, and addresses of Japan, China, Korea and India."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading

_CAPITAL = r"(?-i:[A-ZÄÖÜ])"
_HOUSE = r"\s?(?:nr\.?\s?)?\d{1,4}(?:\s?[a-hA-H](?!\w))?(?:\s?[-/]\s?\d{1,4}(?:\s?[a-h](?!\w))?){0,3}(?![\w]|[.,]\d)"
_TOWN = (
    r"(?:d-|de-|a-|at-|ch-)?(?:\d{5}|(?!19|20)\d{4})\s+[^\W\d_][\w'’.-]{0,40}(?:[ -](?:am|an der|im|in der|bei|ob der|a\.|"
    r"\(?(?-i:[A-ZÄÖÜ])[\w.]*\)?)){0,2}(?:\s(?-i:[A-ZÄÖÜ])\w+)?"
)
_GERMAN_TAIL = (
    rf"(?:\s?,?\s*(?:(?:\d\.\s?(?:og|stock|etage)|eg|dg|ug|hinterhaus|vorderhaus|top \d{{1,3}})(?:\s(?:links|rechts|"
    rf"mitte))?\s?,?\s*)?(?:in\s+)?{_TOWN}|,\s*(?-i:[A-ZÄÖÜ])[\w-]+"
    rf"(?! ?\w*\d))?(?:,?\s*(?:deutschland|germany)(?!\w))?"
)
_CLEAR = r"(?:straße|strasse|str\.?|allee|gasse|chaussee|promenade)"
_VAGUE = (
    r"(?:weg|platz|ring|damm|ufer|steig|markt|hof|berg|graben|stieg|pfad|kamp|winkel|park|wall|tor|"
    r"brücke|garten|feld|zeile|twiete)"
)
_GERMAN = (
    lazy_pattern(rf"(?<!\w)[^\W\d_][\w-]{{0,40}}{_CLEAR}{_HOUSE}{_GERMAN_TAIL}", re.IGNORECASE),
    lazy_pattern(rf"(?<!\w)(?:{_CAPITAL}[\w.]{{0,30}}[ -]){{1,4}}{_CLEAR}{_HOUSE}{_GERMAN_TAIL}", re.IGNORECASE),
    lazy_pattern(rf"(?<!\w){_CAPITAL}[\w-]{{0,40}}{_VAGUE}{_HOUSE}{_GERMAN_TAIL}", re.IGNORECASE),
    lazy_pattern(
        rf"(?<!\w){_CAPITAL}[\w-]{{1,40}}[ -](?-i:Weg|Platz|Ring|Damm|Ufer|Steig|Markt|Hof|Berg|"
        rf"Allee){_HOUSE}{_GERMAN_TAIL}",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"(?<!\w)(?-i:Am|An der|An den|Im|In der|Auf der|Auf dem|Unter den|Zum|Zur|Vor dem|"
        rf"Hinter der)\s(?:(?:alten|neuen|hohen|langen|kurzen|großen|kleinen|oberen|unteren|roten|weißen|"
        rf"grünen)\s)?{_CAPITAL}[\w-]{{1,40}}{_HOUSE}"
        rf"(?:\s?,?\s*(?:in\s+)?{_TOWN})",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"(?<!\w)(?-i:Unter den|An der|Auf der|Hinter der|Vor dem)\s{_CAPITAL}[\w-]{{1,40}}\s\d{{1,3}}(?!\w|[.,]\d)",
        re.IGNORECASE,
    ),
    lazy_pattern(rf"(?<!\w){_CAPITAL}\w{{1,40}}(?:[ -]{_CAPITAL}\w{{1,30}}){{0,2}}{_HOUSE},?\s*{_TOWN}", re.IGNORECASE),
    lazy_pattern(
        rf"(?<!\w)(?:straße|platz|allee|weg) (?:des|der|am|zum|"
        rf"zur) (?:\d{{1,2}}\. )?{_CAPITAL}[\w-]{{1,30}}{_HOUSE}{_GERMAN_TAIL}",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"(?<!\w)[^\W\d_][\w-]{{2,40}}(?:straße|strasse|str\.|gasse|damm|allee|platz|ufer){_HOUSE},\s*(?:\d\. ?og|eg|"
        rf"dg)(?:\s(?:links|rechts))?",
        re.IGNORECASE,
    ),
)

_FRENCH_TOWN = (
    r"(?:f-)?\d{5}\s+[^\W\d_][\w'’-]*(?:[ -](?-i:[A-ZÀ-Þ]|le|la|les|sur|en|de|du)[\w'’-]*){0,4}(?:\s+cedex(?:\s\d{1,2})?)?"
)
_FRENCH_TAIL = (
    rf"(?:,?\s*(?:(?:apt|appt|appartement|bât|bâtiment|étage)\.?\s?\w{{1,4}},?\s*)?(?:à\s+"
    rf")?{_FRENCH_TOWN}|,\s*(?-i:[A-ZÀ-Þ])[\w-]+)?(?:,?\s*france(?!\w))?"
)
_NUMBER = r"(?<![\w.,$€£#/-])\d{1,4}(?:\s?(?:bis|ter|quater)|\s?[a-d](?!\w))?,?\s+"
_OF = r"(?:(?:de la|de l'|des|du|de|d'|aux?|la|le|les)\s*)"
_STREET_NAME = rf"(?:{_OF})?(?:[^\W\d_][\w'’.-]{{0,40}})(?:[ -](?:{_OF})?(?-i:[A-ZÀ-Þ\d])[\w'’.-]{{0,40}}){{0,4}}"
_CLEAR_KIND = (
    r"(?:rue|r\.|boulevard|bld|bd|impasse|allée|allee|quai|chemin|ch\.|faubourg|fbg|sentier|villa|esplanade|venelle)"
)
_VAGUE_KIND = (
    r"(?:avenue|av\.?|place|pl\.|cours|route|rte|square|passage|cité|résidence|lotissement|hameau|montée|promenade)"
)
_FRENCH = (
    lazy_pattern(
        rf"(?<!\w)(?:lieu-?\s?dit|résidence|hameau|domaine|z\.?[ai]\.?c?\.?|zac|villa|château|ferme|lotissement|cité|"
        rf"le clos|la ferme)\s+[^\n,]{{2,40}},\s*"
        rf"(?:[^\n,]{{2,40}},\s*){{0,2}}{_FRENCH_TOWN}",
        re.IGNORECASE,
    ),
    lazy_pattern(rf"(?<!\w)(?:{_CLEAR_KIND}|{_VAGUE_KIND})\s+{_STREET_NAME},?\s*{_FRENCH_TOWN}", re.IGNORECASE),
    lazy_pattern(rf"{_NUMBER}{_CLEAR_KIND}\s+{_STREET_NAME}{_FRENCH_TAIL}", re.IGNORECASE),
    lazy_pattern(
        rf"{_NUMBER}{_VAGUE_KIND}\s+(?:{_OF}(?-i:[A-ZÀ-Þ\d])|"
        rf"(?-i:[A-ZÀ-Þ]))[\w'’.-]{{0,40}}(?:[ -](?:{_OF})?(?-i:[A-ZÀ-Þ\d])[\w'’.-]{{0,40}}){{0,4}}{_FRENCH_TAIL}",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"{_NUMBER}{_VAGUE_KIND}\s+(?:de la|de l'|des|du|d')\s*[^\W\d_][\w'’.-]{{0,40}}{_FRENCH_TAIL}", re.IGNORECASE
    ),
)


def german(text: str) -> Iterator[Finding]:
    for pattern in _GERMAN:
        for match in pattern.finditer(text):
            yield Finding("address", match.start(), match.end())


_FRENCH_BY_WORDS = lazy_pattern(
    rf"(?<!\w)(?:habite(?: à| au)?|livrez(?: au| à)?|livrer (?:au|à)|adresse(?: est)?(?: :)?|expédiez (?:au|à))\s*:?\s+"
    rf"(?P<street>(?:{_CLEAR_KIND}|{_VAGUE_KIND})\s+{_STREET_NAME}{_FRENCH_TAIL})",
    re.IGNORECASE,
)


def french(text: str) -> Iterator[Finding]:
    for pattern in _FRENCH:
        for match in pattern.finditer(text):
            yield Finding("address", match.start(), match.end())
    for match in _FRENCH_BY_WORDS.finditer(text):
        yield Finding("address", match.start("street"), match.end("street"))


_HAN = r"[\u4e00-\u9fff\u3040-\u30ff々ヶ]"
_UNSPACED = (
    lazy_pattern(
        rf"{_HAN}{{2,4}}[都道府県]{_HAN}{{1,14}}[市区町村郡]{_HAN}{{0,16}}\d{{1,4}}(?:[\s-]?(?:丁目|番地?|号室?|"
        rf"の)?[\s-]?\d{{1,4}}){{0,4}}(?:丁目|番地?|号室?)?"
    ),
    lazy_pattern(
        rf"(?:{_HAN}{{2,8}}[省市区县]){{1,3}}{_HAN}{{1,12}}[路街道巷弄村]\d{{1,5}}(?:[号弄栋幢单元室楼\s-]{{0,2}}\d{{0,5}}){{0,4}}[号室楼]?"
    ),
    lazy_pattern(
        r"(?:[\uac00-\ud7af]{1,8}(?:시|도|특별시|광역시)\s)?[\uac00-\ud7af]{1,8}(?:구|군|시)\s[\uac00-\ud7af\d]{1,12}(?:로|길|동|읍|"
        r"면)\s?\d{1,4}(?:-\d{1,4})?(?:\s?\d{1,4}(?:동|호|층))*"
    ),
)
_BIG = r"[A-Z][\w'.-]{0,30}"
_ROMAN = lazy_pattern(
    rf"(?<![\w-])\d{{1,3}}-\d{{1,3}}(?:-\d{{1,4}})?,?\s(?:{_BIG}(?:-(?:ku|shi|cho|machi|gun|chome))?[ ,]+){{1,4}}"
    rf"(?:{_BIG}[, ]*)?(?:〒?\d{{3}}-\d{{4}}|Japan)(?!\d)"
)
_INDIAN = lazy_pattern(
    rf"(?:(?:Flat|H\.?\s?No\.?|House|Plot|Door|Shop|Villa|Tower|Block|Apt|D\.?No\.?|Qtr)\s?(?:No\.?\s?)?[\w/-]{{1,10}},\s*)?"
    rf"(?:(?:\d{{1,4}}[\w/-]{{0,6}},?\s)?{_BIG}(?:\s{_BIG}|\s\d{{1,3}}|"
    rf"\sNo\.?\s\d{{1,3}}){{0,5}},\s*){{1,5}}{_BIG}(?:\s{_BIG}){{0,2}}\s?[-, ]\s?\d{{3}}\s?\d{{3}}(?!\d)"
)


def asian(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    if not text.isascii():
        for pattern in _UNSPACED:
            for match in pattern.finditer(text):
                yield Finding("address", match.start(), match.end())
    for match in _ROMAN.finditer(text):
        yield Finding("address", match.start(), match.end())
    if reading.region in ("IN", None) or reading.has("address"):
        for match in _INDIAN.finditer(text):
            yield Finding("address", match.start(), match.end())
