"""What changed an order or an account, in one comparable form for the dialogue's own agent and for our service."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from domain.shop import Address, Order

Json = dict[str, Any]  # another project's JSON, and the contract's

WRITES = frozenset(
    {
        "cancel_order",
        "change_order_items",
        "change_shipping_address",
        "change_payment_method",
        "return_items",
        "exchange_items",
        "refund_order",
        "update_account",
        "delete_account",
    }
)


class Write(BaseModel):
    """``details`` are sorted words: goods, variants, method or address. ``order_id`` is None for an account."""

    model_config = ConfigDict(frozen=True)

    action: str
    order_id: str | None
    details: tuple[str, ...] = ()

    def same_target(self, other: "Write") -> bool:
        return (self.action, self.order_id) == (other.action, other.order_id)

    def __str__(self) -> str:
        return f"{self.action} {self.order_id or ''} ({', '.join(self.details)})"


def written_address(address: Address) -> tuple[str, ...]:
    return tuple(sorted((address.line1.casefold().strip(), (address.line2 or "").casefold().strip(), address.postcode)))


def order_write(before: Json, after: Json) -> Write | None:
    """The write of the dialogue's agent that lies between two of its tools' views of one order."""
    if before == after:
        return None
    number = after["order_id"]
    match after["status"]:
        case "cancelled":
            return Write(action="cancel_order", order_id=number, details=(after["cancel_reason"],))
        case "return requested":
            method = after["return_payment_method_id"]
            return Write(action="return_items", order_id=number, details=(*sorted(after["return_items"]), method))
        case "exchange requested":
            swaps = _swapped(after["exchange_items"], after["exchange_new_items"])
            method = after["exchange_payment_method_id"]
            return Write(action="exchange_items", order_id=number, details=(*swaps, method))
        case "pending (item modified)":
            pairs = [(a["item_id"], b["item_id"]) for a, b in zip(before["items"], after["items"], strict=True)]
            changed = [pair for pair in pairs if pair[0] != pair[1]]
            swaps = _swapped([old for old, _ in changed], [new for _, new in changed])
            method = after["payment_history"][-1]["payment_method_id"]
            return Write(action="change_order_items", order_id=number, details=(*swaps, method))
    if before["address"] != after["address"]:
        return Write(action="change_shipping_address", order_id=number, details=_their_address(after["address"]))
    payers = [p["payment_method_id"] for p in after["payment_history"] if p["transaction_type"] == "payment"]
    return Write(action="change_payment_method", order_id=number, details=(payers[-1],))


def account_write(before: Json, after: Json) -> Write | None:
    """A default address that differs is a change of the account."""
    old, new = _their_address(before["address"]), _their_address(after["address"])
    return Write(action="update_account", order_id=None, details=new) if old != new else None


def _their_address(address: Json) -> tuple[str, ...]:
    return tuple(sorted((address["address1"].casefold(), (address["address2"] or "").casefold(), address["zip"])))


def _swapped(old: list[str], new: list[str]) -> list[str]:
    """The benchmark sorts both lists, so that it is lost which became which; a variant fits one product only."""
    return [*sorted(f"-{variant}" for variant in old), *sorted(f"+{variant}" for variant in new)]


def our_write(call: Json, orders: Mapping[str, Order], address: tuple[str, ...] = ()) -> Write:
    """A tool call of ours as a write; ``orders`` as they were before it, ``address`` as the shop has it now."""
    given = call["arguments"]
    order = orders.get(str(given.get("order_id")))
    number = order.id if order else None
    match call["name"]:
        case "cancel_order":
            details: tuple[str, ...] = (str(given.get("reason", "")).replace("_", " "),)
        case "return_items" | "refund_order":
            named = given.get("line_ids") or ([line.line_id for line in order.lines] if order else [])
            details = (*sorted(_variant(order, line_id) for line_id in named), str(given.get("refund_to")))
        case "change_order_items" | "exchange_items":
            changes = given.get("changes") or []
            swaps = _swapped([_variant(order, c["line_id"]) for c in changes], [c["variant_id"] for c in changes])
            details = (*swaps, str(given.get("payment_method_id")))
        case "change_payment_method":
            details = (str(given.get("payment_method_id")),)
        case _:
            details = address
    return Write(action=call["name"], order_id=number, details=details)


def _variant(order: Order | None, line_id: str) -> str:
    line = order.line(line_id) if order else None
    return line.variant_id if line else f"line {line_id}"
