"""The back office of a service, the merchant's own over HTTP or the embedded demo shop; and whose names stand in a conversation: what the
merchant and the customer's token call the customer.
"""

import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from backoffice.watched import WatchedDesk
from domain.clock import Clock
from domain.conversation import Conversation
from domain.goods_names import GoodsNames
from domain.ports.order_desk import OrderDesk
from domain.shop import DeskUnavailable
from privacy.vault import AesGcmVault
from records.engine.inline_sqlite import inline_engine
from records.engine.session import Database
from supportgraph.configuration.settings import Settings


@dataclass(frozen=True)
class Office:
    desk: WatchedDesk
    goods: GoodsNames  # names of what is sold, as far as they were seen
    shop: DemoShop | None  # where it is ours


@contextlib.asynccontextmanager
async def opened_office(settings: Settings, clock: Clock, vault: AesGcmVault) -> AsyncIterator[Office]:
    """What the settings name, watched; closed at the end."""
    goods = GoodsNames()
    if settings.backoffice_url:
        from backoffice.http import HttpOrderDesk  # a fifth of a second of imports that our own shop does not need

        token = settings.backoffice_token.get_secret_value() if settings.backoffice_token else None
        desk = HttpOrderDesk(settings.backoffice_url, token, settings.backoffice_timeout)
        try:
            yield Office(WatchedDesk(desk, goods=goods), goods, None)
        finally:
            await desk.close()
        return
    shop = open_shop(settings.data_dir, settings.database_url, clock, inline_engine, vault)
    await shop.prepare()
    try:
        yield Office(WatchedDesk(shop, goods=goods), goods, shop)
    finally:
        await shop.close()


_REMEMBERED_SECONDS = 300.0
_MOST = 10_000  # conversations


class CustomersByDesk:
    """Meets ``domain.ports.privacy.KnownPeople``. Remembers names for five minutes, in memory only."""

    def __init__(self, database: Database, desk: OrderDesk) -> None:
        self._database, self._desk = database, desk
        self._seen: dict[tuple[str, str], tuple[float, list[str]]] = {}

    async def names_of(self, conversation: Conversation) -> list[str] | None:
        if conversation.customer_id is None:
            return []
        key = conversation.id, conversation.customer_id
        at, names = self._seen.get(key, (-_REMEMBERED_SECONDS, []))
        if time.monotonic() - at < _REMEMBERED_SECONDS:
            return names
        try:
            customer = await self._desk.customer(conversation.customer_id)
        except DeskUnavailable:
            return None
        async with self._database.read_snapshot() as unit:
            greeted = await unit.turns.greeted_as(conversation.id)
        names = [name for name in (customer.name if customer else None, greeted) if name]
        if len(self._seen) >= _MOST:
            self._seen.clear()
        self._seen[key] = time.monotonic(), names
        return names
