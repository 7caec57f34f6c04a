"""Send an order that has not left yet to another address."""

from nodes.actions.pipeline.addresses import asked_address
from nodes.actions.pipeline.own_addresses import address_in_words
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class ChangeShippingAddress:
    name = "change_shipping_address"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        address = await asked_address(request)
        where = await address_in_words(request, address)
        return Plan(
            "change_shipping_address",
            request.say("change-address", order=order.id, address=where),
            arguments={"address": address},
            done=request.say("change-address.done", order=order.id, address=where),
        )


async def change_shipping_address(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ChangeShippingAddress(), state, runtime)
