"""Send the invoice of an order to the e-mail address on file."""

from nodes.actions.frame import perform
from nodes.actions.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class SendInvoice:
    name = "send_invoice"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        return Plan("send_invoice", f"send the invoice of order {request.the_order.id} to the e-mail address on file")


async def send_invoice(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(SendInvoice(), state, runtime)
