"""Flags: raised by agents, resolved or dismissed once."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.flags import Flag, FlagCause, FlagStatus
from records.tables.people import FlagRow


def to_flag(row: FlagRow) -> Flag:
    return Flag.model_validate({name: getattr(row, name) for name in Flag.model_fields})


class Flags:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, flag: Flag) -> None:
        self._session.add(FlagRow(**flag.model_dump()))

    async def get(self, flag_id: str) -> Flag | None:
        row = await self._session.get(FlagRow, flag_id)
        return to_flag(row) if row else None

    async def lock(self, flag_id: str) -> FlagRow | None:
        """The row, locked until the unit of work ends: a flag is resolved once."""
        return await self._session.get(FlagRow, flag_id, with_for_update=True)

    async def page(
        self, *, status: FlagStatus | None = None, cause: FlagCause | None = None, after: str | None = None, limit: int = 50
    ) -> list[Flag]:
        """Newest first. Dismissed flags with the cause ``conversation`` are struggles: no document is to blame."""
        statement = select(FlagRow).order_by(FlagRow.id.desc()).limit(limit)
        if status:
            statement = statement.where(FlagRow.status == status)
        if cause:
            statement = statement.where(FlagRow.cause == cause)
        if after:
            statement = statement.where(FlagRow.id < after)
        return [to_flag(row) for row in await self._session.scalars(statement)]
