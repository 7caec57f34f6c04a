"""Delete an account: the person is taken out of it, the orders stay for the books."""

from backoffice.shop.errand import Errand, Result
from domain.shop import Address, Customer

_FINISHED = ("delivered", "cancelled", "returned")


async def delete_account(errand: Errand) -> Result:
    """Orders under way keep their shipping address until they have arrived; finished ones keep the country only."""
    orders = await errand.store.orders_of(errand.customer.id)
    finished = [o for o in orders if o.status in _FINISHED]
    for order in finished:
        order.shipping_address = Address(
            line1="removed", city="removed", postcode="", country=order.shipping_address.country
        )
        order.version += 1
    await errand.store.put_orders(finished)
    await errand.store.forget_messages(errand.customer.id)
    errand.customer = Customer(
        id=errand.customer.id,
        name="Deleted customer",
        email=f"{errand.customer.id.lower()}@deleted.invalid",
        region=errand.customer.region,
    )
    errand.deletes_account = True
    return {"orders_kept": len(orders), "orders_under_way": len(orders) - len(finished)}
