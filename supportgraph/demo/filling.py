"""What `serve --demo` adds to an empty store: the demo shop, its help centre, and staff keys for the evening."""

import secrets
from datetime import datetime

from backoffice.shop.desk import DemoShop
from backoffice.shop.seed import DEMO_CUSTOMERS, seed_demo
from demo import ARTICLES
from domain.audit import Actor
from domain.conversation import JsonObject
from domain.ids import new_id
from domain.staff import ROLES, Staff, hash_key
from kb.knowledge_base import KnowledgeBase
from records.engine.session import Database

# Names that a name finder might take for a customer's.
SPARED_NAMES = ("Harbour & Pine", "Harbour", "Pine", "Pip", "Birch")


async def fill_demo(database: Database, knowledge: KnowledgeBase, shop: DemoShop | None, now: datetime) -> list[JsonObject]:
    """Fill what is empty; the demo's well-known customers, where the shop is ours."""
    async with database.begin() as unit:
        if not await unit.articles.articles(limit=1):
            unit.authored.by = Actor(name="the demo", role="service")
            await knowledge.load_folder(unit.articles, ARTICLES)
    await knowledge.refresh()
    if shop is None:
        return []
    await seed_demo(shop, now)
    return [{"id": c.id, "name": c.name, "region": c.region, "about": c.about} for c in DEMO_CUSTOMERS]


def demo_staff() -> tuple[list[Staff], list[tuple[str, str]]]:
    """One key a role, made anew at each start: (what the service keeps, (role, key) to be printed)."""
    keys = [(role, f"demo-{role}-{secrets.token_urlsafe(18)}") for role in ROLES]
    names = {"agent": "Ana", "admin": "Ada", "engineer": "Eve"}
    return [Staff(role=r, name=names[r], key_hash=hash_key(k)) for r, k in keys], [(r, k) for r, k in keys]


def demo_jwt_secret() -> str:
    return f"{new_id()}{secrets.token_hex(16)}"
