"""Fills an empty shop with the demo's content, the same at every seeding but for its times."""

import random
from datetime import datetime
from typing import Any

from backoffice.shop.desk import DemoShop
from backoffice.shop.document import ShopDocument
from demo.shop.catalogue import REGIONS, catalogue
from demo.shop.orders import orders
from demo.shop.people import customers
from demo.shop.personas import DEMO_CUSTOMERS, personas
from domain.shop import Customer

__all__ = ["DEMO_CUSTOMERS", "demo_document", "seed_demo"]

_SEED = 1854


async def seed_demo(shop: DemoShop, now: datetime) -> bool:
    """Fill the shop where it is empty; says whether it was. Orders are placed in the time before ``now``."""
    await shop.prepare()
    if not await shop.is_empty():
        return False
    await shop.load(_content(now))
    return True


def demo_document(now: datetime) -> dict[str, list[dict[str, Any]]]:  # Any: the contract's JSON
    """The demo's customers, orders and products in the contract's shapes."""
    return _content(now).model_dump(mode="json")


def _content(now: datetime) -> ShopDocument:
    now = now.replace(second=0, microsecond=0)
    rng = random.Random(_SEED)
    products = catalogue(rng)
    known, their_orders = personas({p.id: p for p in products}, now, rng)
    crowd: list[Customer] = []
    for region in REGIONS:
        crowd += customers(region, len(known) + len(crowd) + 1, now, rng)
    return ShopDocument(
        customers=[*known, *crowd], orders=[*their_orders, *orders(crowd, products, now, rng)], products=products
    )
