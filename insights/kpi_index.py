"""Summaries of all conversations, kept in memory and brought up to date by what changed since the last look.

The records stay the only truth: what is not in them any more (erased) is not counted, and a test holds what was kept to what is
computed anew. A start begins from the summaries that an earlier one kept beside them, and reads what changed since."""

import asyncio
import hashlib
import inspect
import logging
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from domain.clock import Clock
from domain.errors import StorageUnavailable
from insights import conversation_summary
from insights.conversation_summary import Summary, summarize
from insights.kpi_table import KpiTable
from records import kpi_facts
from records.engine.session import Database

# A commit may become visible a little after the time that it carries, and clocks of replicas differ a little.
OVERLAP = timedelta(minutes=2)
# What changed is told by its time; now and then everything is listed, in case a clock was wrong.
LISTED_EVERY = timedelta(minutes=10)
_AT_A_TIME = 250  # conversations read in one snapshot, so that no read holds one, or the process, for long
_KEPT_AT_A_TIME = 100  # in one commit
KEPT_EVERY = timedelta(minutes=1)
# Summaries that other code made are made anew.
_MADE_BY = hashlib.sha256("".join(map(inspect.getsource, (conversation_summary, kpi_facts))).encode()).hexdigest()
_SUMMARY, _SUMMARIES = TypeAdapter(Summary), TypeAdapter(list[Summary])

logger = logging.getLogger(__name__)


class KpiIndex:
    def __init__(self, database: Database, clock: Clock, *, begins_anew: bool = False) -> None:
        """``begins_anew``: by reading everything, whatever was kept."""
        self._database, self._clock = database, clock
        self._table = KpiTable()
        self._places: dict[str, int] = {}  # the row of each
        self._gone: list[str] = []  # what stood for erased conversations
        self._seen_until: datetime | None = None
        self._listed_at: datetime | None = None
        self._refreshing, self._keeping = asyncio.Lock(), asyncio.Lock()
        self._unkept: dict[str, Summary] = {}
        self._begins_anew = begins_anew

    async def period(self, since: datetime | None, until: datetime | None) -> KpiTable:
        """Conversations with at least one customer message begun in [since, until)."""
        await self.refresh()
        return self._table.begun_in(since, until)

    async def refresh(self) -> None:
        """Read again what changed since the last time, and forget what is gone."""
        async with self._refreshing:
            if self._listed_at is None and not self._begins_anew:
                await self._begin()
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

    async def _begin(self) -> None:
        """From what an earlier process kept."""
        async with self._database.read() as unit:
            until = await unit.kpi_summaries.read_until(_MADE_BY)
            kept = await unit.kpi_summaries.all() if until else "[]"
        read = await asyncio.to_thread(_SUMMARIES.validate_json, kept)
        await asyncio.to_thread(self._keep, read)
        self._unkept.clear()
        self._seen_until = until

    async def keep_up(self) -> None:
        """Goes on until it is cancelled: reads what changed, and keeps it for the next start."""
        while True:
            try:
                await self.refresh()
                await self.keep()
            except StorageUnavailable:
                logger.warning("the storage does not take the key figures now")
            await asyncio.sleep(KEPT_EVERY.total_seconds())

    async def keep(self) -> None:
        """What was read so far, for the next start."""
        async with self._keeping:
            await self._keep_fresh()

    async def _keep_fresh(self) -> None:
        async with self._refreshing:
            fresh, self._unkept, until = self._unkept, {}, self._seen_until
        if until is None or not fresh:
            return
        try:
            for some in _chunks(list(fresh), _KEPT_AT_A_TIME):
                counted = {i: _SUMMARY.dump_python(fresh[i], mode="json") for i in some}
                async with self._database.begin() as unit:
                    await unit.kpi_summaries.keep(counted, until)
            async with self._database.begin() as unit:
                await unit.kpi_summaries.kept_until(_MADE_BY, until)
        except BaseException:
            self._unkept = {**fresh, **self._unkept}  # once more next time
            raise

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
            self._unkept |= {one.id: one for one in fresh if not one.is_erased}

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


def _chunks(ids: Sequence[str], size: int = _AT_A_TIME) -> Iterator[Sequence[str]]:
    """Between two of which turns go on."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
