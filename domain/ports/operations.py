"""The operation ledger: the only way by which anything with a side effect is asked of the back office."""

from typing import Protocol

from pydantic import BaseModel

from domain.shop import Operation, Receipt


class DoneOperation(BaseModel):
    """An operation of ours that was carried out."""

    kind: str
    action: str
    order_id: str | None
    line_ids: list[str] = []


class OperationLedger(Protocol):
    async def execute(self, key: str, action: str, operation: Operation, line_ids: list[str]) -> Receipt:
        """Write `intended`, ask the back office, write `done`. Under a key that was done, the stored receipt returns.

        Raises ``Refused``, or ``DeskUnavailable`` where it stays unknown whether it happened: never retried here."""
        ...

    async def outcome(self, key: str) -> Receipt | None:
        """What became of a key: its receipt, or None where it certainly was not carried out.

        Raises ``Refused`` if it was refused, ``DeskUnavailable`` where that cannot be known now."""
        ...

    async def done(self, order_id: str) -> list[DoneOperation]:
        """What we did to an order, in any conversation, oldest first."""
        ...
