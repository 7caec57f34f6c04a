"""Proofs of consent: what was shown, what was answered, when."""

from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.accountability import ConsentRow


class ConsentProof(BaseModel):
    """``words`` are as they were shown, ``words_version`` their SHA-256; ``given_by``: with the opening, a button, or words."""

    id: str
    granted: bool
    given_by: str
    mode: str
    region: str | None
    locale: str
    words: str
    words_version: str
    policy_version: str
    at: datetime


class Consents:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, subject: str, proof: ConsentProof) -> None:
        await self._session.execute(insert(ConsentRow).values(subject=subject, **proof.model_dump()))

    async def of(self, subject: str) -> list[ConsentProof]:
        """Oldest first."""
        rows = await self._session.scalars(select(ConsentRow).where(ConsentRow.subject == subject).order_by(ConsentRow.id))
        return [
            ConsentProof.model_validate({name: getattr(row, name) for name in ConsentProof.model_fields}) for row in rows
        ]
