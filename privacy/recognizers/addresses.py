"""Street addresses of the regions served: a street with its number, and the unit, town and postcode that follow it."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading
from privacy.recognizers.addresses_abroad import asian, french, german
from privacy.recognizers.addresses_prefixed import prefixed
from privacy.recognizers.addresses_told import told

_NO_STREET = (
    r"(?:days?|weeks?|months?|hours?|minutes?|years?|times?|pcs|pieces?|items?|boxes|box|pairs?|"
    r"sets?|inch(?:es)?|cm|mm|m|kg|g|lbs?|oz|ml|x|"
    r"usd|eur|gbp|cad|dollars?|euros?|pounds?|percent|people|persons?|the|my|your|our|a|an|i|is|are|"
    r"was|and|or|on|in|at|to|of|for|from|"
    r"by|off|this|that|it|you|we|they|orders?|business|working|gallon|piece|pack|star|stars|st|nd|rd|th|more|less|not|am|pm)"
)
_WORD = rf"(?!{_NO_STREET}\b)(?:[^\W\d_](?:[\w'’.-]{{0,40}}[^\W_])?\.?|\d{{1,3}}(?:st|nd|rd|th))"
_CLEAR = (
    r"(?:street|str|st|avenue|ave|av|road|rd|boulevard|blvd|lane|ln|terrace|parkway|pkwy|highway|hwy|"
    r"crescent|cres|expressway|turnpike|freeway)"
)
_BIG = r"(?-i:[A-Z][\w'’.-]{0,40}|\d{1,3}(?:st|nd|rd|th))"
_VAGUE = (
    r"(?:drive|dr|court|ct|place|pl|square|sq|circle|cir|way|trail|trl|loop|close|grove|gardens?|"
    r"gdns|hill|mews|row|walk|park|path|view|"
    r"plaza|point|pt|ridge|run|crossing|green|alley|quay|wharf|broadway|rise|vale|heights|hts|meadows?|creek|bend|cove|glen|"
    r"manor|pass|pike|landing|villas?|parade|house|estate|common|croft|bank|drove|mount|hollow|springs?)"
)
_DIRECTION = r"(?:\s+(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b\.?)?"
_UNIT = (
    r"(?:,?\s+(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|bldg|building|lot|"
    r"#)\.?\s*#?\s?[\w-]{1,6}|,?\s+#\s?[\w-]{1,6}|,?\s+\d{1,2}(?:st|nd|rd|th) floor)?"
)
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|"
    r"AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|"
    r"alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|"
    r"hawaii|idaho|illinois|indiana|iowa|"
    r"kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
    r"montana|nebraska|nevada|"
    r"new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon|"
    r"pennsylvania|rhode island|"
    r"tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|"
    r"quebec|québec|alberta|manitoba|"
    r"british columbia|nova scotia|saskatchewan)"
)
_ZIP = r"\d{5}(?:-\d{4})?(?!\d)"
_BRITISH = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?!\w)"
_CANADIAN = r"[A-Z]\d[A-Z][ -]?\d[A-Z]\d(?!\w)"
_CODE = rf"(?:{_ZIP}|{_BRITISH}|{_CANADIAN})"
_CITY = r"[^\W\d_][\w'’.-]{0,40}(?: [^\W\d_][\w'’.-]{0,40}){0,3}?"
_BIG_CITY = r"(?-i:[A-ZÀ-Þ][\w'’.-]{0,40}(?: (?:[A-ZÀ-Þ][\w'’.-]{0,40}|upon|on|of|the|le|de|am|an|der|sur|en|la)){0,3})"
_COUNTRY = (
    r"(?:,?\s+(?:usa|u\.s\.a\.|us|uk|united kingdom|united states(?: of america)?|canada|england|scotland|wales)(?!\w))?"
)
_TAIL = (
    rf"(?:(?:,|\n)?\s*(?:{_CITY}(?:,\s*|\s+))?(?:{_STATE}(?:,?\s+{_CODE})|{_CODE}){_COUNTRY}"
    rf"|,\s*{_CITY},\s*{_STATE}(?!\w){_COUNTRY}"
    rf"|(?:,|\n)\s*(?:{_BIG_CITY},\s*)*{_BIG_CITY}(?:,?\s+{_CODE})?{_COUNTRY})?"
)
_NUMBER = r"(?<![\w.,$€£#/-])\d{1,6}(?:[A-Za-z]|-\d{1,4}|[ /]?1/2)?"
_FLAT = r"(?:(?:flat|apt\.?|apartment|unit|suite|studio|room|office)\s?\w{1,5},?\s+)?"

_CLEAR_STREET = lazy_pattern(
    rf"{_FLAT}{_NUMBER},?\s+(?:{_WORD}\s+){{1,4}}?{_CLEAR}(?![\w'-]|\s+st\b)\.?{_DIRECTION}{_UNIT}{_TAIL}", re.IGNORECASE
)
_VAGUE_STREET = lazy_pattern(
    rf"{_FLAT}{_NUMBER},?\s+(?:{_BIG}\s+){{1,4}}?{_VAGUE}(?![\w'-])\.?{_DIRECTION}{_UNIT}(?P<tail>{_TAIL})",
    re.IGNORECASE,
)
_RARE = (
    r"(?:annex|arcade|bayou|beach|bluffs?|bottom|branch|bridge|brooks?|burgs?|bypass|camp|canyon|"
    r"cape|causeway|centers?|cliffs?|club|"
    r"corners?|course|crest|crossroads?|curve|dale|dam|divide|estates|extensions?|falls?|ferry|"
    r"fields?|flats?|fords?|forest|forges?|"
    r"forks?|fort|gateway|groves?|harbors?|haven|hills|inlet|islands?|isle|junctions?|keys?|knolls?|"
    r"lakes?|land|lights?|locks?|lodge|"
    r"mall|mills?|mission|motorway|neck|orchard|oval|overpass|parks|parkways?|passage|pines?|plains?|"
    r"ports?|prairie|radial|ramp|ranch|"
    r"rapids?|rest|river|roads|route|shoals?|shores?|skyway|spurs?|squares|station|stravenue|stream|"
    r"streets|summit|throughway|trace|"
    r"track|trafficway|tunnel|underpass|unions?|valleys?|viaduct|views?|villages?|ville|vista|walks|wall|ways|wells?)"
)
_LOWER_VAGUE = lazy_pattern(
    rf"{_FLAT}{_NUMBER},?\s+(?:{_WORD}\s+){{1,3}}?(?:(?P<vague>{_VAGUE})|"
    rf"{_RARE})(?![\w'-])\.?{_DIRECTION}{_UNIT}(?P<tail>{_TAIL})",
    re.IGNORECASE,
)
_AVENUE_OF = lazy_pattern(rf"{_NUMBER}\s+avenue of the {_BIG}{_UNIT}{_TAIL}", re.IGNORECASE)
_BY_TOWN = lazy_pattern(
    rf"{_NUMBER}\s+(?:{_BIG}[ ,]+){{1,5}}{_UNIT}[\s,]*(?:{_BIG_CITY},?\s+)?(?:(?-i:{_STATE}),?\s+"
    rf"{_ZIP}|(?-i:{_BRITISH}|{_CANADIAN}))",
    re.IGNORECASE,
)
_MILITARY = lazy_pattern(
    r"(?<!\w)(?:PSC|CMR|Unit|USN[SV]|USCGC|USS)\s[\w ]{1,30}?,?(?:\s+Box\s\d+)?,?\s+(?:APO|FPO|DPO),?\s+A[AEP],?\s+\d{5}",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(
    r"(?<!\w)(?:flat|studio|apt\.?|apartment|unit|suite|room|wohnung|appartement|appt\.?)[ ,]*(?:no\.?|#)?\s*$",
    re.IGNORECASE,
)
_AFTER = lazy_pattern(
    rf"(?:(?<=apt)|(?<=apt\.)|(?<=suite)|(?<=unit)|(?<=flat))\s?#?\s?[\w-]{{1,6}}{_TAIL}|{_UNIT}(?P<tail>{_TAIL})",
    re.IGNORECASE,
)
_BOX = lazy_pattern(
    rf"(?<!\w)(?:p\.?\s?o\.?\s?box|post office box|postfach|boîte postale|apartado|apdo\.?|casella postale|caixa postal|"
    rf"postbus|"
    rf"b\.?p\.?)\s*#?\s*\d{{1,7}}(?: \d{{2,4}}){{0,3}}(?!\d){_TAIL}(?:,?\s+\d{{5}} {_BIG})?",
    re.IGNORECASE,
)
_GRID = lazy_pattern(
    rf"(?<!\w)[NSEW]\d{{1,4}}[NSEW]\d{{1,5}}\s+(?:{_WORD}\s+){{1,3}}?{_CLEAR}(?![\w'-])\.?{_UNIT}{_TAIL}", re.IGNORECASE
)
_RURAL = lazy_pattern(
    rf"(?<!\w)(?:HC|RR|R\.R\.|rural route|star route)\s?\d{{1,3}}(?!\w),?(?:\s+box\s+\d{{1,5}})?{_TAIL}", re.IGNORECASE
)
_NUMBERED_ROAD = lazy_pattern(
    rf"{_NUMBER}\s+(?:county road|county rd|state road|state route|us highway|highway|hwy|route|rte|farm to market|fm|cr|"
    rf"sr)\s+\d{{1,4}}[A-Z]?{_UNIT}{_TAIL}",
    re.IGNORECASE,
)
_THE = lazy_pattern(
    rf"{_FLAT}{_NUMBER},?\s+(?:(?-i:The)\s+(?-i:Crescent|Avenue|Green|Close|Drive|Grove|Street|Mews|Square|Terrace|"
    rf"Parade|Lane|Mall|Promenade|"
    rf"Esplanade|Strand|Ridge|Meadows?|Paddocks?|Willows|Oaks|Rise|Hill|Common)|(?-i:Broadway|Strand|Piccadilly|"
    rf"Whitehall|Bowery))(?![\w'-]){_TAIL}",
    re.IGNORECASE,
)
_HOUSE_KIND = (
    r"(?:Cottage|House|Farm|Lodge|Manor|Rectory|Vicarage|Barn|Hall|Mill|Villa|Grange|Court|Bungalow|Lane|Street|Road|"
    r"Avenue|Close|Drive|Hill|Green|Way|"
    r"Row|Terrace|Gardens|Square|Place|Park|Crescent|Walk|Mews|Rise|View)"
)
_NAMED_HOUSE = lazy_pattern(
    r"(?<!\w)(?=[^\n]{0,70}?\b" + _HOUSE_KIND + r"\b)(?:[A-Z0-9][\w'’.-]{0,24}(?: [A-Z0-9a-z][\w'’.-]{0,24}){0,4},\s*){1,4}"
    r"(?:[A-Z][\w'’-]{0,24}\s){0,4}(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[\dW]\s[A-Z\d]{4})(?!\w)"
)
_PATTERNS = (
    _CLEAR_STREET, _VAGUE_STREET, _AVENUE_OF, _BY_TOWN, _MILITARY, _BOX, _GRID, _RURAL, _NUMBERED_ROAD, _THE, _NAMED_HOUSE,
)  # fmt: skip
_FLAT_BEFORE = lazy_pattern(
    r"(?<![\w.])(?:(?:(?:flat|unit|lot|apt\.?|suite|room|rm|floor|shop)\s?[\w/-]{1,6}|[A-Z]\w+ (?:Hall|House|Building|"
    r"Tower|Court|Dorm)(?: (?:room|rm|apt)\.? \w{1,5})?|"
    r"\d{1,3}/\d{1,3}),?\s)+$",
    re.IGNORECASE,
)


def addresses(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    if any(sign.isdigit() for sign in text):
        for pattern in _PATTERNS:
            for match in pattern.finditer(text):
                yield Finding("address", _with_flat(text, match.start()), match.end())
        for match in _LOWER_VAGUE.finditer(text):  # "12 oak drive": a street only where the words or a postcode say so
            if (
                any(sign.isdigit() for sign in match["tail"])
                or (match["vague"] and match.group() == text.strip())
                or reading.follows(match.start(), ("address",), 14)
            ):
                yield Finding("address", _with_flat(text, match.start()), match.end())
        yield from german(text)
        yield from french(text)
        yield from prefixed(reading)
        yield from asian(reading)
    yield from told(reading)


def _with_flat(text: str, start: int) -> int:
    before = _FLAT_BEFORE.search(text, max(0, start - 40), start)
    return before.start() if before else start


def whole_address(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the unit before it and the unit, town and postcode after it, which a name finder may leave out."""
    before = _BEFORE.search(text, max(0, start - 20), start)
    after = _AFTER.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)
