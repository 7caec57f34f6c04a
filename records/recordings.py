"""What the outside told each turn."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from domain.recording import Recording
from records.engine.appends import Appends
from records.tables.recording import RecordingRow

_TABLE = cast(Table, RecordingRow.__table__)  # declared as a FromClause


class Recordings:
    def __init__(self, session: Callable[[], AsyncSession], appends: Appends) -> None:
        self._session, self._appends = session, appends

    def add(self, conversation_id: str, turn_id: str, document: JsonObject, at: datetime) -> None:
        row = {"turn_id": turn_id, "conversation_id": conversation_id, "document": document, "created_at": at}
        self._appends.add_values(_TABLE, row)

    async def of_conversation(self, conversation_id: str) -> dict[str, Recording]:
        """By the id of the turn; those that asked nothing have none."""
        rows = await self._session().scalars(select(RecordingRow).where(RecordingRow.conversation_id == conversation_id))
        return {row.turn_id: Recording.model_validate(row.document) for row in rows}
