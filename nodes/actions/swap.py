"""Other variants for items of an order: changed before it leaves, exchanged once it was delivered."""

from dataclasses import dataclass

from domain.shop import OperationKind, Refused
from nodes.actions.item_changes import planned_changes
from nodes.actions.request import Plan, Request

_GONE = frozenset({"refunded", "returned", "return_requested", "exchange_requested"})


@dataclass
class Swap:
    """Meets ``Action``. The two differ in the order's state and in what the customer does with the old goods."""

    name: str
    kind: OperationKind
    verb: str
    yes_label: str
    afterwards: str
    needs_order: bool = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        lines, words, difference, method_id = await planned_changes(request, self.verb)
        if self.kind == "exchange_items" and any(line.status in _GONE for line in order.lines if line.line_id in lines):
            raise Refused(
                "already_done", f"For these goods of order {order.id} a return, exchange or refund was made before."
            )
        return Plan(
            self.kind,
            f"{self.verb} {'in ' if self.verb == 'exchange' else ''}order {order.id}: {words}",
            arguments={"changes": request.arguments["changes"], "payment_method_id": method_id},
            amount=difference if difference.is_positive else -difference,
            method_id=method_id,
            line_ids=lines,
            yes_label=self.yes_label,
            afterwards=self.afterwards,
        )


CHANGE = Swap(
    "change_order_items",
    "change_order_items",
    "change",
    "Change the order",
    "After this the items of the order can no longer be changed.",
)
EXCHANGE = Swap(
    "exchange_items",
    "exchange_items",
    "exchange",
    "Exchange",
    "You get a label for sending the old goods back by e-mail.",
)
