"""Which vault key a database's sealed values are of: a keyed value that only the same key makes again; and the way to a newer key."""

import hmac
from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from domain.ports.privacy import Vault
from records.engine.session import Database
from records.engine.unit import Unit
from records.tables.ledger import VaultKeyRow, VaultRow

_CONTEXT = "supportgraph/vault key"
_PROVEN = 20  # sealed values that a key must open where the database does not say yet which one it is


def key_mark(vault: Vault) -> str:
    """What only this key makes."""
    return vault.digest("mark", _CONTEXT)


async def hold_vault_key(database: Database, vault: Vault) -> bool:
    """Whether ``vault``'s key is the database's. The first key that asks becomes it, if it opens what is sealed already."""
    mark = key_mark(vault)
    for _ in range(2):
        async with database.read() as unit:
            held = await unit.session.scalar(select(VaultKeyRow.mark))
            opens = held is not None or await _opens(unit, vault)
        if held is not None:
            return hmac.compare_digest(held, mark)
        if not opens:
            return False
        async with database.begin() as unit:  # another replica may be first: then its key is the key
            insert = sqlite_insert if database.is_sqlite else postgresql_insert
            await unit.connection.execute(insert(VaultKeyRow).values(id=1, mark=mark).on_conflict_do_nothing())
    raise RuntimeError("the mark of the vault key was not kept")


async def _opens(unit: Unit, vault: Vault) -> bool:
    boxes = select(VaultRow.conversation_id, VaultRow.box).where(VaultRow.box.is_not(None)).limit(_PROVEN)
    try:
        for conversation_id, box in await unit.session.execute(boxes):
            vault.open(box, conversation_id)
    except ValueError:
        return False
    return True


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
