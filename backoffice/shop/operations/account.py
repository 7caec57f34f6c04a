"""A customer's account: its details changed, or the person taken out of it. The orders stay for the books."""

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.pending_order import read_address
from domain.errors import ValidationFailed
from domain.shop import Address, Customer, Refused


async def update_account(context: OperationContext) -> Result:
    """Arguments: any of ``address`` (becomes the default), ``email``, ``phone``, ``name``; the result names what changed."""
    customer = context.customer
    changed: list[str] = []
    email = context.text_argument("email")
    if email is not None:
        await _change_email(context, email.strip())
        changed.append("email")
    if context.argument("address") is not None:
        _set_default_address(customer, read_address(context.argument("address")))
        changed.append("address")
    phone = context.text_argument("phone")
    if phone is not None:
        customer.phone = phone.strip() or None
        changed.append("phone")
    name = (context.text_argument("name") or "").strip()
    if name:
        customer.name = name
        changed.append("name")
    if not changed:
        raise ValidationFailed("nothing to change: address, email, phone or name")
    return {"changed": changed}


async def _change_email(context: OperationContext, email: str) -> None:
    local, _, host = email.partition("@")
    if not local or "." not in host or any(c.isspace() for c in email):
        raise ValidationFailed("email is not an e-mail address")
    owner = await context.store.customer_by_email(email)
    if owner is not None and owner.id != context.customer.id:
        # Says nothing about whose it is: an account's existence is not revealed.
        raise Refused("unavailable")
    old = context.customer.email
    context.customer.email = email
    context.send("email_changed", old)


def _set_default_address(customer: Customer, address: Address) -> None:
    old = next((a for a in customer.addresses if a.default), customer.addresses[0] if customer.addresses else None)
    new = address.model_copy(update={"id": old.id if old else "default", "default": True})
    customer.addresses = [new, *(a for a in customer.addresses if a is not old)]


_FINISHED = ("delivered", "cancelled", "returned")


async def delete_account(context: OperationContext) -> Result:
    """Orders under way keep their shipping address until they have arrived; finished ones keep the country only."""
    orders = await context.store.orders_of(context.customer.id)
    finished = [o for o in orders if o.status in _FINISHED]
    for order in finished:
        order.shipping_address = Address(
            line1="removed", city="removed", postcode="", country=order.shipping_address.country
        )
        order.version += 1
    await context.store.put_orders(finished)
    await context.store.forget_messages(context.customer.id)
    context.customer = Customer(
        id=context.customer.id,
        name="Deleted customer",
        email=f"{context.customer.id.lower()}@deleted.invalid",
        region=context.customer.region,
    )
    context.deletes_account = True
    return {"orders_kept": len(orders), "orders_under_way": len(orders) - len(finished)}
