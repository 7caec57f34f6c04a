"""Pay an order that has not left yet by another method of the customer's own."""

from domain.shop import Refused
from nodes.actions.checks import label_of, own_method, paying_method
from nodes.actions.frame import perform
from nodes.actions.request import NeedsInput, Plan, Request
from nodes.actions.slots import method_in
from nodes.deps import DepsRuntime
from nodes.drafts import button
from nodes.state import ConversationState


class ChangePaymentMethod:
    name = "change_payment_method"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, customer = request.the_order, request.the_customer
        now, total = paying_method(order), order.paid
        asked = request.arguments.get("payment_method_id")
        if not asked:
            spoken = method_in(request.text, customer)
            asked = spoken.id if spoken else None
        if not asked:
            buttons = [button(m.label) for m in customer.payment_methods if m.id != now]
            if not buttons:
                raise Refused("payment_method_not_owned", "You have no other payment method on your account.")
            raise NeedsInput("payment_method_id", "Which of your payment methods shall pay instead?", buttons)
        if now and asked == now:
            raise Refused("already_done", f"Order {order.id} is already paid by {label_of(customer, now)}.")
        method = own_method(customer, asked, total)
        request.arguments["payment_method_id"] = method.id
        back = f" and return it to {label_of(customer, now)}" if now else ""
        return Plan(
            "change_payment_method",
            f"charge {total} for order {order.id} to {method.label}{back}",
            arguments={"payment_method_id": method.id},
            amount=total,
            method_id=method.id,
            yes_label=f"Pay by {method.label}",
        )


async def change_payment_method(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ChangePaymentMethod(), state, runtime)
