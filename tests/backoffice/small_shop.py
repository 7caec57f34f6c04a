"""A shop small enough to know by heart."""

from typing import Any

from domain.shop import Operation, OperationKind

NOW = "2026-05-20T12:00:00Z"
ANA, BEN = "C9001", "C9002"
PENDING, MIXED, DELIVERED, SHIPPED, FOREIGN, HASH = "HP900001", "HP900002", "HP900003", "HP900004", "HP900005", "#W900006"
CARD, GIFT, PAYPAL, BEN_CARD = "card_ana", "gift_ana", "paypal_ana", "card_ben"


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD"}


def _line(line_id: str, variant_id: str, price: str, quantity: int = 1) -> dict[str, Any]:
    product_id = variant_id.rsplit("-", 1)[0]
    return {
        "line_id": line_id,
        "product_id": product_id,
        "variant_id": variant_id,
        "name": {"P901": "Mug", "P902": "Lamp"}[product_id],
        "quantity": quantity,
        "unit_price": usd(price),
    }


def _order(
    order_id: str, status: str, lines: list[dict[str, Any]], paid: list[tuple[str, str]], day: int, owner: str = ANA
) -> dict[str, Any]:
    total = sum(float(amount) for _, amount in paid)
    at = f"2026-05-{day:02d}T09:00:00Z"
    return {
        "id": order_id,
        "customer_id": owner,
        "status": status,
        "version": 1,
        "placed_at": at,
        "delivered_at": f"2026-05-{day + 3:02d}T09:00:00Z" if status == "delivered" else None,
        "currency": "USD",
        "lines": lines,
        "payments": [
            {
                "id": f"{order_id}-{i}",
                "kind": "payment",
                "method_id": m,
                "amount": usd(a),
                "at": f"2026-05-{day:02d}T09:00:00Z",
            }
            for i, (m, a) in enumerate(paid, 1)
        ],
        "shipping_address": ADDRESS,
        "total": usd(f"{total:.2f}"),
    }


ADDRESS = {"line1": "1 Quay Street", "city": "Portland", "state": "OR", "postcode": "97201", "country": "US"}


def small_shop() -> dict[str, list[dict[str, Any]]]:
    return {
        "customers": [
            {
                "id": ANA,
                "name": "Ana Reed",
                "email": "Ana.Reed@example.com",
                "region": "US",
                "addresses": [ADDRESS | {"id": "home", "default": True}],
                "payment_methods": [
                    {"id": CARD, "kind": "card", "brand": "visa", "last4": "4242"},
                    {"id": GIFT, "kind": "gift_card", "balance": usd("20.00")},
                    {"id": PAYPAL, "kind": "paypal"},
                ],
            },
            {
                "id": BEN,
                "name": "Ben Oak",
                "email": "ben@example.com",
                "payment_methods": [{"id": BEN_CARD, "kind": "card", "last4": "1111"}],
            },
        ],
        "orders": [
            _order(
                PENDING, "pending", [_line("1", "P901-1", "10.00", 2), _line("2", "P902-1", "80.00")], [(CARD, "100.00")], 19
            ),
            _order(MIXED, "pending", [_line("1", "P902-1", "80.00")], [(CARD, "50.00"), (GIFT, "30.00")], 18),
            _order(
                DELIVERED,
                "delivered",
                [_line("1", "P901-1", "10.00"), _line("2", "P901-1", "10.00"), _line("3", "P902-1", "80.00")],
                [(CARD, "70.00"), (GIFT, "30.00")],
                10,
            ),
            _order(SHIPPED, "shipped", [_line("1", "P902-1", "80.00")], [(CARD, "80.00")], 17),
            _order(FOREIGN, "pending", [_line("1", "P901-1", "10.00")], [(BEN_CARD, "10.00")], 16, BEN),
            _order(HASH, "pending", [_line("1", "P901-1", "10.00")], [(CARD, "10.00")], 5),
        ],
        "products": [
            {
                "id": "P901",
                "name": "Mug",
                "variants": [
                    {"variant_id": "P901-1", "options": {"glaze": "white"}, "price": usd("10.00"), "available": True},
                    {"variant_id": "P901-2", "options": {"glaze": "rust"}, "price": usd("12.50"), "available": True},
                    {"variant_id": "P901-3", "options": {"glaze": "teal"}, "price": usd("9.00"), "available": False},
                    {"variant_id": "P901-4", "options": {"glaze": "moss"}, "price": usd("8.00"), "available": True},
                ],
            },
            {
                "id": "P902",
                "name": "Lamp",
                "variants": [
                    {"variant_id": "P902-1", "options": {"finish": "black"}, "price": usd("80.00"), "available": True},
                    {"variant_id": "P902-2", "options": {"finish": "brass"}, "price": usd("120.00"), "available": True},
                ],
            },
        ],
    }


def ask(kind: OperationKind, order_id: str | None = None, customer_id: str = ANA, **arguments: Any) -> Operation:
    """An operation; ``amount``, ``method_id`` and ``order_version`` go to the operation, the rest to its arguments."""
    own = {name: arguments.pop(name) for name in ("amount", "method_id", "order_version") if name in arguments}
    return Operation.model_validate(
        {
            "kind": kind,
            "customer_id": customer_id,
            "order_id": order_id,
            "arguments": arguments,
            "conversation_id": "conversation",
            "turn_id": "turn",
            **own,
        }
    )
