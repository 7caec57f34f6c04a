"""Which vault key a database's sealed values are of: a keyed value that only the same key makes again."""

import hmac

from sqlalchemy import select
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
