"""Whom a segment is served to, and when."""

from dataclasses import dataclass
from datetime import datetime

from domain.knowledge import Segment

ALWAYS = 4102444800.0 * 10  # far beyond any validity, in epoch seconds


def language(locale: str | None) -> str:
    """``de`` of ``de-DE``; empty for none."""
    return (locale or "").replace("_", "-").split("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Audience:
    """Who asks, and when: an empty ``region`` or ``language`` is unknown; ``now`` in epoch seconds."""

    region: str
    language: str
    now: float
    is_staff: bool = False

    @classmethod
    def of(cls, region: str | None, locale: str | None, now: datetime, *, is_staff: bool = False) -> "Audience":
        return cls((region or "").upper(), language(locale), now.timestamp(), is_staff)


@dataclass(frozen=True, slots=True)
class SegmentFilters:
    """The filters of one segment; no ``regions`` is everywhere, ``valid_until`` is exclusive."""

    regions: frozenset[str]
    language: str
    valid_from: float
    valid_until: float
    is_for_staff: bool = False

    @classmethod
    def of(cls, segment: Segment) -> "SegmentFilters":
        return cls(
            frozenset(region.upper() for region in segment.regions),
            language(segment.locale),
            segment.valid_from.timestamp() if segment.valid_from else 0.0,
            segment.valid_until.timestamp() if segment.valid_until else ALWAYS,
            segment.audience == "staff",
        )

    def serves(self, audience: Audience) -> bool:
        return (
            (not self.is_for_staff or audience.is_staff)
            and (not self.regions or audience.region in self.regions)
            and (not self.language or not audience.language or self.language == audience.language)
            and self.valid_from <= audience.now < self.valid_until
        )
