"""What the shop can be asked to do: one operation a file, each checked as a shop checks it, then carried out."""

from collections.abc import Awaitable, Callable, Mapping

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.cancel_order import cancel_order
from backoffice.shop.operations.change_order_items import change_order_items
from backoffice.shop.operations.change_payment_method import change_payment_method
from backoffice.shop.operations.change_shipping_address import change_shipping_address
from backoffice.shop.operations.delete_account import delete_account
from backoffice.shop.operations.exchange_items import exchange_items
from backoffice.shop.operations.refund import refund
from backoffice.shop.operations.return_items import return_items
from backoffice.shop.operations.send_message import send_code, send_invoice, send_password_reset
from backoffice.shop.operations.update_account import update_account
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
