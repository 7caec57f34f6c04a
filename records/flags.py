"""Flags: raised by agents, resolved or dismissed once; and cases of eval suites, which a fixed answer must pass from then on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from domain.flags import Flag, FlagCause, FlagStatus
from records.tables.knowledge import EvalCaseRow
from records.tables.ratings import FlagRow


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


Source = Literal["flag", "conversation"]


class EvalCase(BaseModel):
    """``document`` is a case of an eval suite (`supportgraph evals schema`), all of it masked. One that somebody kept of a
    conversation has neither flag nor article."""

    id: str
    flag_id: str | None
    conversation_id: str
    article_id: str | None
    remedy_id: str | None = None  # by which it was kept
    document: JsonObject
    created_at: datetime


class EvalCases:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, case: EvalCase) -> None:
        self._session.add(EvalCaseRow(**case.model_dump()))

    async def of_remedies(self, ids: Sequence[str]) -> dict[str, int]:
        """How many each keeps."""
        row = EvalCaseRow
        query = select(row.remedy_id, func.count()).where(row.remedy_id.in_(ids)).group_by(row.remedy_id)
        return {str(remedy_id): n for remedy_id, n in await self._session.execute(query)}

    async def forget_of(self, remedy_id: str) -> None:
        await self._session.execute(delete(EvalCaseRow).where(EvalCaseRow.remedy_id == remedy_id))

    async def page(self, after: str | None = None, limit: int = 200, source: Source | None = None) -> list[EvalCase]:
        """Oldest first."""
        statement = select(EvalCaseRow).order_by(EvalCaseRow.id).limit(limit)
        if after:
            statement = statement.where(EvalCaseRow.id > after)
        if source:
            is_flag = EvalCaseRow.flag_id.is_not(None)
            statement = statement.where(is_flag if source == "flag" else ~is_flag)
        return [
            EvalCase.model_validate({name: getattr(row, name) for name in EvalCase.model_fields})
            for row in await self._session.scalars(statement)
        ]
