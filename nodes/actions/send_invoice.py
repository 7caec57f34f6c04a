"""Send the invoice of an order to the e-mail address on file."""

from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class SendInvoice:
    name = "send_invoice"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, say = request.the_order.id, request.say
        done = say("send-invoice.done", order=order)
        if request.state.get("entities", {}).get("emails"):  # "… to my accountant, acc@firm.example"
            done = f"{done} {say('mails-go-to-the-account')}"
        return Plan("send_invoice", say("send-invoice", order=order), done=done)


async def send_invoice(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(SendInvoice(), state, runtime)
