"""What went back to the customer, and where to."""

from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import label_of
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class TrackRefund:
    name = "track_refund"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, customer, say = request.the_order, request.customer, request.say
        refunds = [p for p in order.payments if p.kind == "refund"]
        if not refunds:
            open_returns = [known for known in request.known if known.action == "return_items" and known.is_done]
            words = say("refund-follows-return", order=order.id) if open_returns else say("no-refund-yet", order=order.id)
            return Plan(None, "", answer=words, result={"order_id": order.id, "refunds": []})
        said = []
        for p in refunds:
            method = customer.method(p.method_id) if customer else None
            sent = say("refund-made", amount=p.amount, method=label_of(say, customer, p.method_id))
            said += [say("refund-made.on", refund=sent, day=p.at) if p.at else sent]
            if method:
                said[-1] = say("refund-made.arrives", refund=said[-1], kind=method.kind)
        shown = [{"amount": p.amount.model_dump(mode="json"), "method_id": p.method_id} for p in refunds]
        return Plan(
            None,
            "",
            answer=say("refunds-made", order=order.id, refunds="; ".join(said)),
            result={"order_id": order.id, "refunds": shown},
        )


async def track_refund(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(TrackRefund(), state, runtime)
