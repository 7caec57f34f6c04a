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
_AT_A_TIME = 2000  # conversations read in one snapshot, so that no read holds one for long


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
        self._seen_until: datetime | None = None
        self._refreshing = asyncio.Lock()

    async def period(self, since: datetime | None, until: datetime | None) -> Period:
        """Conversations with at least one customer message begun in [since, until), oldest first."""
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
                there, gone = await unit.kpi_facts.ids(), await unit.kpi_facts.erased_ids()
                changed = await unit.kpi_facts.changed_since(self._seen_until - OVERLAP) if self._seen_until else set()
            read: dict[str, Summary] = {}
            for some in _chunks([i for i in there if i in changed or i not in self._known]):
                async with self._database.read() as unit:
                    read |= {c.id: summarize(c) for c in await unit.kpi_facts.of(some)}
            for some in _chunks([i for i in gone if i not in self._known]):
                async with self._database.read() as unit:
                    left = await unit.kpi_facts.erased(some)
                read |= {i: replace(summarize(facts), id=i, is_erased=True) for i, facts in left}
            together = {i: read.get(i) or self._known[i] for i in (*there, *gone) if i in read or i in self._known}
            if together != self._known:
                self._known, self._came_back = together, returned(together.values())
            self._seen_until = now


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Between two of which turns go on."""
    for start in range(0, len(ids), _AT_A_TIME):
        yield ids[start : start + _AT_A_TIME]
