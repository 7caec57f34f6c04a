"""Cancel an order before it leaves; the money goes back to the methods that paid."""

from domain.shop import Refused
from nodes.actions.pipeline.part_of_order import refuse_part
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import chosen_reason, note_reason, refund_words
from nodes.actions.pipeline.request import Plan, Request
from nodes.actions.pipeline.slots import goods
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class CancelOrder:
    name = "cancel_order"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        refuse_part(request, order)
        note_reason(request)
        reason = chosen_reason(request, self.name)
        if reason:
            request.arguments["reason"] = reason.name
        back = order.paid
        parts = order.refund_parts(back, next(iter(order.paid_by_method), ""))
        refunds = refund_words(request.say, request.customer, parts)
        say, number, what = request.say, order.id, goods(order.lines)
        if refunds:
            words = say("cancel.paid", order=number, goods=what, refunds=refunds)
            done = say("cancel.paid-done", order=number, refunds=refunds)
        else:
            words, done = say("cancel", order=number, goods=what), say("cancel.done", order=number)
        return Plan(
            "cancel_order",
            words,
            arguments={"reason": reason.name.replace("_", " ") if reason else None},
            amount=back if back.is_positive else None,
            quantities={line.line_id: line.quantity for line in order.lines},
            parts=parts,
            done=done,
        )


class CancelInstead(CancelOrder):
    """What "I ordered it by mistake, I want my money back" means before the order has left. Never more than the one thing meant."""

    async def plan(self, request: Request) -> Plan:
        if sum(line.quantity for line in request.the_order.lines) > 1:
            told = request.say("refused-part-of-order", order=request.the_order.id, goods=goods(request.the_order.lines))
            raise Refused("wrong_status", told)
        return await super().plan(request)


async def cancel_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(CancelOrder(), state, runtime)
