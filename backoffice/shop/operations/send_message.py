"""Messages to the customer: an invoice, a password link, a one-time code, sent by the shop itself."""

from backoffice.shop.operation_context import OperationContext, Result
from domain.errors import ValidationFailed


async def send_invoice(context: OperationContext) -> Result:
    context.send("invoice", context.customer.email, order_id=context.order.id)
    return sent_to(context)


async def send_password_reset(context: OperationContext) -> Result:
    """Goes to the address on file and nowhere else, whatever address was typed."""
    context.send("password_reset", context.customer.email)
    return sent_to(context)


async def send_code(context: OperationContext) -> Result:
    """Arguments: ``code``, made by the caller. The receipt does not repeat it."""
    code = context.text_argument("code")
    if not code:
        raise ValidationFailed("code is missing")
    context.send("code", context.customer.email, code=code)
    return sent_to(context)


def sent_to(context: OperationContext) -> Result:
    """Where a message went, as it may be shown: the first letter and the host."""
    local, _, host = context.customer.email.partition("@")
    return {"channel": "email", "sent_to": f"{local[:1]}***@{host}"}
