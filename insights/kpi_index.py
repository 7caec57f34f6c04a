"""Summaries of all conversations, kept in memory and brought up to date by what changed since the last look.

The records stay the only truth: what is not in them any more (erased) is not counted, a restart reads everything again, and a test
holds what was kept to what is computed anew."""

import asyncio
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from domain.clock import Clock
from insights.conversation_summary import Summary, summarize
from insights.kpi_table import KpiTable
from records.engine.session import Database

# A commit may become visible a little after the time that it carries, and clocks of replicas differ a little.
OVERLAP = timedelta(minutes=2)
# What changed is told by its time; now and then everything is listed, in case a clock was wrong.
LISTED_EVERY = timedelta(minutes=10)
_AT_A_TIME = 250  # conversations read in one snapshot, so that no read holds one, or the process, for long


class KpiIndex:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._table = KpiTable()
        self._places: dict[str, int] = {}  # the row of each
        self._gone: list[str] = []  # what stood for erased conversations
        self._seen_until: datetime | None = None
        self._listed_at: datetime | None = None
        self._refreshing = asyncio.Lock()

    async def period(self, since: datetime | None, until: datetime | None) -> KpiTable:
        """Conversations with at least one customer message begun in [since, until)."""
        await self.refresh()
        return self._table.begun_in(since, until)

    async def refresh(self) -> None:
        """Read again what changed since the last time, and forget what is gone."""
        async with self._refreshing:
            now = self._clock()
            async with self._database.read() as unit:
                gone = await unit.kpi_facts.erased_ids()
                changed = await unit.kpi_facts.changed_since(self._seen_until - OVERLAP) if self._seen_until else set()
                is_listed = self._is_to_be_listed(gone, now)
                there = await unit.kpi_facts.ids() if is_listed else []
            wanted = [i for i in there if i in changed or i not in self._places] if is_listed else sorted(changed)
            read = await self._read(wanted)
            if is_listed:
                read += await self._read_erased([i for i in gone if i not in self._places])
                self._forget_but({*there, *gone})
                self._gone, self._listed_at = gone, now
            await asyncio.to_thread(self._keep, read)
            self._seen_until = now

    def _forget_but(self, there: Set[str]) -> None:
        lost = [i for i in self._places if i not in there]
        if not lost:
            return
        left = self._table.without([self._places[i] for i in lost])
        self._places = {one.id: place for place, one in enumerate(left.summaries)}
        self._table = left

    def _keep(self, read: Sequence[Summary]) -> None:
        known, places = self._table["summary"], dict(self._places)
        fresh = [one for one in read if one.id not in places or known[places[one.id]] != one]
        if fresh:
            into = [places.setdefault(one.id, len(places)) for one in fresh]
            self._table, self._places = self._table.with_rows(into, fresh), places

    def _is_to_be_listed(self, gone: Sequence[str], now: datetime) -> bool:
        """What was erased leaves a row: while there is no new one, nothing is gone, and what is new has a late time."""
        return self._listed_at is None or gone != self._gone or not timedelta(0) <= now - self._listed_at < LISTED_EVERY

    async def _read(self, ids: Sequence[str]) -> list[Summary]:
        """Those of them that are counted."""
        read: list[Summary] = []
        for some in _chunks(ids):
            async with self._database.read() as unit:
                read += [summarize(c) for c in await unit.kpi_facts.of(some)]
        return read

    async def _read_erased(self, ids: Sequence[str]) -> list[Summary]:
        read: list[Summary] = []
        for some in _chunks(ids):
            async with self._database.read() as unit:
                left = await unit.kpi_facts.erased(some)
            read += [replace(summarize(facts), id=i, is_erased=True) for i, facts in left]
        return read


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Between two of which turns go on."""
    for start in range(0, len(ids), _AT_A_TIME):
        yield ids[start : start + _AT_A_TIME]
