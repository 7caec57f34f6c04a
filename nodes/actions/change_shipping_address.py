"""Send an order that has not left yet to another address."""

from nodes.actions.addresses import asked_address
from nodes.actions.frame import perform
from nodes.actions.own_addresses import address_in_words
from nodes.actions.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class ChangeShippingAddress:
    name = "change_shipping_address"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        address = await asked_address(request)
        return Plan(
            "change_shipping_address",
            f"send order {order.id} to {await address_in_words(request, address)}",
            arguments={"address": address},
            yes_label="Change the address",
        )


async def change_shipping_address(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ChangeShippingAddress(), state, runtime)
