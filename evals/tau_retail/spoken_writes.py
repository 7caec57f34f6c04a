"""A write of a dialogue's agent as its customer would ask for it, in plain words, and the acts that are right for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.shop import Customer, Order, PaymentMethod, Product
from evals.tau_retail.writes import Json, Write

_INTENTS = {"change_order_items": "change_order"}


@dataclass(frozen=True)
class Spoken:
    """``acts`` in the form in which a model tells them: words of the text, no ids that are not there."""

    text: str
    acts: list[Json]


def spoken(write: Write, after: Json, customer: Customer, order: Order | None, products: Mapping[str, Product]) -> Spoken:
    """``after``: the order or account as the benchmark's agent left it. Raises ``ValueError`` for a kind that is no write."""
    number = write.order_id or ""
    named = [{"words": number, "handle": None}] if number else []
    match write.action:
        case "cancel_order":
            text = f"Please cancel order {number}, the reason is: {write.details[0]}"
            return _of(write, text, text.split(",")[0], named)
        case "change_shipping_address":
            start = f"Please change the shipping address of order {number}"
            return _of(write, f"{start}. It should go to {_address(after['address'])}", start, named)
        case "update_account":
            start = "Please change the default address of my account"
            return _of(write, f"{start}. It is now {_address(after['address'])}", start, [])
        case "change_payment_method":
            text = f"Please change the payment method of order {number} to {_method(write.details[0], customer)}"
            return _of(write, f"{text}. Thank you in advance", text, named)
        case "return_items":
            *variants, method = write.details
            goods = [_item(variant, order) for variant in variants]
            text = f"I want to return {' and '.join(goods)} of order {number}"
            whole = f"{text}. Please refund it to {_method(method, customer)}"
            return _of(write, whole, text, named, [{"words": words} for words in goods])
        case "exchange_items" | "change_order_items":
            return _swap(write, customer, order, products, named)
    raise ValueError(f"{write.action} is no write of the benchmark")


def _swap(
    write: Write, customer: Customer, order: Order | None, products: Mapping[str, Product], named: list[Json]
) -> Spoken:
    *swaps, method = write.details
    pairs = _pairs([s[1:] for s in swaps if s[0] == "-"], [s[1:] for s in swaps if s[0] == "+"], order, products)
    verb = "exchange" if write.action == "exchange_items" else "change"
    told = " and ".join(f"{_item(old, order)} {'for' if verb == 'exchange' else 'to'} {new}" for old, new in pairs)
    text = f"In order {write.order_id} I want to {verb} {told}"
    goods = [{"words": _item(old, order)} for old, _ in pairs]
    return _of(write, f"{text}. The difference goes by {_method(method, customer)}", text, named, goods)


def _pairs(old: list[str], new: list[str], order: Order | None, products: Mapping[str, Product]) -> list[tuple[str, str]]:
    """Each variant with the words of what it becomes. The benchmark sorts both lists, so what fits is found by the product."""
    left, found = list(new), []
    for variant in old:
        line = next((line for line in order.lines if line.variant_id == variant), None) if order else None
        own = {v.variant_id for v in products[line.product_id].variants} if line else set()
        other = next((one for one in left if one in own), None)
        if other is None:
            raise ValueError(f"nothing fits {variant}")
        left.remove(other)
        found.append((variant, f"the same one again (item {other})" if other == variant else f"item {other}"))
    return found


def _item(variant: str, order: Order | None) -> str:
    line = next((line for line in order.lines if line.variant_id == variant), None) if order else None
    return f"the {line.name} (item {variant})" if line else f"item {variant}"


def _method(method_id: str, customer: Customer) -> str:
    method: PaymentMethod | None = next((m for m in customer.payment_methods if m.id == method_id), None)
    if method is None:
        raise ValueError(f"{method_id} is no method of {customer.id}")
    if method.kind == "card":
        return f"my {method.brand} ending in {method.last4}"
    return {"gift_card": "my gift card", "paypal": "PayPal"}.get(method.kind, "my bank account")


def _address(given: Json) -> str:
    parts = (given["address1"], given.get("address2"), given["city"], given["state"], given["zip"])
    return ", ".join(part for part in parts if part)


def _of(write: Write, text: str, span: str, orders: list[Json], goods: list[Json] | None = None) -> Spoken:
    act = {"act": "wish", "intent": _INTENTS.get(write.action, write.action), "span": span}
    return Spoken(text, [{**act, "orders": orders, "goods": goods or []}])
