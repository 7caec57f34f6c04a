"""Cuts a streamed answer into sentences with their citations."""

import re
from dataclasses import dataclass, field

from domain.lazy_pattern import lazy_pattern

_CITATION = lazy_pattern(r"\s*(?:\[|【)\s*\^?(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)(?:†[^】]*)?\s*(?:\]|】)")
_LONGEST_TAIL = lazy_pattern(r"\s*[\[【]?[\s\d,;^]*$")  # what may still grow into a citation after a sentence's end
_END = lazy_pattern(r"[.!?…。！？]+[\"'»”’)]*|\n")
_ABBREVIATION = lazy_pattern(
    r"(?:^|[\s(])(?:\w|\w\.\s?\w|approx|ca|bzw|usw|etc|no|nr|incl|inkl|max|min|mr|mrs|ms|dr|st|vs|art|evtl|env)$",
    re.IGNORECASE,
)
_ORDINAL = lazy_pattern(r"(?:^|\D)\d{1,2}$")
_GERMAN_MONTH = lazy_pattern(r"(?:Jan|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")


@dataclass
class Sentence:
    """``text`` without citation marks; ``before`` is the white space that separated it from the sentence before."""

    text: str
    cites: list[int] = field(default_factory=list)
    before: str = ""


class SentenceSplitter:
    """Feed it pieces as they stream; it gives sentences as soon as they and their citations are complete."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> list[Sentence]:
        self._rest += piece
        sentences = []
        while (end := _end_of_first(self._rest)) is not None:
            sentences += _sentence(self._rest[:end])
            self._rest = self._rest[end:]
        return sentences

    def finish(self) -> list[Sentence]:
        """What remains at the end of the stream."""
        rest, self._rest = self._rest, ""
        return _sentence(rest)


def _end_of_first(text: str) -> int | None:
    """Where the first complete sentence ends, None while that cannot be told."""
    body = len(text) - len(text.lstrip())
    for match in _END.finditer(text[body:]):
        at, end = body + match.start(), body + match.end()
        if match.group() == "\n":
            return at
        cited = _CITATION.match(text, end)
        while cited:
            end = cited.end()
            cited = _CITATION.match(text, end)
        if _LONGEST_TAIL.match(text, end):
            return None  # a citation may follow
        is_wide = match.group()[0] in "。！？"
        if not is_wide and not text[end].isspace() and end == body + match.end():
            continue  # 3.5, example.com
        if match.group() == "." and end == body + match.end() and _runs_on(text[body:at], text[end:].lstrip()):
            continue
        return end
    return None


def _runs_on(before: str, after: str) -> bool:
    """Whether the full stop between the two belongs to an abbreviation, a list's number, or a German date ("30. Juni")."""
    if _ABBREVIATION.search(before) or before.strip().isdigit() or after[:1].islower():
        return True
    return bool(_ORDINAL.search(before) and _GERMAN_MONTH.match(after))


def _sentence(raw: str) -> list[Sentence]:
    cites = [int(n) for group in _CITATION.findall(raw) for n in re.split(r"\s*[,;]\s*", group)]
    text = _CITATION.sub("", raw)
    before = text[: len(text) - len(text.lstrip())]
    if not text.strip() and not cites:
        return []
    return [Sentence(text.strip(), cites, before)]
