"""Register a return of delivered goods and say where the money will go."""

from domain.money import Money
from domain.shop import Refused
from nodes.actions.checks import chosen_lines, label_of, refund_method
from nodes.actions.frame import perform
from nodes.actions.lines_in import lines_in
from nodes.actions.request import Plan, Request
from nodes.actions.slots import goods, method_in
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_GONE = frozenset({"refunded", "returned", "return_requested", "exchange_requested"})


class ReturnItems:
    name = "return_items"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        lines = chosen_lines(request, order, lines_in(request.text, order), "return")
        if any(line.status in _GONE for line in lines):
            raise Refused(
                "already_done", f"For these goods of order {order.id} a return, exchange or refund was made before."
            )
        request.arguments["line_ids"] = [line.line_id for line in lines]
        asked = request.arguments.get("refund_to")
        if not asked and request.text:
            spoken = method_in(request.text, request.the_customer)
            asked = spoken.id if spoken else None
        method_id = refund_method(request, order, asked)
        request.arguments["refund_to"] = method_id
        amount = Money.zero(order.currency)
        for line in lines:
            amount = amount + line.price
        to = label_of(request.customer, method_id)
        return Plan(
            "return_items",
            f"register the return of {goods(lines)} from order {order.id}; {amount} goes back to {to} once it has arrived",
            arguments={"line_ids": request.arguments["line_ids"], "refund_to": method_id},
            amount=amount,
            method_id=method_id,
            line_ids=request.arguments["line_ids"],
            yes_label=f"Return for {amount}",
            afterwards="You get the return label by e-mail.",
        )


async def return_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ReturnItems(), state, runtime)
