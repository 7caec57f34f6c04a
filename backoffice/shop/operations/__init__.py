"""What the shop can be asked to do: one subject a file, each operation checked as a shop checks it, then carried out."""

from collections.abc import Awaitable, Callable, Mapping

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.account import delete_account, update_account
from backoffice.shop.operations.pending_order import cancel_order, change_payment_method, change_shipping_address
from backoffice.shop.operations.refunds import refund, return_items
from backoffice.shop.operations.send_message import send_code, send_invoice, send_password_reset
from backoffice.shop.operations.swaps import change_order_items, exchange_items
from domain.shop import OperationKind

OPERATIONS: Mapping[OperationKind, Callable[[OperationContext], Awaitable[Result]]] = {
    "cancel_order": cancel_order,
    "change_order_items": change_order_items,
    "change_shipping_address": change_shipping_address,
    "change_payment_method": change_payment_method,
    "return_items": return_items,
    "exchange_items": exchange_items,
    "refund": refund,
    "update_account": update_account,
    "delete_account": delete_account,
    "send_invoice": send_invoice,
    "send_password_reset": send_password_reset,
    "send_code": send_code,
}

# These only send a message: the order's version stays.
ONLY_SENDS: frozenset[OperationKind] = frozenset({"send_invoice", "send_password_reset", "send_code"})
