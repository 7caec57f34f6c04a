"""Whose names stand in a conversation: what the merchant and the customer's token call the customer."""

import time

from domain.conversation import Conversation
from domain.ports.order_desk import OrderDesk
from domain.shop import DeskUnavailable
from records.engine.session import Database

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
