"""Send the invoice of an order to the e-mail address on file. What stands on it is not ours to change."""

from domain.language.acts.wishes import wish_in
from domain.language.money.invoices import asks_for_it_once_more, is_about_what_it_says, is_to_go_elsewhere
from domain.shop import Refused
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.agenda import act_of
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState
from nodes.talking.offers import offers


class SendInvoice:
    name = "send_invoice"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, say = request.the_order.id, request.say
        if _only_says_where(request):
            raise Refused("wrong_status", say("invoice-only-to-the-account"))
        if request.text and _was_just_sent(request.state, order) and not asks_for_it_once_more(request.text):
            buttons = offers(request.deps, request.state, "send_invoice")
            return Plan(None, "", answer=say("send-invoice.already", order=order), buttons=buttons, offers_person=True)
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


def _was_just_sent(state: ConversationState, order_id: str) -> bool:
    frame = state.get("frame")
    return frame is not None and frame["action"] == SendInvoice.name and frame["order_id"] == order_id


def _cannot_change(deps: Deps, state: ConversationState) -> ConversationState | None:
    """What is said where the invoice is to say something else: nothing is sent for it."""
    turn = state["turn"]
    text = turn.get("text", "")
    if turn["kind"] != "text" or not is_about_what_it_says(text, spoken_of=True):
        return None
    return {
        "task": None,
        "outcome": "answered",
        "asking": {"kind": "person", "about": turn.get("whole") or text},
        "reply": replying(state, draft(f"{deps.say('invoice-not-changed')} {deps.say('refused.person')}")),
    }


async def send_invoice(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return _cannot_change(runtime.context, state) or await perform(SendInvoice(), state, runtime)
