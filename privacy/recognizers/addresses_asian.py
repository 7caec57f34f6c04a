"""Addresses of Japan, China, Korea and India."""

from collections.abc import Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.reading import Reading
from privacy.recognizers.finding import Finding

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
