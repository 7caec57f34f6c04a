"""Erasure: of a customer, of one conversation, and of what retention says is old enough."""

import dataclasses
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, TypeAdapter

from domain.audit import Actor
from domain.clock import Clock
from domain.errors import NotFound
from domain.ids import new_id
from records.engine.cleaning import clean, residue
from records.engine.session import Database
from records.engine.unit import Unit
from records.erasure import ErasedFacts, ErasedRows
from records.kpi_facts import ConversationFacts
from rights.audit_log import AuditLog

_AT_ONCE = 50  # conversations a transaction: others write in between
_FACTS = TypeAdapter(ConversationFacts)

# What the service's own stores are, beside its tables. None of them holds what customers write.
_NOT_OURS = {
    "search index (Chroma, full text)": "holds articles only",
    "log": "holds ids only, never text",
    "back office": "the merchant's own system: erase there what the law wants erased",
    "backups": "erase from copies of the data folder or the database by their own retention, or restore and erase again",
}


class ErasureReceipt(BaseModel):
    """What was erased where. ``checked``: how many ids of erased messages were looked for in the stores' files, and not found."""

    id: str
    at: datetime
    conversations: int
    erased: dict[str, int]  # rows by table
    counted: int  # conversations that the key figures go on counting, without words and under new ids
    kept: dict[str, str]  # what stays, and why
    elsewhere: dict[str, str]
    checked: int


class Eraser:
    """``forget_mails``: the embedded shop's copies of what it sent to a customer; how many there were."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        audit: AuditLog,
        forget_mails: Callable[[str], Awaitable[int]] | None = None,
    ) -> None:
        self._database, self._clock, self._audit, self._forget_mails = database, clock, audit, forget_mails

    async def customer(self, customer_id: str, actor: Actor) -> ErasureReceipt:
        """Everything of a customer's proven conversations. Again for one who is unknown or gone: a receipt of nothing."""
        erased, counted, receipt_id = ErasedRows(), 0, new_id()
        stands_for = new_id()  # so that who came back is still counted as one who came back
        while True:
            async with self._database.begin() as unit:
                ids = await unit.erasure.conversations_of(customer_id, _AT_ONCE)
                if not ids:
                    subject = self._audit.customer(customer_id)
                    await self._audit.record(unit, actor, "customer_erased", subject, receipt=receipt_id, **_told(erased))
                    break
                counted += await self._erase(unit, ids, erased, stands_for)
        if self._forget_mails is not None:
            erased.add("shop's outbox", await self._forget_mails(customer_id))
        return await self._receipt(receipt_id, erased, counted)

    async def conversation(self, conversation_id: str, actor: Actor) -> ErasureReceipt:
        """Raises ``NotFound``."""
        erased, receipt_id = ErasedRows(), new_id()
        async with self._database.begin() as unit:
            if await unit.conversations.get(conversation_id) is None:
                raise NotFound
            counted = await self._erase(unit, [conversation_id], erased, None)
            await self._audit.record(
                unit, actor, "conversation_erased", f"conversation:{conversation_id}", receipt=receipt_id, **_told(erased)
            )
        return await self._receipt(receipt_id, erased, counted)

    async def ended_before(self, before: datetime) -> ErasedRows:
        """Conversations in which nothing has happened since then; files are cleaned by the caller."""
        erased = ErasedRows()
        while True:
            async with self._database.begin() as unit:
                ids = await unit.erasure.conversations_ended(before, _AT_ONCE)
                if not ids:
                    return erased
                await self._erase(unit, ids, erased, None)

    async def _erase(self, unit: Unit, ids: list[str], erased: ErasedRows, stands_for: str | None) -> int:
        for conversation_id in ids:  # whoever runs a turn of it now finds no row to commit to
            await unit.conversations.lock(conversation_id)
        facts = [_left(fact, stands_for) for fact in await unit.kpi_facts.of(ids)]
        await unit.erasure.erase(ids, facts, erased)
        unit.conversations.forget(ids)
        unit.changes.handoffs = True
        return len(facts)

    async def _receipt(self, receipt_id: str, erased: ErasedRows, counted: int) -> ErasureReceipt:
        looked_for = sorted(set(erased.message_ids))
        await clean(self._database)
        if await residue(self._database, looked_for):
            await clean(self._database)  # a reader held the journal: it has gone on meanwhile, or this waits for it
        left = await residue(self._database, looked_for)
        if left:
            raise RuntimeError(f"{len(left)} erased rows have left traces in the database's files")
        return ErasureReceipt(
            id=receipt_id,
            at=self._clock(),
            conversations=erased.by_table.get("conversation", 0),
            erased={table: n for table, n in sorted(erased.by_table.items()) if n and "detached" not in table},
            counted=counted,
            kept={
                "operation": f"{erased.by_table.get('operation (detached)', 0)} operations on orders, without the conversation: "
                "their limits count them, and accounts have to be kept",
                "consent": "proofs of consent, which name nobody: who gave it is a keyed digest",
                "audit": "who saw, exported and erased; a customer is named by a keyed digest",
            },
            elsewhere=_NOT_OURS,
            checked=len(looked_for) if self._database.is_sqlite else 0,
        )


def _told(erased: ErasedRows) -> dict[str, int]:
    return {
        "conversations": erased.by_table.get("conversation", 0),
        "messages": erased.by_table.get("message", 0),
    }


def _left(fact: ConversationFacts, stands_for: str | None) -> ErasedFacts:
    """The counts of a conversation under a new id, all its times moved to the beginning of its hour."""
    began = fact.created_at
    moved = began.replace(minute=0, second=0, microsecond=0) - began
    new = dataclasses.replace(fact, id=new_id(), customer_id=stands_for)
    document: dict[str, Any] = _FACTS.dump_python(_moved(new, moved), mode="json")
    return ErasedFacts(new.id, began + moved, document)


def _moved(value: Any, by: timedelta) -> Any:  # Any: the fields of facts, at any depth
    if isinstance(value, datetime):
        return value + by
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    if isinstance(value, list):
        return [_moved(item, by) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(value, **{f.name: _moved(getattr(value, f.name), by) for f in dataclasses.fields(value)})
    return value
