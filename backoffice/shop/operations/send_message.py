"""Messages to the customer: an invoice, a password link, a one-time code, sent by the shop itself."""

from backoffice.shop.errand import Errand, Result
from domain.errors import ValidationFailed


async def send_invoice(errand: Errand) -> Result:
    errand.send("invoice", errand.customer.email, order_id=errand.order.id)
    return _sent_to(errand)


async def send_password_reset(errand: Errand) -> Result:
    """Goes to the address on file and nowhere else, whatever address was typed."""
    errand.send("password_reset", errand.customer.email)
    return _sent_to(errand)


async def send_code(errand: Errand) -> Result:
    """Arguments: ``code``, made by the caller. The receipt does not repeat it."""
    code = errand.text_argument("code")
    if not code:
        raise ValidationFailed("code is missing")
    errand.send("code", errand.customer.email, code=code)
    return _sent_to(errand)


def _sent_to(errand: Errand) -> Result:
    local, _, host = errand.customer.email.partition("@")
    return {"channel": "email", "to": f"{local[:1]}***@{host}"}
