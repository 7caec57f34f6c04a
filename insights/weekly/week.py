"""A week by the ISO calendar: from Monday to Monday, in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    begin: datetime

    @classmethod
    def named(cls, name: str) -> Self:
        """``2026-W47``. Raises ``ValueError``."""
        found = re.fullmatch(r"(\d{4})-W(\d{2})", name)
        if found is None:
            raise ValueError("a week is written 2026-W47")
        day = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return cls(datetime(day.year, day.month, day.day, tzinfo=UTC))

    @classmethod
    def before(cls, moment: datetime) -> Self:
        """The last whole week."""
        return cls(_monday(moment) - _WEEK)

    @property
    def end(self) -> datetime:
        return self.begin + _WEEK

    @property
    def earlier(self) -> "Week":
        return Week(self.begin - _WEEK)

    @property
    def name(self) -> str:
        year, number, _ = self.begin.isocalendar()
        return f"{year}-W{number:02d}"


def _monday(moment: datetime) -> datetime:
    day = moment.astimezone(UTC).date()
    first = day - timedelta(days=day.weekday())
    return datetime(first.year, first.month, first.day, tzinfo=UTC)
