"""The vault's rows: which token stands for what in a conversation. Sealing and opening is the caller's."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from domain.personal_data import Sealed
from records.engine.writes import Appends
from records.tables.ledger import VaultRow

_TOKENS = select(VaultRow.token, VaultRow.kind, VaultRow.digest, VaultRow.box).where(
    VaultRow.conversation_id == bindparam("conversation")
)


class VaultTokens:
    def __init__(self, session: Callable[[], AsyncSession], connection: AsyncConnection, appends: Appends) -> None:
        self._session, self._connection, self._appends = session, connection, appends

    async def of_conversation(self, conversation_id: str) -> list[Sealed]:
        rows = await self._connection.execute(_TOKENS, {"conversation": conversation_id})
        return [Sealed.model_construct(token=r.token, kind=r.kind, digest=r.digest, box=r.box) for r in rows]

    def keep(self, conversation_id: str, sealed: Sequence[Sealed], expires_at: datetime) -> None:
        for s in sealed:
            self._appends.add(
                VaultRow(
                    conversation_id=conversation_id,
                    token=s.token,
                    kind=s.kind,
                    digest=s.digest,
                    box=s.box,
                    expires_at=expires_at,
                )
            )

    async def box(self, conversation_id: str, token: str, now: datetime) -> bytes | None:
        """The sealed original of a token, unless it was never kept or has expired."""
        row = await self._session().get(VaultRow, (conversation_id, token))
        return row.box if row and row.expires_at > now else None

    async def forget_expired(self, now: datetime) -> None:
        await self._session().execute(delete(VaultRow).where(VaultRow.expires_at <= now))
