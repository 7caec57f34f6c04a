"""Other variants for items of an order: changed before it leaves, exchanged once it was delivered."""

from dataclasses import dataclass

from domain.messages.values import Value
from domain.order_account import OrderAccount
from domain.shop import OperationKind, Refused
from nodes.actions.pipeline.item_changes import planned_changes
from nodes.actions.pipeline.part_of_order import refuse_removal
from nodes.actions.pipeline.request import Plan, Request
from nodes.actions.pipeline.sent_again import WantsTheGoods, asks_for_the_goods, sent_again, told_so

_GONE = frozenset({"refunded", "returned", "return_requested", "exchange_requested"})


@dataclass
class Swap:
    """Meets ``Action``. The two differ in the order's state and in what the customer does with the old goods."""

    name: str
    kind: OperationKind
    verb: str
    needs_order: bool = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        if self.kind == "exchange_items" and asks_for_the_goods(request):
            return await sent_again(request, order, self.verb)
        if self.kind == "change_order_items":
            refuse_removal(request, order)
        try:
            lines, words, difference, method_id = await planned_changes(request, self.verb)
        except WantsTheGoods as wanted:
            return await told_so(request, order, wanted.lines)
        is_gone = any(line.status in _GONE for line in order.lines if line.line_id in lines)
        if self.kind == "exchange_items" and (is_gone or not OrderAccount(order, await request.known()).is_untouched(lines)):
            raise Refused("already_done", request.say("refused-goods-settled-before", order=order.id))
        told: dict[str, Value] = {"order": order.id, "changes": words, "action": self.verb}
        return Plan(
            self.kind,
            request.say("swap", **told),
            arguments={"changes": request.arguments["changes"], "payment_method_id": method_id},
            amount=difference,
            method_id=method_id,
            quantities={line.line_id: line.quantity for line in order.lines if line.line_id in lines},
            done=request.say("swap.done", **told),
            afterwards=request.say("swap.afterwards") if self.verb == "change" else "",
        )


CHANGE = Swap("change_order_items", "change_order_items", "change")
EXCHANGE = Swap("exchange_items", "exchange_items", "exchange")
