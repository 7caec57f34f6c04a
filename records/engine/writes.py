"""What a unit of work writes: the rows that it adds, sent together, and the changes that somebody waits for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Column, Insert, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from records.tables.model import Model


@dataclass
class Changes:
    conversations: set[str] = field(default_factory=set)  # ids of those with new events, or a wish to stop a turn
    handoffs: bool = False  # something in the agents' queue
    jobs: set[str] = field(default_factory=set)  # kinds of jobs that were added
    articles: bool = False  # what searches find
    told_after: float = 0.0  # seconds after the commit until conversations and queue are told; jobs are at once

    def __bool__(self) -> bool:
        return bool(self.conversations or self.handoffs or self.jobs or self.articles)


# Told of a commit. It must not raise: what was committed stays.
Publish = Callable[[Changes], Awaitable[None]]


async def to_nobody(_: Changes) -> None:
    """Where a process has no readers: a command, a worker."""


_Row = dict[str, Any]  # column → value, of the column's own type


class Appends:
    """Cheaper on the path of a turn than the session's unit of work, which sorts, tracks and re-reads what it sends."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[_Row]] = {}

    def add(self, row: Model) -> None:
        """Send a row's values as they are when the unit of work is flushed."""
        table = cast(Table, row.__table__)  # declared as a FromClause
        self.add_values(table, {c.key: _value(row, c) for c in table.columns})

    def add_values(self, table: Table, values: _Row) -> None:
        self._rows.setdefault(table, []).append(values)

    async def flush(self) -> None:
        if not self._rows:
            return
        waiting, self._rows = self._rows, {}
        for table in sorted(waiting, key=_depth):
            await self._connection.execute(_insert_into(table), waiting[table])


def _value(row: Model, column: Column[Any]) -> Any:  # Any: of the column's type
    value = getattr(row, column.key)
    if value is None and isinstance(column.default, ScalarElementColumnDefault):
        return column.default.arg
    return value


_DEPTHS: dict[Table, int] = {}
_INSERTS: dict[Table, Insert] = {}


def _depth(table: Table) -> int:
    """A table's place in the order in which foreign keys allow rows to be added."""
    if not _DEPTHS:
        _DEPTHS.update({t: place for place, t in enumerate(table.metadata.sorted_tables)})
    return _DEPTHS[table]


def _insert_into(table: Table) -> Insert:
    if table not in _INSERTS:
        _INSERTS[table] = insert(table)
    return _INSERTS[table]
