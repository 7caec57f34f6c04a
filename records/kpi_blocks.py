"""What was last counted for the key figures, a block a day; the records stay the only truth.

Whoever writes a block says which version of it was there before they looked at the records. An erasure empties the blocks of the days
of what it erased, and raises their versions: what was read before it is not written behind it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.ratings import KpiBlockRow, KpiMarkRow

_BLOCKS = cast(Table, KpiBlockRow.__table__)  # declared as a FromClause
_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}  # alike here


@dataclass(frozen=True)
class BlockVersion:
    version: int
    is_empty: bool


NO_BLOCK = BlockVersion(version=0, is_empty=True)


class KpiBlocks:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def read_until(self, definitions: str) -> datetime | None:
        """Until when changes are in what is kept; None where that was made by other definitions."""
        mark = await self._session.get(KpiMarkRow, definitions)
        return mark.read_until if mark else None

    async def all(self, definitions: str) -> dict[str, bytes | None]:
        """By day; None where there is nothing that these definitions made."""
        b = KpiBlockRow
        rows = await self._session.execute(select(b.day, b.definitions, b.counted).order_by(b.day))
        return {row.day: row.counted if row.definitions == definitions else None for row in rows}

    async def versions(self) -> dict[str, BlockVersion]:
        b = KpiBlockRow
        rows = await self._session.execute(select(b.day, b.version, b.counted.is_(None)))
        return {day: BlockVersion(version, bool(is_empty)) for day, version, is_empty in rows}

    async def keep(self, day: str, was: BlockVersion, definitions: str, counted: bytes) -> bool:
        """In the place of what was there; False where that is another one by now."""
        return await self._write(day, was, {"definitions": definitions, "counted": counted})

    async def empty(self, days: Collection[str]) -> None:
        """So that they are made again, and nobody writes what they read before."""
        for day in sorted(days):  # in one order, so that two who do it do not wait for each other
            await self._write(day, None, {"definitions": "", "counted": None})

    async def kept_until(self, definitions: str, read_until: datetime) -> None:
        """What changed before is kept, made by these definitions. A replica that looked earlier takes nothing back."""
        await self._session.execute(delete(KpiMarkRow).where(KpiMarkRow.definitions != definitions))
        mark = await self._session.get(KpiMarkRow, definitions, with_for_update=True)
        if mark is None:
            self._session.add(KpiMarkRow(definitions=definitions, read_until=read_until))
        else:
            mark.read_until = max(mark.read_until, read_until)

    async def _write(self, day: str, was: BlockVersion | None, values: dict[str, Any]) -> bool:
        """``was``: the version that may be replaced, None for any."""
        insert = _INSERT[self._session.get_bind().dialect.name](_BLOCKS).values(day=day, version=1, **values)
        replaced = insert.on_conflict_do_update(
            index_elements=[_BLOCKS.c.day],
            set_={"version": _BLOCKS.c.version + 1, **values},
            where=_BLOCKS.c.version == was.version if was else None,
        )
        return await self._session.scalar(replaced.returning(_BLOCKS.c.version)) is not None
