"""Staff in the database: their keys, made, listed and revoked with an entry in the audit log each; and their sessions, begun by a
sign-in, held by a cookie, asked about at the provider again and again.
"""

import logging
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from pydantic import BaseModel

from domain.audit import Actor
from domain.clock import Clock
from domain.errors import StorageUnavailable
from domain.ids import new_id
from domain.ports.identity_provider import IdentityProvider, KnownPerson, ProviderAway, ProviderSaysNo
from domain.staff import Role, Staff, hash_key
from records.engine.session import Database
from records.engine.unit import Unit
from records.tables.staff import StaffKeyRow, StaffPersonRow, StaffSessionRow
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


logger = logging.getLogger(__name__)

TRUSTED_WITHOUT_WORD = timedelta(
    hours=1
)  # since the provider's last yes: where it gives nothing to ask by, or does not answer
_ASK_AGAIN = timedelta(minutes=1)  # after it did not answer, and for others while one asks


class StaffSession(BaseModel):
    """Somebody who is signed in. ``subject`` is the provider's id of them."""

    id: str
    name: str
    subject: str
    role: Role
    created_at: datetime
    heard_at: datetime  # the provider's last yes
    ends_at: datetime


class StaffSessions:
    """``ask_every``: after so long the provider is asked again; ``longest``: after so long a person signs in anew."""

    def __init__(
        self,
        database: Database,
        audit: AuditLog,
        clock: Clock,
        provider: IdentityProvider,
        seal: Callable[[str, str], bytes],
        unseal: Callable[[bytes, str], str],
        ask_every: timedelta,
        longest: timedelta,
    ) -> None:
        self._database, self._audit, self._clock, self._provider = database, audit, clock, provider
        self._seal, self._unseal = seal, unseal
        self._ask_every, self._longest = ask_every, longest

    async def begin(self, unit: Unit, known: KnownPerson, role: Role, taken: list[str]) -> tuple[str, datetime]:
        """A cookie's value, known by its hash only, and when it ends."""
        now, cookie, session_id = self._clock(), secrets.token_urlsafe(32), new_id()
        person = await unit.staff_sessions.person(self._provider.issuer, known.subject, known.name, now, taken)
        box = self._seal(known.refresh_token, session_id) if known.refresh_token else None
        row = StaffSessionRow(
            id=session_id,
            person_id=person.id,
            cookie_hash=hash_key(cookie),
            role=role,
            refresh_box=box,
            created_at=now,
            heard_at=now,
            ask_at=now + self._ask_every,
            ends_at=now + self._longest,
        )
        unit.staff_sessions.add(row)
        actor = Actor(name=person.name, role=role)
        await self._audit.record(unit, actor, "staff_signed_in", f"session:{session_id}", person=known.subject)
        return cookie, row.ends_at

    async def staff(self, cookie_hash: str) -> Staff | None:
        """Whose cookie this is, after asking the provider where that is due. Raises ``StorageUnavailable``."""
        async with self._database.read() as unit:
            found = await unit.staff_sessions.by_cookie(cookie_hash)
        if found is None:
            return None
        row, person = found
        now, role = self._clock(), row.role
        if now >= row.ends_at:
            return None
        if now >= row.ask_at and row.refresh_box is not None:
            asked = await self._asked(row, person, now)
            if asked is None:
                return None
            role, heard_at = asked
        else:
            heard_at = row.heard_at
        if now - heard_at >= TRUSTED_WITHOUT_WORD:
            return None
        return Staff.model_validate({"role": role, "name": person.name, "key_hash": cookie_hash})

    async def end(self, unit: Unit, session_id: str, actor: Actor | None, why: str) -> bool:
        """``actor``: None for the person's own. False where there is no such session."""
        found = await unit.staff_sessions.by_id(session_id)
        if found is None or not await unit.staff_sessions.end(session_id):
            return False
        row, person = found
        who = actor or Actor(name=person.name, role=row.role)
        told = {"why": why, "person": person.subject}
        await self._audit.record(unit, who, "staff_signed_out", f"session:{session_id}", **told)
        return True

    async def end_by_cookie(self, unit: Unit, cookie_hash: str) -> bool:
        found = await unit.staff_sessions.by_cookie(cookie_hash)
        return found is not None and await self.end(unit, found[0].id, None, "signed out")

    async def all(self, unit: Unit) -> list[StaffSession]:
        now = self._clock()
        return [
            StaffSession.model_validate(
                {
                    **{name: getattr(row, name) for name in ("id", "role", "created_at", "heard_at", "ends_at")},
                    **{"name": person.name, "subject": person.subject},
                }
            )
            for row, person in await unit.staff_sessions.all()
            if row.ends_at > now
        ]

    async def _asked(self, row: StaffSessionRow, person: StaffPersonRow, now: datetime) -> tuple[str, datetime] | None:
        """Role and the time of the provider's last yes; None where it said no."""
        try:
            async with self._database.begin() as unit:
                if not await unit.staff_sessions.take_turn(row.id, now, now + _ASK_AGAIN):
                    return row.role, row.heard_at  # somebody else asks
            known = await self._provider.ask_again(self._unseal(row.refresh_box or b"", row.id), person.subject)
            if known is not None and known.role is None:
                raise ProviderSaysNo("no group of theirs has a role any more")
            box = self._seal(known.refresh_token, row.id) if known and known.refresh_token else None
            role = known.role if known else None
            async with self._database.begin() as unit:
                await unit.staff_sessions.renew(row.id, role, box, now, now + self._ask_every)
        except (ProviderAway, StorageUnavailable) as error:
            logger.warning("whether a session may go on cannot be asked or kept: %s", type(error).__name__)
            return row.role, row.heard_at
        except (ProviderSaysNo, ValueError) as error:  # ValueError: sealed under a key that is no longer held
            logger.info("a session ends: %s", error if isinstance(error, ProviderSaysNo) else "its token cannot be opened")
            async with self._database.begin() as unit:
                await self.end(unit, row.id, None, "the provider said no")
            return None
        return role or row.role, now
