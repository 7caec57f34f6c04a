"""What policy says of an order before an action may touch it. Every refusal names the rule and what can be done instead."""

from datetime import timedelta

from domain.money import Money
from domain.policy import ActionRule, Reason
from domain.shop import Customer, Order, OrderLine, PaymentMethod, Refused
from nodes.actions.lines_in import told_apart
from nodes.actions.request import NeedsInput, Request
from nodes.actions.slots import reason_in
from nodes.drafts import button

_PERSON = "A person can look at it if you like."


def check_status(rule: ActionRule, order: Order) -> None:
    if rule.statuses is not None and order.status not in rule.statuses:
        allowed = " or ".join(rule.statuses)
        raise Refused(
            "wrong_status",
            f"Order {order.id} is {order.status}; this can be done only while an order is {allowed}. {_PERSON}",
        )


def check_window(request: Request, order: Order) -> None:
    rule = request.rule
    start = order.delivered_at if rule.window_from == "delivered" else order.placed_at
    if rule.window_days is None or start is None:
        return
    if request.deps.clock() > start + timedelta(days=rule.window_days):
        raise Refused(
            "window_passed",
            f"Our rule allows this within {rule.window_days} days after the order was {rule.window_from}, "
            f"and that was on {start:%d %B %Y}. {_PERSON}",
        )


async def check_earlier(request: Request, action: str, order: Order, line_ids: list[str]) -> None:
    """What was already done to this order rules some things out."""
    done = await request.deps.ledger.done(order.id)
    rule = request.rule
    if rule.times_per_order is not None and sum(d.action == action for d in done) >= rule.times_per_order:
        times = "once" if rule.times_per_order == 1 else f"{rule.times_per_order} times"
        raise Refused(
            "already_done", f"This can be done {times} for an order, and for {order.id} it was done before. {_PERSON}"
        )
    earlier = next((d.action for d in done if d.action in rule.not_after), None)
    if earlier:
        raise Refused(
            "already_done",
            f"After an earlier change ({earlier.replace('_', ' ')}) this is no longer possible for {order.id}. {_PERSON}",
        )
    touched = {line for d in done if d.action in ("refund_order", "return_items") for line in d.line_ids}
    came_back = all((line := order.line(i)) is not None and line.status == "returned" for i in line_ids)
    if (
        action in ("refund_order", "return_items")
        and touched & set(line_ids)
        and not (action == "refund_order" and came_back)
    ):
        raise Refused("already_done", f"For these goods of order {order.id} this was done before. {_PERSON}")


def chosen_lines(request: Request, order: Order, spoken: list[OrderLine], verb: str) -> list[OrderLine]:
    """The lines that the form or the words name; asks when there are several and none was named."""
    asked = request.arguments.get("line_ids")
    if asked:
        lines = [order.line(line_id) for line_id in asked]
        if any(line is None for line in lines):
            raise Refused("line_not_in_order", f"That item is not in order {order.id}.")
        return [line for line in lines if line is not None]
    if spoken:
        return spoken
    if len(order.lines) == 1:
        return list(order.lines)
    buttons = [
        button(f"{told_apart(line, order)} ({line.unit_price})", value=told_apart(line, order)) for line in order.lines[:5]
    ]
    raise NeedsInput(
        "line_ids", f"Which items of order {order.id} do you want to {verb}?", [*buttons, button("All of them")]
    )


def note_reason(request: Request) -> None:
    """Keep the reason that the words of this turn give, though something else may have to be asked first."""
    spoken = reason_in(request.text, request.rule)
    if spoken and not request.arguments.get("reason"):
        request.arguments["reason"] = spoken.name


def chosen_reason(request: Request) -> Reason | None:
    """The accepted reason. Raises ``Refused`` for one that policy does not know, ``NeedsInput`` for none."""
    rule, given = request.rule, request.arguments.get("reason")
    if not rule.reasons:
        return None
    reason = (rule.reason(str(given)) or reason_in(str(given), rule)) if given else reason_in(request.text, rule)
    if reason:
        return reason
    accepted = ", ".join(r.name.replace("_", " ") for r in rule.reasons)
    if given:
        raise Refused("bad_reason", f"Accepted reasons are: {accepted}. {_PERSON}")
    if not rule.reason_required:
        return None
    buttons = [button(r.name.replace("_", " ").capitalize()) for r in rule.reasons]
    raise NeedsInput("reason", "May I ask for the reason?", buttons)


def paying_method(order: Order) -> str | None:
    """The method that paid most of the order and was not replaced since."""
    return next(iter(order.paid_by_method), None)


def refund_words(customer: Customer | None, order: Order, amount: Money, first: str) -> str:
    """Where each part of a refund goes, e.g. ``60.00 USD to Visa ·4242 and 15.00 USD to your gift card``."""
    parts = order.refund_parts(amount, first)
    return " and ".join(f"{part} to {label_of(customer, method)}" for method, part in parts)


def refund_method(request: Request, order: Order, asked: str | None) -> str:
    """Where the money goes: the method that paid, unless another allowed one is named."""
    allowed, customer = request.rule.refund_to, request.the_customer
    original = paying_method(order)
    if asked in (None, "", "original"):
        if original is None:
            raise Refused("refund_method_not_allowed", f"Order {order.id} shows no payment to return. {_PERSON}")
        return original
    method = customer.method(asked) or next((m for m in customer.payment_methods if m.kind == asked), None)
    if method is None:
        if asked == original:
            return asked
        raise Refused("payment_method_not_owned", "That payment method is not on your account.")
    paid = {p.method_id for p in order.payments if p.kind == "payment"}
    fits = method.id in paid or "any_own" in allowed or (method.kind == "gift_card" and "gift_card" in allowed)
    if not fits:
        ways = "the method that paid" + (" or a gift card" if "gift_card" in allowed else "")
        raise Refused("refund_method_not_allowed", f"The money can go back to {ways} only.")
    return method.id


def own_method(customer: Customer, asked: str, needs: Money | None) -> PaymentMethod:
    """A payment method of the customer's that can cover an amount."""
    method = customer.method(asked)
    if method is None:
        raise Refused("payment_method_not_owned", "That payment method is not on your account.")
    if needs is not None and method.kind == "gift_card" and (method.balance is None or method.balance < needs):
        held = f" has {method.balance}" if method.balance else " has no balance"
        raise Refused("insufficient_balance", f"The gift card{held}, which does not cover {needs}.")
    return method


def label_of(customer: Customer | None, method_id: str) -> str:
    method = customer.method(method_id) if customer else None
    return method.label if method else "the method that paid"
