"""What of an order can still go back: its pieces and their money, less what we gave back already or are giving back now.

Counted by our own ledger, so that it holds on a back office that checks nothing.
"""

from collections.abc import Collection, Sequence

from domain.money import Money
from domain.ports.operations import KnownOperation
from domain.shop import Order, OrderLine

_TAKES_GOODS = frozenset({"refund", "return_items", "exchange_items"})
_SWAPS = frozenset({"exchange_items", "change_order_items"})


class OrderAccount:
    """``for_refund``: a return does not count against the refund of goods that the back office says have come back."""

    def __init__(self, order: Order, known: Sequence[KnownOperation], *, for_refund: bool = False) -> None:
        self.order = order
        self._pieces = {line.line_id: line.quantity for line in order.lines}
        self._money = {line.line_id: line.price for line in order.lines}
        self._taken_by: dict[str, str] = {}
        for operation in known:
            if operation.kind in _TAKES_GOODS:
                self._take(operation, for_refund)
        for line in order.lines:  # what was given back without us
            self._money[line.line_id] = min(self._money[line.line_id], line.unrefunded, key=lambda m: m.amount)
        self._swaps_out = paid_out(order, [done for done in known if done.kind in _SWAPS])

    def _take(self, operation: KnownOperation, for_refund: bool) -> None:
        lines = [
            line for line in self.order.lines if line.line_id in operation.line_ids or line.line_id in operation.quantities
        ]
        if for_refund and operation.kind == "return_items":
            lines = [line for line in lines if line.status != "returned"]
        taken = {line.line_id: min(operation.quantities.get(line.line_id, line.quantity), line.quantity) for line in lines}
        whole = Money.zero(self.order.currency)
        for line in lines:
            self._taken_by[line.line_id] = operation.kind
        for line in lines:
            whole = whole + line.unit_price * taken[line.line_id]
        given = None if operation.kind == "exchange_items" else operation.amount
        left = whole if given is None or given.currency != self.order.currency else given
        in_part = left < whole
        for line in lines:
            # A refund of a part takes money and no goods: the rest can still be asked for.
            if not in_part:
                self._pieces[line.line_id] = max(0, self._pieces[line.line_id] - taken[line.line_id])
            share = min(line.unit_price * taken[line.line_id], self._money[line.line_id], left, key=lambda m: m.amount)
            self._money[line.line_id] = self._money[line.line_id] - share
            left = left - share

    def pieces(self, line: OrderLine) -> int:
        """Pieces of a line that were neither returned, refunded in whole nor exchanged; 0 where its money is all back."""
        is_paid_back = line.price.is_positive and not self._money[line.line_id].is_positive
        return 0 if is_paid_back else self._pieces[line.line_id]

    def taken_by(self, line: OrderLine) -> str:
        """What was done with a line's goods before: the kind of an operation of ours, else what the back office shows."""
        by_status = {"return_requested": "return_items", "exchange_requested": "exchange_items", "refunded": "refund"}
        return self._taken_by.get(line.line_id) or by_status.get(line.status or "", "")

    def is_untouched(self, line_ids: Collection[str]) -> bool:
        """Whether these lines are still what was bought and paid for: no piece of them and no part of their money went back, and
        the refunds that the order shows, whoever made them, are no more than its other goods are worth."""
        order, others = self.order, Money.zero(self.order.currency)
        for line in order.lines:
            if line.line_id not in line_ids:
                others = others + line.price
            elif self._pieces[line.line_id] < line.quantity or self._money[line.line_id] < line.price:
                return False
        refunds = paid_in(order) - order.paid
        gone = min(order.total - order.paid, refunds, key=lambda m: m.amount) - self._swaps_out
        return gone <= others

    def worth(self, quantities: dict[str, int]) -> Money:
        """What can go back for so many pieces of each line: their price, at most what is left of the line."""
        total = Money.zero(self.order.currency)
        for line in self.order.lines:
            if line.line_id in quantities:
                price = line.unit_price * quantities[line.line_id]
                total = total + min(price, self._money[line.line_id], key=lambda m: m.amount)
        return total


def paid_in(order: Order) -> Money:
    """What was ever paid for an order, whatever went back since."""
    total = Money.zero(order.currency)
    for payment in order.payments:
        if payment.kind == "payment":
            total = total + payment.amount
    return total


def paid_out(order: Order, known: Sequence[KnownOperation]) -> Money:
    """The money that went or is going to the customer for an order, by whatever action."""
    total = Money.zero(order.currency)
    for operation in known:
        out = operation.goes_out
        if out is not None and out.currency == order.currency:
            total = total + out
    return total


def left_to_give(order: Order, known: Sequence[KnownOperation]) -> Money:
    """What of the money paid neither went back, by anybody, nor is on its way."""
    return min(order.paid, paid_in(order) - paid_out(order, known), key=lambda m: m.amount)
