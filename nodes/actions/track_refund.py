"""What went back to the customer, and where to."""

from nodes.actions.checks import label_of
from nodes.actions.frame import perform
from nodes.actions.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_DAYS = {
    "gift_card": "at once",
    "paypal": "within 1 to 2 working days",
    "card": "within 3 to 5 working days",
    "bank": "within 2 to 4 working days",
}


class TrackRefund:
    name = "track_refund"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, customer = request.the_order, request.customer
        refunds = [p for p in order.payments if p.kind == "refund"]
        if not refunds:
            open_returns = [d for d in await request.deps.ledger.done(order.id) if d.action == "return_items"]
            words = (
                f"For order {order.id} a return is registered; the money follows once the goods are back with us."
                if open_returns
                else f"There is no refund on order {order.id} so far."
            )
            return Plan(None, "", answer=words, result={"order_id": order.id, "refunds": []})
        said = []
        for p in refunds:
            method = customer.method(p.method_id) if customer else None
            takes = f", which arrives {_DAYS[method.kind]}" if method else ""
            when = f" on {p.at:%d %B %Y}" if p.at else ""
            said.append(f"{p.amount} to {label_of(customer, p.method_id)}{when}{takes}")
        shown = [{"amount": p.amount.model_dump(mode="json"), "method_id": p.method_id} for p in refunds]
        return Plan(
            None,
            "",
            answer=f"Refunded on order {order.id}: {'; '.join(said)}.",
            result={"order_id": order.id, "refunds": shown},
        )


async def track_refund(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(TrackRefund(), state, runtime)
