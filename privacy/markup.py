"""A text as the page it was copied from shows it: tags, the targets of links and the names of fields away, with a way back."""

import re
from collections.abc import Callable, Iterator

from domain.lazy_pattern import lazy_pattern
from privacy.folding import Folded
from privacy.reading import Reading
from privacy.recognizers.finding import Finding

_TAG = r"</?[A-Za-z][^<>\x00]{0,300}>|<!--[^<>\x00]{0,300}-->|\[/?[A-Za-z*]{1,10}(?:=[^\[\]\x00]{0,100})?\]"
_LINK = r"\]\([^()\[\]\x00]{0,300}\)[ \t]{0,3}\[?"
_FIELD = r'"?[ \t\n]{0,9},[ \t\n]{0,9}"[A-Za-z_][\w .-]{0,30}"[ \t\n]{0,9}:[ \t\n]{0,9}"?'
_MARKUP = lazy_pattern(rf"(?P<tags>(?:{_TAG})(?:[ \t\n]{{0,40}}(?:{_TAG}))*)|(?P<link>{_LINK})|(?P<field>{_FIELD})")
# Between letters these leave no gap: "ma<b>ya</b>@example.com".
_INLINE = lazy_pattern(
    r"(?:</?(?:a|abbr|b|bdi|big|code|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|tt|u|wbr)(?![\w-])[^<>]*>|<!--.*?-->"
    r"|\[/?[A-Za-z*]+(?:=[^\]]*)?\])+",
    re.IGNORECASE,
)


def shown(text: str) -> Folded | None:
    """``text``, folded, without its markup; None where it has none."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for match in _MARKUP.finditer(text):
        gap = _gap(text, match)
        pieces += [text[at : match.start()], gap]
        starts += [*range(at, match.start()), *[match.start()] * len(gap)]
        at = match.end()
    if not pieces:
        return None
    starts += range(at, len(text))
    return Folded("".join([*pieces, text[at:]]), starts, [start + 1 for start in starts])


def as_shown(reading: Reading, rules: tuple[Callable[[Reading], Iterator[Finding]], ...]) -> Iterator[Finding]:
    """What the rules find once the markup is gone. What stands in the markup itself is for the reading of the text as it is."""
    without = shown(reading.text)
    if without is None:
        return
    plain = Reading(without.text, reading.region)
    for rule in rules:
        for finding in rule(plain):
            start, end = without.span(finding.start, finding.end)
            yield finding._replace(start=start, end=end)


def _gap(text: str, match: re.Match[str]) -> str:
    """A field's name keeps its comma: what stands in fields side by side is one number only in a card's own groups."""
    if match["field"]:
        return ", "
    around = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    glues = match["tags"] and _INLINE.fullmatch(match["tags"]) and not all(sign.isdigit() for sign in around)
    return "" if glues else " "
