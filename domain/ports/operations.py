"""The operation ledger: the only way by which anything with a side effect is asked of the back office."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from pydantic import BaseModel

from domain.money import Money
from domain.shop import Operation, OperationKind, Receipt


class KnownOperation(BaseModel):
    """An operation of ours on an order, in any conversation: carried out, or on its way and not yet known.

    ``quantities``: pieces by line; a line of ``line_ids`` that is not in it was meant whole. ``amount`` is signed as in the
    back-office contract."""

    key: str
    kind: OperationKind
    action: str
    order_id: str | None
    line_ids: list[str] = []
    quantities: dict[str, int] = {}
    amount: Money | None = None
    is_done: bool = True
    at: datetime

    @property
    def goes_out(self) -> Money | None:
        """The money that goes to the customer by it, if any does."""
        return going_out(self.kind, self.amount)


def going_out(kind: OperationKind | None, amount: Money | None) -> Money | None:
    """The money that an operation gives to the customer: of exchanges and changes it is what stands below zero."""
    if amount is None or kind in (None, "change_payment_method"):
        return None
    if kind in ("exchange_items", "change_order_items"):
        amount = -amount
    return amount if amount.is_positive else None


# Called under the order's lock with what is known of it by then; raises where the operation may not be any more.
Permits = Callable[[Sequence[KnownOperation]], None]


class OperationLedger(Protocol):
    async def execute(
        self, key: str, action: str, operation: Operation, quantities: Mapping[str, int], permits: Permits | None = None
    ) -> Receipt:
        """Write `sent`, ask the back office, write `done`. Under a key that was done, the stored receipt returns.

        ``quantities``: pieces by line that it takes. ``permits`` is asked under the lock of the order, so that what limits
        allow once is never done twice, whatever the back office checks.
        Raises ``Refused``, or ``DeskUnavailable`` where it stays unknown whether it happened: never retried here."""
        ...

    async def outcome(self, key: str) -> Receipt | None:
        """What became of a key: its receipt, or None where it certainly was not carried out.

        Raises ``Refused`` if it was refused, ``DeskUnavailable`` where that cannot be known now."""
        ...

    async def known(self, order_id: str) -> list[KnownOperation]:
        """What we did to an order or are doing to it, in any conversation, oldest first."""
        ...
