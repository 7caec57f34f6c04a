"""Who saw, unsealed, approved, changed, exported and erased: an append-only log, each entry chained to the one before."""

import logging
import time
from collections.abc import Callable, Sequence

from domain.audit import FIRST, Actor, AuditEntry, AuditKind, ChainReport
from domain.clock import Clock
from domain.errors import StorageUnavailable
from records.engine.session import Database
from records.engine.unit import Unit

logger = logging.getLogger(__name__)

SEEN_AGAIN_SECONDS = 600.0  # a console that reads a transcript again and again has seen it once
_REMEMBERED = 10_000

Mark = Callable[[str], str]  # an entry's hash → what only a holder of the vault's key makes of it


class AuditLog:
    """``marks``: of the current vault key first, then of those before it that are still held."""

    def __init__(
        self, database: Database, clock: Clock, marks: Sequence[Mark], customer_digest: Callable[[str], str]
    ) -> None:
        self._database, self._clock, self._marks, self._digest = database, clock, marks, customer_digest
        self._told_at: dict[tuple[str, str], float] = {}

    def customer(self, customer_id: str) -> str:
        """How the log names a customer."""
        return f"customer:{self._digest(customer_id)[:32]}"

    async def record(
        self, unit: Unit, actor: Actor, kind: AuditKind, subject: str | None = None, **detail: object
    ) -> AuditEntry:
        """Append an entry in the caller's transaction: what it tells of and the entry are stored together or not at all."""
        last = await unit.audit.lock_end()
        entry = AuditEntry(
            seq=last.seq + 1 if last else 1,
            at=self._clock(),
            actor=actor.name,
            role=actor.role,
            kind=kind,
            subject=subject,
            detail=detail,
            previous=last.hash if last else FIRST,
            hash="",
        )
        entry.hash = entry.computed_hash()
        await unit.audit.append(entry, self._marks[0](entry.hash))
        return entry

    async def told(self, actor: Actor, kind: AuditKind, subject: str | None = None, **detail: object) -> None:
        """Append an entry in a transaction of its own. Raises ``StorageUnavailable``."""
        async with self._database.begin() as unit:
            await self.record(unit, actor, kind, subject, **detail)

    async def saw(self, actor: Actor, conversation_id: str, what: str) -> None:
        """Somebody of the staff reads what a customer wrote. Where the storage takes no writes, reading goes on, and the
        process's log says who."""
        if not await self.once(actor, "conversation_seen", f"conversation:{conversation_id}", what=what):
            logger.error(
                "an audit entry could not be stored", extra={"actor": actor.name, "conversation_id": conversation_id}
            )

    async def saw_records(self, actor: Actor, customer_id: str | None, what: str) -> None:
        """Somebody of the staff reads what the back office holds of a customer, or of many (None). As ``saw`` otherwise."""
        subject = self.customer(customer_id) if customer_id else "customers"
        if not await self.once(actor, "customer_seen", subject, what=what):
            logger.error("an audit entry could not be stored", extra={"actor": actor.name, "subject": subject})

    async def once(self, actor: Actor, kind: AuditKind, subject: str, **detail: object) -> bool:
        """Tell of what somebody does again and again, such as reading, once in ten minutes; whether the log knows of it."""
        now, key = time.monotonic(), (actor.name, f"{kind} {subject} {sorted(detail.items())}")
        if now - self._told_at.get(key, -SEEN_AGAIN_SECONDS) < SEEN_AGAIN_SECONDS:
            return True
        try:
            await self.told(actor, kind, subject, **detail)
        except StorageUnavailable:
            return False
        if len(self._told_at) >= _REMEMBERED:
            self._told_at.clear()
        self._told_at[key] = now
        return True

    async def verify(self) -> ChainReport:
        """Read the whole log and compute every hash and mark again."""
        report, previous, expected = ChainReport(entries=0, head=FIRST), FIRST, 1
        async with self._database.read() as unit:
            async for entry, mark in unit.audit.whole():
                why = self._what_is_wrong(entry, previous, expected)
                if why:
                    return report.model_copy(update={"broken_at": entry.seq, "why": why})
                if mark not in {make(entry.hash) for make in self._marks}:
                    report.under_other_keys += 1
                report.entries, report.head, previous, expected = entry.seq, entry.hash, entry.hash, entry.seq + 1
        return report

    async def missing(self, head: str) -> str | None:
        """What is wrong with the log by an earlier check's ``seq:hash``; None where that entry is still there."""
        number, _, known = head.partition(":")
        if not number.isdecimal():
            return f"{head!r} is not SEQ:HASH"
        if int(number) == 0:
            return None
        async with self._database.read() as unit:
            found = await unit.audit.page(after=int(number) + 1, limit=1)
        if not found or found[0].seq != int(number):
            return f"entry {number} is no longer there: the log was cut off"
        return None if found[0].hash == known else f"entry {number} is another than it was"

    def _what_is_wrong(self, entry: AuditEntry, previous: str, expected: int) -> str | None:
        if entry.seq != expected:
            return f"entry {expected} is missing"
        if entry.previous != previous:
            return "it is not chained to the entry before"
        return None if entry.hash == entry.computed_hash() else "it was changed after it was written"
