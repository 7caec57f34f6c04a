"""Staff keys in the database: made, listed and revoked, with an entry in the audit log each."""

import secrets
from datetime import datetime

from pydantic import BaseModel

from domain.audit import Actor
from domain.clock import Clock
from domain.ids import new_id
from domain.staff import Role, hash_key
from records.engine.unit import Unit
from records.tables.staff import StaffKeyRow
from rights.audit_log import AuditLog


class StaffKey(BaseModel):
    """A key without the key: only its hash is kept. ``last_used_at`` is to the minute."""

    id: str
    role: str
    name: str
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


class MadeKey(StaffKey):
    key: str  # shown this once


class StaffKeyService:
    def __init__(self, audit: AuditLog, clock: Clock) -> None:
        self._audit, self._clock = audit, clock

    async def create(self, unit: Unit, role: Role, name: str, actor: Actor) -> MadeKey:
        key, now = f"sg-{secrets.token_urlsafe(32)}", self._clock()
        row = StaffKeyRow(id=new_id(), role=role, name=name, key_hash=hash_key(key), created_at=now)
        unit.staff_keys.add(row)
        await self._audit.record(unit, actor, "key_created", f"key:{row.id}", role=role, name=name)
        return MadeKey(key=key, **_shown(row).model_dump())

    async def all(self, unit: Unit) -> list[StaffKey]:
        """Oldest first, revoked ones too."""
        return [_shown(row) for row in await unit.staff_keys.all()]

    async def revoke(self, unit: Unit, key_id: str, actor: Actor) -> bool:
        """False where there is no active key with this id."""
        if not await unit.staff_keys.revoke(key_id, self._clock()):
            return False
        await self._audit.record(unit, actor, "key_revoked", f"key:{key_id}")
        return True


def _shown(row: StaffKeyRow) -> StaffKey:
    return StaffKey.model_validate({name: getattr(row, name) for name in StaffKey.model_fields})
