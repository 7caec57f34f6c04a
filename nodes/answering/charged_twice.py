"""`support-v3`: a charge that is there twice: the payments of the order are looked at and told, and a person looks at the statement."""

from decimal import Decimal

from domain.acts import Act
from domain.language.money.amounts import amounts_in
from domain.money import Money
from domain.order_numbers import digits_of
from domain.shop import Customer, DeskUnavailable, Order
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.actions.pipeline.policy_checks import label_of
from nodes.deps import Deps
from nodes.drafts import draft, replying
from nodes.state import ConversationState, Identity


async def payments_told(deps: Deps, state: ConversationState, act: Act) -> ConversationState | None:
    """None where nobody is known, or no order can be told: the documents are asked then."""
    try:
        orders, customer = await _orders_of_theirs(deps, identity_of(state))
    except DeskUnavailable:
        return None
    order = _meant(state, act, orders)
    if order is None:
        return None
    paid = [p for p in order.payments if p.kind == "payment"]
    if not paid:
        return None
    say = deps.say
    parts = [say("refund-made", amount=p.amount, method=label_of(say, customer, p.method_id)) for p in paid]
    return {
        "task": None,
        "shown_order": order.id,
        "outcome": "answered",
        "asking": {"kind": "person"},
        "reply": replying(state, draft(say("charge-looked-up", order=order.id, count=len(paid), payments=parts))),
    }


async def _orders_of_theirs(deps: Deps, identity: Identity) -> tuple[list[Order], Customer | None]:
    """Of an account that is proven all, else those that were proven by themselves, without their owner."""
    owner = identity.get("customer_id")
    if identity.get("level") in PROVEN and owner:
        return await deps.desk.orders(owner), await deps.desk.customer(owner)
    proven = [await deps.desk.order(number) for number in identity.get("orders", [])]
    return [order for order in proven if order is not None], None


def _meant(state: ConversationState, act: Act, orders: list[Order]) -> Order | None:
    """By its number, the amount that was charged, what was spoken of last, or as the only one."""
    text = state["turn"].get("whole") or state["turn"].get("text") or act.text
    numbers = {digits_of(ref.number) for ref in act.orders if ref.number}
    named = [order for order in orders if digits_of(order.id) in numbers]
    if numbers:
        return named[0] if len(named) == 1 else None
    said = {Decimal(amount) for amount in [*amounts_in(text), *([str(act.amount)] if act.amount else [])]}
    charged = [order for order in orders if said & _amounts(order)]
    if len(charged) == 1:
        return charged[0]
    shown = [order for order in orders if order.id == state.get("shown_order") and state.get("frame")]
    return shown[0] if shown else orders[0] if len(orders) == 1 else None


def _amounts(order: Order) -> set[Decimal]:
    moneys: list[Money] = [order.total, *(p.amount for p in order.payments if p.kind == "payment")]
    return {money.amount for money in moneys}
