"""Staff: keys that the command line or the API made, of which only hashes are here; and people who signed in, with their sessions."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.ids import new_id
from records.tables.staff import StaffKeyRow, StaffPersonRow, StaffSessionRow

NOTED_EVERY = timedelta(minutes=1)


class StaffKeys:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, row: StaffKeyRow) -> None:
        self._session.add(row)

    async def by_hash(self, key_hash: str) -> StaffKeyRow | None:
        rows = await self._session.scalars(
            select(StaffKeyRow).where(StaffKeyRow.key_hash == key_hash, StaffKeyRow.revoked_at.is_(None))
        )
        return rows.one_or_none()

    async def used(self, key_hash: str, at: datetime) -> None:
        """Note its use; what was noted a minute ago is left."""
        row = await self.by_hash(key_hash)
        if row is not None and (row.last_used_at is None or at - row.last_used_at >= NOTED_EVERY):
            row.last_used_at = at

    async def all(self) -> list[StaffKeyRow]:
        return list(await self._session.scalars(select(StaffKeyRow).order_by(StaffKeyRow.id)))

    async def revoke(self, key_id: str, at: datetime) -> bool:
        row = await self._session.get(StaffKeyRow, key_id)
        if row is None or row.revoked_at is not None:
            return False
        row.revoked_at = at
        return True


_LOCK = 723916  # of people's names, on PostgreSQL; SQLite has one writer at a time anyway


class StaffSessionRows:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def person(
        self, issuer: str, subject: str, claimed: str, now: datetime, taken: Iterable[str] = ()
    ) -> StaffPersonRow:
        """Known or new, under a name that is nobody else's: neither another person's, nor that of a key in the database, nor ``taken``."""
        if self._session.get_bind().dialect.name == "postgresql":
            await self._session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        found = await self._session.scalar(
            select(StaffPersonRow).where(StaffPersonRow.issuer == issuer, StaffPersonRow.subject == subject)
        )
        if found is not None and found.claimed_name == claimed:
            return found
        name = await self._free(claimed, set(taken), found.id if found else "")
        if found is None:
            found = StaffPersonRow(id=new_id(), issuer=issuer, subject=subject, created_at=now)
            self._session.add(found)
        found.name, found.claimed_name = name, claimed
        await self._session.flush()
        return found

    async def _free(self, claimed: str, taken: set[str], own_id: str) -> str:
        people = select(StaffPersonRow.name).where(
            StaffPersonRow.id != own_id, StaffPersonRow.name.startswith(claimed, autoescape=True)
        )
        keys = select(StaffKeyRow.name).where(
            StaffKeyRow.revoked_at.is_(None), StaffKeyRow.name.startswith(claimed, autoescape=True)
        )
        used = {*taken, *await self._session.scalars(people), *await self._session.scalars(keys)}
        name, number = claimed, 1
        while name in used:
            number += 1
            name = f"{claimed} {number}"
        return name

    def add(self, row: StaffSessionRow) -> None:
        self._session.add(row)

    async def by_cookie(self, cookie_hash: str) -> tuple[StaffSessionRow, StaffPersonRow] | None:
        return await self._one(StaffSessionRow.cookie_hash == cookie_hash)

    async def by_id(self, session_id: str) -> tuple[StaffSessionRow, StaffPersonRow] | None:
        return await self._one(StaffSessionRow.id == session_id)

    async def all(self) -> list[tuple[StaffSessionRow, StaffPersonRow]]:
        """Oldest first."""
        query = select(StaffSessionRow, StaffPersonRow).join(StaffPersonRow).order_by(StaffSessionRow.id)
        return [(row[0], row[1]) for row in await self._session.execute(query)]

    async def take_turn(self, session_id: str, now: datetime, next_at: datetime) -> bool:
        """Whether it is this process that asks the provider now: a token that renews may be used once."""
        due = update(StaffSessionRow).where(StaffSessionRow.id == session_id, StaffSessionRow.ask_at <= now)
        result = await self._session.execute(due.values(ask_at=next_at), execution_options={"synchronize_session": False})
        return cast(CursorResult[Any], result).rowcount == 1

    async def renew(
        self, session_id: str, role: str | None, box: bytes | None, heard_at: datetime, ask_at: datetime
    ) -> None:
        """``role``, ``box``: None where they stay."""
        values: dict[str, Any] = {"heard_at": heard_at, "ask_at": ask_at}  # Any: values of columns
        values |= {name: given for name, given in (("role", role), ("refresh_box", box)) if given is not None}
        query = update(StaffSessionRow).where(StaffSessionRow.id == session_id).values(**values)
        await self._session.execute(query, execution_options={"synchronize_session": False})

    async def end(self, session_id: str) -> bool:
        """The row goes: who signed in and out is in the audit log."""
        query = delete(StaffSessionRow).where(StaffSessionRow.id == session_id)
        result = await self._session.execute(query, execution_options={"synchronize_session": False})
        return cast(CursorResult[Any], result).rowcount == 1

    async def forget_ended(self, now: datetime) -> None:
        await self._session.execute(
            delete(StaffSessionRow).where(StaffSessionRow.ends_at <= now), execution_options={"synchronize_session": False}
        )

    async def _one(self, condition: Any) -> tuple[StaffSessionRow, StaffPersonRow] | None:  # Any: SQLAlchemy's conditions
        row = (
            await self._session.execute(select(StaffSessionRow, StaffPersonRow).join(StaffPersonRow).where(condition))
        ).one_or_none()
        return (row[0], row[1]) if row else None
