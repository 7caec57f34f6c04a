"""Other variants for items of an order that has not left yet."""

from nodes.actions.frame import perform
from nodes.actions.item_changes import planned_changes
from nodes.actions.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class ChangeOrderItems:
    name = "change_order_items"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        lines, words, difference, method_id = await planned_changes(request, "change")
        arguments = {"changes": request.arguments["changes"], "payment_method_id": method_id}
        return Plan(
            "change_order_items",
            f"change order {request.the_order.id}: {words}",
            arguments=arguments,
            amount=difference if difference.is_positive else -difference,
            method_id=method_id,
            line_ids=lines,
            yes_label="Change the order",
            afterwards="After this the items of the order can no longer be changed.",
        )


async def change_order_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ChangeOrderItems(), state, runtime)
