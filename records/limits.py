"""Counts of what is limited. Each row is locked before it is counted, so that no two replicas take the last use."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, bindparam, case, delete, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from records.tables.ledger import LimitRow, OpeningsRow

_LIMITED = cast(Table, LimitRow.__table__)  # declared as FromClauses
_OPENINGS = cast(Table, OpeningsRow.__table__)


class _Statements:
    """What each use needs, built once: building costs more than running it."""

    def __init__(self, insert: Callable[[Table], Any]) -> None:  # Any: PostgreSQL's or SQLite's own insert, alike here
        row = insert(_OPENINGS).values(key=bindparam("key"), minute=bindparam("minute"), opened=bindparam("opened"))
        # A replica whose clock is a little behind counts with the others; one minute ahead, and not more: clocks jump.
        is_same = or_(_OPENINGS.c.minute == row.excluded.minute, _OPENINGS.c.minute == row.excluded.minute + 1)
        changed = {
            "opened": case((is_same, _OPENINGS.c.opened + row.excluded.opened), else_=row.excluded.opened),
            "minute": case((is_same, _OPENINGS.c.minute), else_=row.excluded.minute),
        }
        self.count = row.on_conflict_do_update(index_elements=[_OPENINGS.c.key], set_=changed).returning(_OPENINGS.c.opened)
        held = insert(_LIMITED).values(key=bindparam("key"), uses=bindparam("uses"), ends_at=bindparam("ends_at"))
        # It makes the row or waits for whoever holds it, on both databases.
        self.hold = held.on_conflict_do_update(index_elements=[_LIMITED.c.key], set_={"key": held.excluded.key}).returning(
            _LIMITED.c.uses
        )


_STATEMENTS = {"postgresql": _Statements(postgresql.insert), "sqlite": _Statements(sqlite.insert)}


class LimitUses:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._statements = _STATEMENTS[connection.dialect.name]

    async def take(self, key: str, holder: str, most: int, per: timedelta, now: datetime) -> bool:
        """Count one more use, unless ``holder`` has it already; False where none is left.

        Take several keys in one order everywhere: each stays locked until the transaction ends."""
        uses = await self._locked(key, per, now)
        if any(use[0] == holder for use in uses):
            return True
        if len(uses) >= most:
            return False
        await self._write(key, [*uses, (holder, now.timestamp())], now + per)
        return True

    async def give_back(self, key: str, holder: str, per: timedelta, now: datetime) -> None:
        uses = await self._locked(key, per, now)
        await self._write(key, [use for use in uses if use[0] != holder], now + per)

    async def is_full(self, key: str, most: int, per: timedelta, now: datetime) -> bool:
        """Whether none is left, without taking one."""
        return len(await self._locked(key, per, now)) >= most

    async def count(self, key: str, now: datetime, more: int = 1) -> int:
        """Count so many more uses of this minute; how many that makes."""
        given = {"key": key, "minute": int(now.timestamp()) // 60, "opened": more}
        return int((await self._connection.execute(self._statements.count, given)).scalar_one())

    async def forget(self, now: datetime) -> None:
        """Drop what no longer counts."""
        await self._connection.execute(delete(_LIMITED).where(_LIMITED.c.ends_at < now))
        await self._connection.execute(delete(_OPENINGS).where(_OPENINGS.c.minute < int(now.timestamp()) // 60 - 1))

    async def _locked(self, key: str, per: timedelta, now: datetime) -> list[tuple[str, float]]:
        """The uses that still count; the row stays locked until the transaction ends."""
        given = {"key": key, "uses": [], "ends_at": now + per}
        found = (await self._connection.execute(self._statements.hold, given)).scalar_one()
        earliest, latest = (now - per).timestamp(), (now + per).timestamp()
        # What lies in the future was counted before the clock was put back.
        return [(use[0], use[1]) for use in found if earliest < use[1] <= latest]

    async def _write(self, key: str, uses: Sequence[object], ends_at: datetime) -> None:
        await self._connection.execute(
            update(_LIMITED).where(_LIMITED.c.key == key).values(uses=list(uses), ends_at=ends_at)
        )
