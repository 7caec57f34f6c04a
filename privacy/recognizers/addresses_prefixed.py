"""Street addresses that begin with the kind of street, as in Spain, Italy, Portugal, Brazil and Poland, and Dutch ones."""

import re
from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading

_KINDS = (
    r"(?:calle|c/|c\.|cl\.|avda\.?|avenida|av\.|plaza|pza\.?|plza\.?|paseo|pº|carrer|camino|ronda|travesía|carretera|"
    r"ctra\.?|urb\.|urbanización|"
    r"pasaje|glorieta|cuesta|callejón|acceso|alameda|cañada|rambla|passeig|vial|via|viale|v\.le|piazza|p\.?zza|p\.za|"
    r"piazzale|corso|c\.so|largo|vicolo|"
    r"strada|contrada|località|loc\.|borgo|lungotevere|salita|canale|stretto|rotonda|incrocio|rua|r\.|travessa|tv\.|"
    r"praça|estrada|rodovia|beco|"
    r"calçada|quinta|avenida|viaduto|ladeira|parque|passagem|morro|favela|colônia|feira|distrito|trecho|setor|núcleo|lago|"
    r"ul\.|al\.|pl\.|os\.|ulica|aleja)"
)
_SMALL = (
    r"(?:de|del|de la|de las|de los|la|las|los|el|da|do|das|dos|di|della|delle|dei|degli|dell'|d'|e|y|i|san|santa|nº|n\.)"
)
_WORD = r"[^\W\d_][\w'’.-]{0,30}"
_BIG = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w'’.-]{0,30}"
_NAME = rf"(?:{_SMALL}\s+){{0,2}}(?:{_BIG}|\d{{1,2}} (?:de|di) {_WORD})(?:\s+(?:{_SMALL}\s+){{0,2}}{_BIG}){{0,5}}"
_LOWER_NAME = rf"{_WORD}(?:\s+{_WORD}){{0,4}}?"
_HOUSE = r"\d{1,5}(?:\s?[a-zA-Z](?![\w]))?(?:\s?[-/]\s?\d{1,4}[a-zA-Z]?)?(?![\w]|[.,]\d)"
_NUMBERED = rf"(?:,?\s*(?:n\.?\s?[º°ro]*\.?\s*|número\s+|numero\s+|núm\.?\s+)?{_HOUSE})"
_UNIT = (
    r"(?:\s*,?\s*(?:\d{1,3}\s?[º°ª][\s.]?(?:\w{1,5}(?![\w])|\d[ª°])?|(?:piso|planta|puerta|pta\.?|esc\.?|escalera|bloque|"
    r"portal|bajo|ático|int\.?|interno|"
    r"scala|sc\.|piano|appartamento|apartamento|apto\.?|apt\.?|bloco|andar|lote|sala|casa|lok\.?|m\.|entresuelo|"
    r"local)\s?\.?\s?\w{0,4}|izq\w*|dcha\.?|derecha|"
    r"dto\.?|esq\.?|(?-i:[A-Z])(?!\w)|\d{1,2}(?-i:[A-Z])(?!\w))){0,4}"
)
_TOWN = rf"{_BIG}(?:[ '-](?:{_SMALL} )?{_BIG}){{0,4}}"
_CODE = r"(?:(?:i|e|pt|pl)-)?(?:\d{5}-\d{3}|\d{4}-\d{3}|\d{2}-\d{3}|\d{8}|\d{5}|\d{4})(?!\d)"
_TAIL = (
    rf"(?:\s*[,\n-]?\s*{_CODE}(?:[ ,]+{_TOWN})?|\s*[,\n-]\s*{_TOWN}(?:\s*[,/-]\s*(?-i:[A-Z]{{2}}))?(?:,?\s+{_CODE})?|"
    rf"\s{_TOWN}(?:,?\s+{_CODE})?)"
)
_REST = (
    rf"{_UNIT}(?P<tail>{_TAIL}(?:\s*[,-]\s*(?:{_CODE}|(?-i:[A-Z]{{2}})(?!\w)|{_TOWN})){{0,2}}(?:\s?\((?-i:[A-Z]{{2}})\))?)?"
)
_STREET = lazy_pattern(rf"(?<![\w]){_KINDS}\s*{_NAME}{_NUMBERED}{_REST}", re.IGNORECASE)
_LOWER = lazy_pattern(rf"(?<![\w]){_KINDS}\s*{_LOWER_NAME}{_NUMBERED}{_REST}", re.IGNORECASE)
_UNNUMBERED = lazy_pattern(rf"(?<![\w]){_KINDS}\s+{_NAME}\s*,?\s*(?:s/n)?,?\s*{_CODE}\s+{_TOWN}", re.IGNORECASE)

_DUTCH_KINDS = (
    r"(?:straat|laan|weg|gracht|plein|kade|singel|dijk|hof|dreef|steeg|markt|baan|lei|pad|wal|haven|park|ring|boulevard|"
    r"plantsoen|burg|zicht|veld|"
    r"allee|steenweg|stationsplein|hoek|erf|oord|donk|akker|kamp|berg|stein|meent|horst)"
)
_DUTCH_HOUSE = r"\s\d{1,4}(?:\s?-?\s?(?:bis|hs|huis|[a-zA-Z](?!\w)|[IVX]{1,4}(?!\w)|\d{1,3}))?(?![\w]|[.,]\d)"
_DUTCH_CODE = r"[1-9]\d{3}\s?(?-i:[A-Z]{2})(?![\w])"
_DUTCH_TOWN = (
    r"(?-i:[A-Z'’])[\w'’-]{1,30}(?:[ -](?:aan den|aan de|op|bij|den|"
    r"de) (?-i:[A-Z])[\w-]{1,30}|[ -](?-i:[A-Z])[\w-]{1,30}){0,2}"
)
_DUTCH_TAIL = rf"(?:\s*[,\n]?\s*(?:{_DUTCH_CODE}(?:,?\s+{_DUTCH_TOWN})?|[1-9]\d{{3}}\s+{_DUTCH_TOWN})|\s*,\s*{_DUTCH_TOWN})"
_DUTCH = (
    lazy_pattern(rf"(?<![\w])(?:{_BIG} ){{0,4}}{_BIG}{_DUTCH_KINDS}{_DUTCH_HOUSE}{_DUTCH_TAIL}?", re.IGNORECASE),
    lazy_pattern(
        rf"(?<![\w])[^\W\d_]{{2,30}}(?:straat|laan|gracht|plein|singel|kade|steenweg){_DUTCH_HOUSE}{_DUTCH_TAIL}?",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"(?<![\w])(?:{_BIG} ){{0,3}}{_BIG}{_DUTCH_HOUSE}(?:\s*[,\n]\s*|\s){_DUTCH_CODE}(?:,?\s+{_DUTCH_TOWN})?",
        re.IGNORECASE,
    ),
)


def prefixed(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for pattern in (_STREET, _UNNUMBERED, *_DUTCH):
        for match in pattern.finditer(text):
            yield Finding("address", match.start(), match.end())
    for match in _LOWER.finditer(text):
        if any(map(str.isdigit, match["tail"] or "")) or reading.follows(match.start(), ("address",), 14):
            yield Finding("address", match.start(), match.end())
