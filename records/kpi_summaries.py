"""Summaries for the key figures, as they were last made; the records stay the only truth."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import String, Table, delete, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from records.tables.conversation import ConversationRow
from records.tables.kpi import KpiMarkRow, KpiSummaryRow

_ROWS = cast(Table, KpiSummaryRow.__table__)  # declared as a FromClause
_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}  # alike here


class KpiSummaries:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def read_until(self, definitions: str) -> datetime | None:
        """Until when changes are in what is kept; None where that was made by other definitions."""
        mark = await self._session.get(KpiMarkRow, definitions)
        return mark.read_until if mark else None

    async def all(self) -> str:
        """A JSON array: what is kept of each."""
        rows = await self._session.scalars(select(sql_cast(KpiSummaryRow.counted, String)))
        return f"[{','.join(rows)}]"

    async def keep(self, counted: Mapping[str, JsonObject], read_at: datetime) -> None:
        """By conversation; of those that are there still, and of which nothing later is kept."""
        there = select(ConversationRow.id).where(ConversationRow.id.in_(counted)).with_for_update(read=True, key_share=True)
        rows = [
            {"conversation_id": i, "read_at": read_at, "counted": counted[i]} for i in await self._session.scalars(there)
        ]
        if not rows:
            return
        insert = _INSERT[self._session.get_bind().dialect.name](_ROWS)
        changed = {"read_at": insert.excluded.read_at, "counted": insert.excluded.counted}
        is_later = _ROWS.c.read_at <= insert.excluded.read_at
        # One statement for every row, which is compiled once: with all values in one, it would be made anew each time, and that
        # takes the questions that are asked meanwhile longer than the writing.
        await self._session.execute(
            insert.on_conflict_do_update(index_elements=[_ROWS.c.conversation_id], set_=changed, where=is_later), rows
        )

    async def kept_until(self, definitions: str, read_until: datetime) -> None:
        """What changed before is kept, made by these definitions. A replica that looked earlier takes nothing back."""
        await self._session.execute(delete(KpiMarkRow).where(KpiMarkRow.definitions != definitions))
        mark = await self._session.get(KpiMarkRow, definitions, with_for_update=True)
        if mark is None:
            self._session.add(KpiMarkRow(definitions=definitions, read_until=read_until))
        else:
            mark.read_until = max(mark.read_until, read_until)
