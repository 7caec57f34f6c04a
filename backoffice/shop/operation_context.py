"""One operation at the shop's counter: who asks, about which order, and what goes out."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from backoffice.shop.store import ShopStore
from domain.errors import ValidationFailed
from domain.ids import new_id
from domain.shop import Customer, Operation, Order, OrderLine, OrderStatus, Refused

# The receipt's `result`: facts of the operation, JSON-plain.
Result = dict[str, Any]


@dataclass
class OperationContext:
    """``customer`` and ``order`` are changed in place and saved when the operation ends well."""

    operation: Operation
    customer: Customer
    at: datetime
    store: ShopStore
    own_order: Order | None = None  # the customer's own, locked; None where the operation names none
    messages: list[dict[str, Any]] = field(default_factory=list)
    deletes_account: bool = False

    @property
    def order(self) -> Order:
        if self.own_order is None:
            raise ValidationFailed(f"{self.operation.kind} needs an order_id")
        return self.own_order

    def argument(self, name: str) -> object:
        return self.operation.arguments.get(name)

    def text_argument(self, name: str) -> str | None:
        """A string argument, None where it is left out. Raises ``ValidationFailed`` for anything else."""
        value = self.argument(name)
        if value is not None and not isinstance(value, str):
            raise ValidationFailed(f"{name} is a string")
        return value

    def require_status(self, *allowed: OrderStatus) -> None:
        if self.order.status not in allowed:
            raise Refused("wrong_status")

    def named_lines(self, *, required: bool = True) -> list[OrderLine]:
        """The lines of ``line_ids``, each named once. Raises ``Refused`` for a line of another order."""
        ids = self.argument("line_ids")
        if ids is None and not required:
            return []
        if not isinstance(ids, list) or not ids:
            raise ValidationFailed("line_ids is a list of at least one line")
        if len({str(i) for i in ids}) < len(ids):
            raise ValidationFailed("line_ids names a line twice")
        return [self.line(i) for i in ids]

    def pieces(self, lines: list[OrderLine], paid_later: Collection[str] = ()) -> dict[str, int]:
        """Pieces by line: those of ``quantities``, else what is left of the line; of lines in a state of ``paid_later`` all.

        Raises ``Refused`` for more than are left, ``ValidationFailed`` for what is no number of pieces of a named line."""
        given = self.argument("quantities") or {}
        if not isinstance(given, dict) or set(given) - {line.line_id for line in lines}:
            raise ValidationFailed("quantities is {line_id: n} of lines in line_ids")
        left = {line.line_id: line.quantity - (0 if line.status in paid_later else line.settled) for line in lines}
        pieces = {line_id: given.get(line_id, n) for line_id, n in left.items()}
        if any(isinstance(n, bool) or not isinstance(n, int) or n < 1 for n in given.values()):
            raise ValidationFailed("a quantity is a whole number from 1")
        if any(not 1 <= pieces[line_id] <= n for line_id, n in left.items()):
            raise Refused("already_done")
        return pieces

    def line(self, line_id: object) -> OrderLine:
        line = self.order.line(str(line_id))
        if line is None:
            raise Refused("line_not_in_order")
        return line

    def send(self, kind: str, recipient: str, **body: object) -> None:
        """Put a message into the shop's outbox; it is there when the transaction commits."""
        self.messages.append(
            {
                "id": new_id(),
                "customer_id": self.customer.id,
                "kind": kind,
                "recipient": recipient,
                "body": body,
                "sent_at": self.at,
            }
        )
