"""The weekly report: key figures against the week before, what conversations struggled with, what went wrong; and its text for a mail, a
chat's webhook, a terminal. A week is the ISO calendar's: from Monday to Monday, in UTC.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self

from pydantic import BaseModel

from domain.clock import Clock
from insights.behind_a_number import counting
from insights.figures import Kpis, Rate
from insights.kpi_index import KpiIndex
from insights.kpis import kpis
from insights.outcomes import Outcomes
from insights.struggles.struggle_service import StruggleService
from records.engine.session import Database

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


_STRUGGLES = 5


class Figure(BaseModel):
    """``unit``: "share" (0 to 1, with its 95 % interval), "seconds", "number", "score" or "cost" (in the currency of the model's
    prices); None where nothing was counted."""

    name: str
    unit: str
    now: float | None
    before: float | None
    low: float | None = None
    high: float | None = None


class StruggleTold(BaseModel):
    name: str
    conversations: int
    share: float | None
    before: float | None
    rising: bool


class Trouble(BaseModel):
    """``measure`` leads to the conversations (`GET /v1/kpis/conversations`), where it counts any."""

    words: str
    n: int
    before: int
    measure: str | None


class WeeklyReport(BaseModel):
    """No word of a customer is in it."""

    week: str
    begin: datetime
    end: datetime
    figures: list[Figure]
    struggles: list[StruggleTold]
    went_wrong: list[Trouble]


@dataclass
class WeeklyReports:
    database: Database
    index: KpiIndex
    struggles: StruggleService
    clock: Clock

    async def of(self, week: Week) -> WeeklyReport:
        """As it is known now: what was rated or fixed since is in it."""
        now = self.clock()
        some, earlier = [await self.index.period(w.begin, w.end) for w in (week, week.earlier)]
        then, before = kpis(some, now), kpis(earlier, now)
        found, _ = await self.struggles.struggles(week.begin, week.end)
        told = [
            StruggleTold(name=s.name, conversations=s.n, share=s.share.value, before=s.before.value, rising=s.rising)
            for s in found[:_STRUGGLES]
        ]
        troubles = _troubles(Outcomes(some, now), Outcomes(earlier, now))
        async with self.database.read() as unit:
            failed = [await unit.jobs.failed_in(w.begin, w.end) for w in (week, week.earlier)]
        if failed[0]:
            kinds = ", ".join(sorted(failed[0]))
            words = f"background jobs failed ({kinds})"
            counts = [sum(each.values()) for each in failed]
            troubles.append(Trouble(words=words, n=counts[0], before=counts[1], measure=None))
        return WeeklyReport(
            week=week.name,
            begin=week.begin,
            end=week.end,
            figures=list(_figures(then, before)),
            struggles=told,
            went_wrong=troubles,
        )


_RATES: tuple[tuple[str, Callable[[Kpis], Rate]], ...] = (
    ("Deflection", lambda k: k.deflection_rate),
    ("Handed to a person", lambda k: k.handoff_rate),
    ("Gave up", lambda k: k.gave_up_rate),
    ("Satisfied", lambda k: k.csat.share_satisfied),
    ("Failed turns", lambda k: k.failure_rate),
    ("Came back", lambda k: k.reopened_rate),
    ("Solved at the first contact", lambda k: k.first_contact_resolution_rate),
)
_NUMBERS: tuple[tuple[str, str, Callable[[Kpis], float | None]], ...] = (
    ("Satisfaction", "score", lambda k: k.csat.mean),
    (
        "First response, median",
        "seconds",
        lambda k: None if k.first_response_ms.p50 is None else k.first_response_ms.p50 / 1000,
    ),
    ("Time to a person, median", "seconds", lambda k: k.time_to_human_seconds.p50),
    ("Cost a conversation", "cost", lambda k: k.cost_per_conversation.mean),
    ("Handling time, median", "seconds", lambda k: k.aht_seconds.p50),
)


def _figures(now: Kpis, before: Kpis) -> list[Figure]:
    figures = [Figure(name="Conversations", unit="number", now=now.conversations, before=before.conversations)]
    for name, of in _RATES:
        rate, was = of(now), of(before)
        low, high = (rate.low, rate.high) if rate.value is not None else (None, None)
        figures.append(Figure(name=name, unit="share", now=rate.value, before=was.value, low=low, high=high))
    figures += [Figure(name=name, unit=unit, now=of(now), before=of(before)) for name, unit, of in _NUMBERS]
    return [f for f in figures if f.unit != "cost" or f.now is not None or f.before is not None]


# Words, the measure that leads to the conversations.
_TROUBLES = (
    ("handed over after failing twice", "handoff_reasons.repeated_failure"),
    ("rated 1 to 3 of 5", "csat.dissatisfied"),
    ("with an answer that an agent flagged", "flags"),
    ("had to say it again", "repeat_rate"),
)


def _troubles(some: Outcomes, earlier: Outcomes) -> list[Trouble]:
    """Those that there were, most first."""
    left = some.table.take(some.gave_up)
    about = Counter(intent for code in left["intent"].tolist() if (intent := left.codes.names[code])).most_common(1)
    mostly = f", most about {about[0][0]} ({about[0][1]})".replace("_", " ") if about else ""
    told = ((f"left after a failed turn{mostly}", "gave_up"), *_TROUBLES)
    found = [
        Trouble(words=words, n=_counted(some, measure), before=_counted(earlier, measure), measure=measure)
        for words, measure in told
    ]
    return sorted((t for t in found if t.n), key=lambda t: -t.n)


def _counted(some: Outcomes, measure: str) -> int:
    counts = counting(measure)
    return int(counts(some).sum()) if counts else 0


def text_of(report: WeeklyReport) -> str:
    return "\n".join(_lines(report)) + "\n"


def _lines(report: WeeklyReport) -> Iterator[str]:
    yield f"Customer support in week {report.week} ({report.begin:%d %b} to {report.end:%d %b %Y}, UTC)"
    yield ""
    width = max(len(f.name) for f in report.figures)
    for figure in report.figures:
        yield f"{figure.name:<{width}}  {_value(figure):>8}  {_change(figure)}".rstrip()
    yield ""
    yield "What conversations struggled with"
    for s in report.struggles:
        was = "" if s.before is None else f", {s.before:.1%} the week before"
        share = "" if s.share is None else f" ({s.share:.1%} of all{was})"
        yield f"- {s.name}: {s.conversations} conversations{share}{', RISING' if s.rising else ''}"
    if not report.struggles:
        yield "- nothing stands out"
    yield ""
    yield "What went wrong"
    for t in report.went_wrong:
        yield f"- {t.n} {t.words}; {t.before} the week before"
    if not report.went_wrong:
        yield "- nothing that was counted"


def _value(f: Figure, value: float | None = None) -> str:
    shown = f.now if value is None else value
    if shown is None:
        return "-"
    if f.unit == "share":
        return f"{shown:.1%}"
    if f.unit == "seconds":
        return f"{shown:,.1f} s" if shown < 120 else f"{shown / 60:,.0f} min"
    if f.unit == "cost":
        return f"{shown:.4f}"
    return f"{shown:,.0f}" if f.unit == "number" else f"{shown:.2f}"


def _change(f: Figure) -> str:
    """Shares in points, with whether it is more than chance may do: the week before lies outside the interval."""
    if f.now is None or f.before is None:
        return ""
    if f.unit == "share":
        points = f"{100 * (f.now - f.before):+.1f} points"
        surely = f.low is not None and f.high is not None and not f.low <= f.before <= f.high
        return f"{points}{'' if surely else ' (may be chance)'}"
    if f.unit == "score":
        return f"{f.now - f.before:+.2f}"
    return f"{f.now / f.before - 1:+.0%}" if f.before else ""
