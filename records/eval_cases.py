"""Cases that a fixed answer must pass from then on."""

from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from records.tables.answers import EvalCaseRow


class EvalCase(BaseModel):
    """``document`` is a case of an eval suite (`supportgraph evals schema`), all of it masked."""

    id: str
    flag_id: str
    conversation_id: str
    article_id: str
    document: JsonObject
    created_at: datetime


class EvalCases:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, case: EvalCase) -> None:
        self._session.add(EvalCaseRow(**case.model_dump()))

    async def page(self, after: str | None = None, limit: int = 200) -> list[EvalCase]:
        """Oldest first."""
        statement = select(EvalCaseRow).order_by(EvalCaseRow.id).limit(limit)
        if after:
            statement = statement.where(EvalCaseRow.id > after)
        return [
            EvalCase.model_validate({name: getattr(row, name) for name in EvalCase.model_fields})
            for row in await self._session.scalars(statement)
        ]
