"""Other variants for items that were delivered."""

from domain.shop import Refused
from nodes.actions.frame import perform
from nodes.actions.item_changes import planned_changes
from nodes.actions.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_GONE = frozenset({"refunded", "returned", "return_requested", "exchange_requested"})


class ExchangeItems:
    name = "exchange_items"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        lines, words, difference, method_id = await planned_changes(request, "exchange")
        if any(line.status in _GONE for line in order.lines if line.line_id in lines):
            raise Refused(
                "already_done", f"For these goods of order {order.id} a return, exchange or refund was made before."
            )
        return Plan(
            "exchange_items",
            f"exchange in order {order.id}: {words}",
            arguments={"changes": request.arguments["changes"], "payment_method_id": method_id},
            amount=difference if difference.is_positive else -difference,
            method_id=method_id,
            line_ids=lines,
            yes_label="Exchange",
            afterwards="You get a label for sending the old goods back by e-mail.",
        )


async def exchange_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ExchangeItems(), state, runtime)
