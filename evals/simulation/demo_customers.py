"""Who can sign in at a demo shop over HTTP, and what they ordered; elsewhere only guests come."""

from demo.shop.personas import DEMO_CUSTOMERS
from demo.shop.regions import REGIONS
from evals.simulation.client import Client, Refused
from evals.simulation.people import KnownCustomer, KnownOrder
from evals.simulation.visit import SignIn

_LOCALES = {r.code: r.locale for r in REGIONS}


async def demo_customers(client: Client) -> list[KnownCustomer]:
    """The demo's well-known customers; none where the service shows no demo shop."""
    try:
        there = {one["id"] for one in (await client.call("GET", "/demo/customers"))["items"]}
    except Refused:
        return []
    return [
        KnownCustomer(c.id, c.region, _LOCALES[c.region], tuple(KnownOrder(o.id, o.status) for o in c.orders))
        for c in DEMO_CUSTOMERS
        if c.id in there
    ]


def demo_sign_in(client: Client) -> SignIn:
    async def sign_in(customer_id: str) -> str:
        answer = await client.call("POST", "/demo/sign-in", {"customer_id": customer_id})
        return str(answer["customer_token"])

    return sign_in
