"""Cancel an order before it leaves; the money goes back to the methods that paid."""

from nodes.actions.checks import chosen_reason, note_reason, refund_words
from nodes.actions.frame import perform
from nodes.actions.request import Plan, Request
from nodes.actions.slots import goods
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class CancelOrder:
    name = "cancel_order"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        note_reason(request)
        reason = chosen_reason(request)
        if reason:
            request.arguments["reason"] = reason.name
        back = order.paid
        to = refund_words(request.customer, order, back, next(iter(order.paid_by_method), ""))
        words = f"cancel order {order.id} ({goods(order.lines)})" + (f" and return {to}" if to else "")
        return Plan(
            "cancel_order",
            words,
            arguments={"reason": reason.name.replace("_", " ") if reason else None},
            amount=back if back.is_positive else None,
            yes_label=f"Cancel order {order.id}",
        )


async def cancel_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(CancelOrder(), state, runtime)
