"""The back office of a service: the merchant's own over HTTP, or the embedded demo shop."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from backoffice.watched import WatchedDesk
from domain.clock import Clock
from domain.goods_names import GoodsNames
from privacy.vault import AesGcmVault
from records.engine.inline_sqlite import inline_engine
from supportgraph.settings import Settings


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
