"""Delete an account: the person is taken out of it, the orders stay for the books."""

from backoffice.shop.operation_context import OperationContext, Result
from domain.shop import Address, Customer

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
