"""A document of customers, orders and products as `backoffice.md` shapes them, checked before it is loaded."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, ValidationError

from domain.errors import ValidationFailed
from domain.shop import Customer, Order, Product

_SHOWN = 20  # errors told at once


class ShopDocument(BaseModel):
    model_config = ConfigDict(extra="forbid")

    customers: list[Customer] = []
    orders: list[Order] = []
    products: list[Product] = []


def read_document(value: object) -> ShopDocument:
    """Raises ``ValidationFailed`` whose ``extra["errors"]`` names each place: ``orders[3].lines[0].unit_price.amount``."""
    try:
        document = ShopDocument.model_validate(value)
    except ValidationError as error:
        found = [(_path(e["loc"]), e["msg"]) for e in error.errors(include_input=False, include_url=False)]
        raise _failed(found) from None
    found = list(_contradictions(document))
    if found:
        raise _failed(found)
    return document


def _contradictions(document: ShopDocument) -> Iterable[tuple[str, str]]:
    for name, ids in (
        ("customers", [c.id for c in document.customers]),
        ("orders", [o.id for o in document.orders]),
        ("products", [p.id for p in document.products]),
        ("customers (email)", [c.email.strip().lower() for c in document.customers]),
    ):
        yield from ((name, f"{n} entries share one id or e-mail address") for n in Counter(ids).values() if n > 1)
    for i, order in enumerate(document.orders):
        yield from ((f"orders[{i}].{place}", words) for place, words in _of_order(order))


def _of_order(order: Order) -> Iterable[tuple[str, str]]:
    if not order.id.strip():
        yield "id", "is empty"
    if order.placed_at.tzinfo is None:
        yield "placed_at", "has no time zone"
    lines = [line.line_id for line in order.lines]
    if len(set(lines)) < len(lines):
        yield "lines", "two lines share a line_id"
    for i, line in enumerate(order.lines):
        if line.unit_price.currency != order.currency:
            yield f"lines[{i}].unit_price.currency", f"is not the order's {order.currency}"
        if line.money_back is not None and line.money_back.currency != order.currency:
            yield f"lines[{i}].money_back.currency", f"is not the order's {order.currency}"
        if line.quantity < 1:
            yield f"lines[{i}].quantity", "is less than 1"
        if line.unit_price.amount < Decimal(0):
            yield f"lines[{i}].unit_price.amount", "is negative"
    for i, payment in enumerate(order.payments):
        if payment.amount.currency != order.currency:
            yield f"payments[{i}].amount.currency", f"is not the order's {order.currency}"
    if order.total.currency != order.currency:
        yield "total.currency", f"is not the order's {order.currency}"


def _path(parts: tuple[int | str, ...]) -> str:
    path = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in parts)
    return path.removeprefix(".") or "the document"


def _failed(found: list[tuple[str, str]]) -> ValidationFailed:
    errors = [{"field": field, "message": message} for field, message in found[:_SHOWN]]
    more = f" (and {len(found) - _SHOWN} more)" if len(found) > _SHOWN else ""
    return ValidationFailed(f"{len(found)} error(s) in the document{more}", errors)
