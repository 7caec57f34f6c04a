"""Summaries of all conversations, kept in memory and brought up to date by what changed since the last look.

The records stay the only truth: what is not in them any more (erased) is not counted, a restart reads everything again, and a test
holds what was kept to what is computed anew."""

import asyncio
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.clock import Clock
from insights.conversation_summary import Summary, returned, summarize
from records.engine.session import Database

# A commit may become visible a little after the time that it carries, and clocks of replicas differ a little.
OVERLAP = timedelta(minutes=2)
# What changed is told by its time; now and then everything is listed, in case a clock was wrong.
LISTED_EVERY = timedelta(minutes=10)
_AT_A_TIME = 250  # conversations read in one snapshot, so that no read holds one, or the process, for long


@dataclass(frozen=True)
class Period:
    """The conversations begun in a period, and the ids among all of those whose customer came back."""

    summaries: list[Summary]
    came_back: Collection[str]


class KpiIndex:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._known: dict[str, Summary] = {}
        self._came_back: set[str] = set()
        self._gone: list[str] = []  # what stood for erased conversations
        self._seen_until: datetime | None = None
        self._listed_at: datetime | None = None
        self._refreshing = asyncio.Lock()

    async def period(self, since: datetime | None, until: datetime | None) -> Period:
        """Conversations with at least one customer message begun in [since, until)."""
        await self.refresh()
        chosen = [
            s
            for s in self._known.values()
            if (since is None or s.created_at >= since) and (until is None or s.created_at < until)
        ]
        return Period(chosen, self._came_back)

    async def refresh(self) -> None:
        """Read again what changed since the last time, and forget what is gone."""
        async with self._refreshing:
            now = self._clock()
            async with self._database.read() as unit:
                gone = await unit.kpi_facts.erased_ids()
                changed = await unit.kpi_facts.changed_since(self._seen_until - OVERLAP) if self._seen_until else set()
                is_listed = self._is_to_be_listed(gone, now)
                there = await unit.kpi_facts.ids() if is_listed else []
            wanted = [i for i in there if i in changed or i not in self._known] if is_listed else sorted(changed)
            read = await self._read(wanted)
            if is_listed:
                read |= await self._read_erased([i for i in gone if i not in self._known])
                together = {i: read.get(i) or self._known[i] for i in (*there, *gone) if i in read or i in self._known}
                self._gone, self._listed_at = gone, now
            else:
                together = {**self._known, **read}
            if together != self._known:
                self._known, self._came_back = together, await asyncio.to_thread(returned, together.values())
            self._seen_until = now

    def _is_to_be_listed(self, gone: Sequence[str], now: datetime) -> bool:
        """What was erased leaves a row: while there is no new one, nothing is gone, and what is new has a late time."""
        return self._listed_at is None or gone != self._gone or not timedelta(0) <= now - self._listed_at < LISTED_EVERY

    async def _read(self, ids: Sequence[str]) -> dict[str, Summary]:
        """Those of them that are counted."""
        read: dict[str, Summary] = {}
        for some in _chunks(ids):
            async with self._database.read() as unit:
                read |= {c.id: summarize(c) for c in await unit.kpi_facts.of(some)}
        return read

    async def _read_erased(self, ids: Sequence[str]) -> dict[str, Summary]:
        read: dict[str, Summary] = {}
        for some in _chunks(ids):
            async with self._database.read() as unit:
                left = await unit.kpi_facts.erased(some)
            read |= {i: replace(summarize(facts), id=i, is_erased=True) for i, facts in left}
        return read


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Between two of which turns go on."""
    for start in range(0, len(ids), _AT_A_TIME):
        yield ids[start : start + _AT_A_TIME]
