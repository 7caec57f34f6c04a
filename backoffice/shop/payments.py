"""Money in and out of an order. Gift cards are balances of ours and move at once; the rest is asked of the payment house."""

from datetime import datetime

from backoffice.shop.operation_context import Result
from domain.ids import new_id
from domain.money import Money
from domain.shop import Customer, Order, Payment, PaymentMethod, Refused

Refunds = list[tuple[str, Money]]

# Working days until each kind of method shows a refund, at the latest: what the help centre says of them.
REFUND_DAYS = {"gift_card": 0, "paypal": 2, "bank": 4, "card": 5}
UNKNOWN_REFUND_DAYS = 7


def own_method(customer: Customer, method_id: str) -> PaymentMethod:
    method = customer.method(method_id)
    if method is None:
        raise Refused("payment_method_not_owned")
    return method


def split_refund(customer: Customer, order: Order, amount: Money, refund_to: str | None) -> Refunds:
    """Which method gets how much of ``amount``: the methods that paid, ``refund_to`` first, or a gift card of the customer.

    Raises ``Refused`` for another method, and ``over_limit`` above what was paid and not yet refunded."""
    if order.paid < amount:
        raise Refused("over_limit")
    payers = order.paid_by_method
    if refund_to is not None and refund_to not in payers:
        if own_method(customer, refund_to).kind != "gift_card":
            raise Refused("refund_method_not_allowed")
        return [(refund_to, amount)]
    return order.refund_parts(amount, refund_to)


def give_back(customer: Customer, order: Order, refunds: Refunds, at: datetime) -> None:
    for method_id, amount in refunds:
        order.payments.append(Payment(id=new_id(), kind="refund", method_id=method_id, amount=amount, at=at))
        method = customer.method(method_id)
        if method is not None and method.balance is not None:
            method.balance = method.balance + amount


def take(customer: Customer, order: Order, method_id: str, amount: Money, at: datetime) -> None:
    """Charge a method of the customer's. Raises ``Refused`` where it is not theirs or a gift card is too small."""
    method = own_method(customer, method_id)
    if method.kind == "gift_card":
        if method.balance is None or method.balance.currency != amount.currency or method.balance < amount:
            raise Refused("insufficient_balance")
        method.balance = method.balance - amount
    order.payments.append(Payment(id=new_id(), kind="payment", method_id=method_id, amount=amount, at=at))


def settle(customer: Customer, order: Order, difference: Money, method_id: str | None, at: datetime) -> Result:
    """Pay or refund the price difference by a method of the customer's; the one that paid where none is named."""
    if method_id is not None:
        own_method(customer, method_id)
    elif difference.amount != 0:
        method_id = next(iter(order.paid_by_method), None)
        if method_id is None:
            raise Refused("payment_method_not_owned")
    result: Result = {"difference": difference.model_dump(mode="json"), "payments": [], "refunds": []}
    if method_id is not None and difference.is_positive:
        take(customer, order, method_id, difference, at)
        result["payments"] = [{"method_id": method_id, "amount": difference.model_dump(mode="json")}]
    elif method_id is not None and difference.amount < 0:
        give_back(customer, order, [(method_id, -difference)], at)
        result["refunds"] = refund_facts(customer, [(method_id, -difference)])
    order.total = order.total + difference
    return result


def refund_facts(customer: Customer, refunds: Refunds) -> list[Result]:
    """``[{method_id, amount, days}]``: ``days`` is the highest number of working days until the money is there."""
    facts: list[Result] = []
    for method_id, amount in refunds:
        method = customer.method(method_id)
        days = REFUND_DAYS.get(method.kind, UNKNOWN_REFUND_DAYS) if method else UNKNOWN_REFUND_DAYS
        facts.append({"method_id": method_id, "amount": amount.model_dump(mode="json"), "days": days})
    return facts
