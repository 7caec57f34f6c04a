"""What recognizers report, and which of it counts where it overlaps: the surer and more telling kind, and of its rivals what it
leaves.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from domain.personal_data import PersonalDataKind


class Finding(NamedTuple):
    """``start`` and ``end`` are offsets of the folded text; ``is_sure`` is False for a guess that any rule outweighs."""

    kind: PersonalDataKind
    start: int
    end: int
    is_sure: bool = True


_BY_RANK: list[PersonalDataKind] = [
    "iban", "card", "email", "ssn", "secret", "national_id", "passport", "driving_licence", "bank_account",
    "date_of_birth", "ip", "phone", "address", "name",
]  # fmt: skip
_LEAST_REMAINDER = 3  # letters and digits


def without_overlaps(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """In order of the text."""
    kept: list[Finding] = []  # in order of the text, without overlaps
    starts: list[int] = []
    for finding in sorted(
        _united(findings), key=lambda f: (not f.is_sure, _BY_RANK.index(f.kind), -(f.end - f.start), f.start)
    ):
        first = max(0, bisect_left(starts, finding.start) - 1)
        rivals = kept[first : bisect_left(starts, finding.end)]
        for remainder in _remainders(text, finding, rivals):
            at = bisect_left(starts, remainder.start)
            starts.insert(at, remainder.start)
            kept.insert(at, remainder)
    return kept


def _united(findings: Iterable[Finding]) -> list[Finding]:
    """Overlapping addresses, and overlapping names, are one: each recognizer may have seen a part of it."""
    united: list[Finding] = []
    last: dict[PersonalDataKind, int] = {}
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        at = last.get(finding.kind)
        if finding.kind in ("address", "name", "email", "phone") and at is not None and finding.start < united[at].end:
            known = united[at]
            united[at] = Finding(known.kind, known.start, max(known.end, finding.end), known.is_sure or finding.is_sure)
            continue
        last[finding.kind] = len(united)
        united.append(finding)
    return united


def _remainders(text: str, finding: Finding, kept: list[Finding]) -> list[Finding]:
    """The parts of a finding that no kept one covers; nothing where too little is left to tell anything."""
    parts = [(finding.start, finding.end)]
    for other in kept:
        parts = [piece for start, end in parts for piece in _cut(start, end, other)]
    if parts == [(finding.start, finding.end)]:
        return [finding]
    trimmed = (_trim(text, start, end) for start, end in parts)
    return [
        finding._replace(start=start, end=end)
        for start, end in trimmed
        if sum(sign.isalnum() for sign in text[start:end]) >= _LEAST_REMAINDER and finding.kind in ("address", "phone")
    ]


def _cut(start: int, end: int, other: Finding) -> list[tuple[int, int]]:
    if other.end <= start or end <= other.start:
        return [(start, end)]
    return [(a, b) for a, b in ((start, other.start), (other.end, end)) if a < b]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
