"""Everything that is held on a customer, as one readable document."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from domain.audit import Actor
from domain.clock import Clock
from domain.conversation import JsonObject
from domain.ports.order_desk import OrderDesk
from domain.shop import DeskUnavailable
from records.conversations import SavedCheckpoint
from records.engine.session import Database
from records.engine.unit import Unit
from records.everything import columns_of
from records.tables.conversation import ConversationRow
from rights.audit_log import AuditLog

_AT_ONCE = 20  # conversations a snapshot
_ORDERS = 1000

Opened = Callable[[bytes, str], str]  # a sealed box and its conversation's id → what is in it
StateOf = Callable[[SavedCheckpoint], dict[str, Any]]  # Any: a channel's value


class CustomerExport(BaseModel):
    """``conversations`` hold what is stored, as it is stored (masked), and beside it what is sealed, opened."""

    customer_id: str
    exported_at: datetime
    conversations: list[JsonObject]
    backoffice: JsonObject | None  # the merchant's card and orders; None where it does not answer now
    notes: dict[str, str]


_NOTES = {
    "masked": "What was written stands as it is stored: personal data was replaced by tokens before. `sealed` says what each stands for "
    "where that was kept; cards, social security numbers, passports and passwords never are.",
    "guests": "Conversations in which the customer never proved who they are belong to nobody and are not here: DELETE "
    "/v1/conversations/{id} erases one by its id.",
    "operations": "What was done to orders; `receipt` is the back office's answer.",
}


class Exporter:
    def __init__(
        self,
        database: Database,
        desk: OrderDesk,
        clock: Clock,
        audit: AuditLog,
        opened: Opened,
        state_of: StateOf,
        consent_subject: Callable[[str], str],
    ) -> None:
        self._database, self._desk, self._clock, self._audit = database, desk, clock, audit
        self._opened, self._state_of, self._consent_subject = opened, state_of, consent_subject

    async def customer(self, customer_id: str, actor: Actor) -> CustomerExport:
        """Also of a customer on whom nothing is held. The audit log is told before anything is given away."""
        await self._audit.told(actor, "customer_exported", self._audit.customer(customer_id))
        conversations: list[JsonObject] = []
        after: str | None = None
        while True:
            async with self._database.read() as unit:
                rows = await unit.everything.conversations(customer_id, after, _AT_ONCE)
                conversations += [await self._conversation(unit, row) for row in rows]
            if len(rows) < _AT_ONCE:
                break
            after = rows[-1].id
        return CustomerExport(
            customer_id=customer_id,
            exported_at=self._clock(),
            conversations=conversations,
            backoffice=await self._backoffice(customer_id),
            notes=_NOTES,
        )

    async def _conversation(self, unit: Unit, row: ConversationRow) -> JsonObject:
        parts = await unit.everything.parts(row.id)
        parts["sealed"] = [self._unsealed(row.id, sealed) for sealed in parts["sealed"]]
        consents = await unit.consents.of(self._consent_subject(row.id))
        held = await unit.conversations.checkpoint(row.id)
        whole: JsonObject = {
            **columns_of(row),
            **parts,
            "consents": [proof.model_dump(mode="json") for proof in consents],
            "working_state": self._state_of(held) if held else None,
        }
        readable: JsonObject = _readable(whole)
        return readable

    def _unsealed(self, conversation_id: str, sealed: JsonObject) -> JsonObject:
        box, told = sealed["box"], {k: v for k, v in sealed.items() if k != "box"}
        return {**told, "value": self._opened(box, conversation_id) if box else None}

    async def _backoffice(self, customer_id: str) -> JsonObject | None:
        try:
            customer = await self._desk.customer(customer_id)
            orders = await self._desk.orders(customer_id, limit=_ORDERS) if customer else []
        except DeskUnavailable:
            return None
        return {
            "customer": customer.model_dump(mode="json") if customer else None,
            "orders": [order.model_dump(mode="json") for order in orders],
        }


def _readable(value: Any) -> Any:  # Any: stored values of any shape
    """As JSON; what has no JSON form of its own is written as text."""
    if isinstance(value, dict):
        return {str(k): _readable(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_readable(v) for v in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return format(value, "f") if isinstance(value, Decimal) else str(value)
