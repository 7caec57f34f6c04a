"""The weekly report: key figures against the week before, what conversations struggled with, and what went wrong."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from domain.clock import Clock
from insights.behind_a_number import counting
from insights.figures import Kpis, Rate
from insights.kpi_index import KpiIndex
from insights.kpis import kpis
from insights.outcomes import Outcomes
from insights.struggles.struggle_service import StruggleService
from insights.weekly.week import Week
from records.engine.session import Database

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
