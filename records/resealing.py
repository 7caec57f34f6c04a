"""Sealed values under a newer key: read, sealed again, and written in steps, so that it may stop anywhere and be run again."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, or_, select, update

from records.engine.session import Database
from records.tables.ledger import VaultKeyRow, VaultRow

_AT_ONCE = 500

Resealed = Callable[[bytes, str], bytes | None]  # a box and its conversation → the new one; None where it is current


async def reseal(database: Database, resealed: Resealed) -> tuple[int, int]:
    """How many values were sealed anew, and how many were current. Raises ``ValueError`` where no key opens one."""
    anew, current, after = 0, 0, ("", "")
    while True:
        async with database.begin() as unit:
            query = (
                select(VaultRow.conversation_id, VaultRow.token, VaultRow.box)
                .where(VaultRow.box.is_not(None))
                .where(_later(after))
                .order_by(VaultRow.conversation_id, VaultRow.token)
                .limit(_AT_ONCE)
            )
            rows = (await unit.session.execute(query)).all()
            for conversation_id, token, box in rows:
                new = resealed(box, conversation_id)
                if new is None:
                    current += 1
                    continue
                anew += 1
                this = (VaultRow.conversation_id == conversation_id, VaultRow.token == token)
                await unit.session.execute(
                    update(VaultRow).where(*this).values(box=new), execution_options={"synchronize_session": False}
                )
        if len(rows) < _AT_ONCE:
            return anew, current
        after = (rows[-1].conversation_id, rows[-1].token)


def _later(after: tuple[str, str]) -> ColumnElement[bool]:
    same = and_(VaultRow.conversation_id == after[0], VaultRow.token > after[1])
    return or_(VaultRow.conversation_id > after[0], same)


async def mark_anew(database: Database, mark: str) -> None:
    """The database is now of another key: the one that makes this mark."""
    async with database.begin() as unit:
        await unit.session.execute(update(VaultKeyRow).values(mark=mark))
