"""What is counted of all conversations, kept in memory and brought up to date by what changed since the last look.

The records stay the only truth: what is not in them any more (erased) is not counted, and a test holds what was kept to what is
computed anew. A start begins from what an earlier one kept beside them, a block of rows a day, and reads what changed since."""

import asyncio
import hashlib
import inspect
import io
import json
import logging
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from domain.clock import Clock
from domain.errors import StorageUnavailable
from insights import conversation_summary, kpi_table
from insights.conversation_summary import Summary, summarize
from insights.kpi_table import CODED, ROW, KpiTable
from records import kpi_facts
from records.engine.session import Database
from records.kpi_blocks import NO_BLOCK, BlockVersion

# What other code made, or in another form, is made anew.
MADE_BY = hashlib.sha256("".join(map(inspect.getsource, (conversation_summary, kpi_facts, kpi_table))).encode()).hexdigest()
# How values are read back from JSON, by the field of `Codes`.
_AS: dict[str, Callable[[Any], Any]] = {"names": str, "intents": frozenset, "seconds": tuple}


class BlockUnreadable(ValueError):
    """Bytes that hold no rows."""


def packed(some: KpiTable) -> bytes:
    """Rows, and what their codes stand for: of these rows and no others."""
    rows, values = some.rows.copy(), {}
    for kind, columns in CODED.items():
        used = np.unique([rows[column] for column in columns])
        for column in columns:
            rows[column] = np.searchsorted(used, rows[column])
        values[kind] = [getattr(some.codes, kind)[code] for code in used.tolist()]
    told = json.dumps(values, default=sorted)  # sets, as lists
    file = io.BytesIO()
    np.savez_compressed(file, rows=rows, values=np.frombuffer(told.encode(), np.uint8))
    return file.getvalue()


def unpacked(block: bytes, into: KpiTable) -> KpiTable:
    """The rows of a block, with the codes of the table that they go into. Raises ``BlockUnreadable``."""
    try:
        with np.load(io.BytesIO(block), allow_pickle=False) as file:
            rows, values = file["rows"], json.loads(file["values"].tobytes())
        if rows.dtype != ROW:
            raise BlockUnreadable("rows of another form")
        for kind, columns in CODED.items():
            coded = getattr(into.codes, kind)
            codes = np.array([coded.code(None if v is None else _AS[kind](v)) for v in values[kind]], np.int32)
            for column in columns:
                rows[column] = codes[rows[column]]
    except (OSError, EOFError, ValueError, LookupError, TypeError, zipfile.BadZipFile, zlib.error) as error:
        raise BlockUnreadable(type(error).__name__) from error
    return KpiTable(rows, into.codes)


# A commit may become visible a little after the time that it carries, and clocks of replicas differ a little.
OVERLAP = timedelta(minutes=2)
# What changed is told by its time; now and then everything is listed, in case a clock was wrong.
LISTED_EVERY = timedelta(minutes=10)
_AT_A_TIME = 250  # conversations read in one snapshot, so that no read holds one, or the process, for long
KEPT_EVERY = timedelta(minutes=1)

logger = logging.getLogger(__name__)


class KpiIndex:
    def __init__(self, database: Database, clock: Clock, *, begins_anew: bool = False) -> None:
        """``begins_anew``: by reading everything, whatever was kept."""
        self._database, self._clock = database, clock
        self._table = KpiTable()
        self._places: dict[str, int] = {}  # the row of each
        self._gone: frozenset[str] = frozenset()  # what stood for erased conversations
        self._seen_until: datetime | None = None
        self._listed_at: datetime | None = None
        self._refreshing, self._keeping = asyncio.Lock(), asyncio.Lock()
        self._unkept: set[str] = set()  # days of which the block is not what is counted
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
                gone = frozenset(await unit.kpi_facts.erased_ids())
                changed = await unit.kpi_facts.changed_since(self._seen_until - OVERLAP) if self._seen_until else set()
                is_listed = self._is_to_be_listed(gone, now)
                there = await unit.kpi_facts.ids() if is_listed else []
            wanted = [i for i in there if i in changed or i not in self._places] if is_listed else sorted(changed)
            read = await self._read(wanted)
            if is_listed:
                read += await self._read_erased(sorted(i for i in gone if i not in self._places))
                self._forget_but({*there, *gone})
                self._gone, self._listed_at = gone, now
            await asyncio.to_thread(self._keep, read)
            self._seen_until = now

    async def _begin(self) -> None:
        """From what an earlier process kept. Where a day of it cannot be read, everything is listed to find what is missing."""
        async with self._database.read() as unit:
            until = await unit.kpi_blocks.read_until(MADE_BY)
            blocks = await unit.kpi_blocks.all(MADE_BY) if until else {}
        if until is None:
            return
        self._table, lost = await asyncio.to_thread(_joined, blocks)
        self._places = {own: place for place, own in enumerate(self._table.ids)}
        self._gone = frozenset(self._table.take(self._table["is_erased"]).ids)
        self._seen_until = until
        self._unkept |= lost
        self._listed_at = None if lost else self._clock()

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
        """What is counted now, for the next start. What another process wrote meanwhile, or emptied, is left until the next time."""
        async with self._keeping:
            async with self._database.read() as unit:
                there = await unit.kpi_blocks.versions()
            await self.refresh()  # after the versions: it sees what was erased before they were read
            async with self._refreshing:
                table, until = self._table, self._seen_until
                self._unkept |= {day for day, block in there.items() if block.is_empty}
                days = sorted(self._unkept)
                self._unkept = set()
            if until is not None and days:
                await self._keep_days(table, days, there, until)

    async def _keep_days(
        self, table: KpiTable, days: Sequence[str], there: Mapping[str, BlockVersion], until: datetime
    ) -> None:
        left = set(days)
        try:
            for day in days:
                block = await asyncio.to_thread(packed, table.only({"day": day}))
                async with self._database.begin() as unit:
                    if await unit.kpi_blocks.keep(day, there.get(day, NO_BLOCK), MADE_BY, block):
                        left.discard(day)
            if not left:
                async with self._database.begin() as unit:
                    await unit.kpi_blocks.kept_until(MADE_BY, until)
        finally:
            self._unkept |= left

    def _forget_but(self, there: Set[str]) -> None:
        lost = [place for own, place in self._places.items() if own not in there]
        if not lost:
            return
        self._unkept |= {day for day, _ in self._table.take(np.array(lost)).parted("day") if day}
        self._table = self._table.without(lost)
        self._places = {own: place for place, own in enumerate(self._table.ids)}

    def _keep(self, read: Sequence[Summary]) -> None:
        places = dict(self._places)
        there = [places[one.id] for one in read if one.id in places]
        known = {one.id: one for one in self._table.take(np.array(there, np.intp)).summaries}
        fresh = [one for one in read if known.get(one.id) != one]
        if fresh:
            into = [places.setdefault(one.id, len(places)) for one in fresh]
            self._table, self._places = self._table.with_rows(into, fresh), places
            self._unkept |= {day for one in fresh if (day := one.groups["day"])}

    def _is_to_be_listed(self, gone: Set[str], now: datetime) -> bool:
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


def _joined(blocks: Mapping[str, bytes | None]) -> tuple[KpiTable, set[str]]:
    """The rows of all blocks, and the days of which there are none to read."""
    table, lost, parts = KpiTable(), set[str](), list[KpiTable]()
    for day, block in blocks.items():
        try:
            parts.append(unpacked(block or b"", table))
        except BlockUnreadable as error:
            lost.add(day)
            if block is not None:
                logger.warning("the key figures that were kept of %s are counted anew: %s", day, error)
    return table.joined(parts), lost


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Between two of which turns go on."""
    for start in range(0, len(ids), _AT_A_TIME):
        yield ids[start : start + _AT_A_TIME]
