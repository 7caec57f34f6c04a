"""Send the invoice of an order to the e-mail address on file."""

from domain.language.sent_elsewhere import is_to_go_elsewhere
from domain.language.wishes import wish_in
from domain.shop import Refused
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.acts import act_of
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class SendInvoice:
    name = "send_invoice"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, say = request.the_order.id, request.say
        if _only_says_where(request):
            raise Refused("wrong_status", say("invoice-only-to-the-account"))
        done = say("send-invoice.done", order=order)
        if request.state.get("entities", {}).get("emails"):  # "… to my accountant, acc@firm.example"
            done = f"{done} {say('mails-go-to-the-account')}"
        return Plan("send_invoice", say("send-invoice", order=order), done=done)


def _only_says_where(request: Request) -> bool:
    """ "To a different mail": what is not wanted at the account's address is not sent there."""
    act = act_of(request.state)
    is_follow_up = act is not None and act.intent == "send_invoice" and wish_in(request.text) != "send_invoice"
    has_address = bool(request.state.get("entities", {}).get("emails"))
    return is_to_go_elsewhere(request.text) and (is_follow_up or not has_address)


async def send_invoice(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(SendInvoice(), state, runtime)
