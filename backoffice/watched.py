"""A back office that is watched: what is wrong with it is known to health, and said in the log once, not once a call."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from domain.goods_names import GoodsNames
from domain.ports.order_desk import OrderDesk
from domain.shop import Customer, DeskUnavailable, Operation, Order, Product, Receipt
from domain.telemetry.observed import BACKOFFICE

logger = logging.getLogger(__name__)

T = TypeVar("T")

QUIET_SECONDS = 15.0  # without a call; then it is asked, so that an outage is known before a customer meets it
AGAIN_SECONDS = 5.0  # between looks while it is away
STEADY_SECONDS = 10.0  # without a failure; then it is well again: one that fails every other call is not
RECORD_SECONDS = 300.0  # that a record which is not of the contract is named in health
_REMEMBERED = 500  # records whose mistake was said
_PROBE = "supportgraph-health"  # a product that nobody has: 404 is a good answer


class WatchedDesk:
    """Meets ``OrderDesk`` by another one."""

    def __init__(
        self, desk: OrderDesk, clock: Callable[[], float] = time.monotonic, goods: GoodsNames | None = None
    ) -> None:
        """``goods`` receives the names of the products that are met."""
        self._desk, self._clock, self._goods = desk, clock, goods or GoodsNames()
        self._away: str | None = None  # why
        self._since = self._failed_at = self._called_at = clock()
        self._records: dict[str, float] = {}  # what is wrong with one, and when it was last met

    def problem(self) -> str | None:
        """What is wrong with it now, for health; None where nothing is."""
        recent = [text for text, at in self._records.items() if self._clock() - at < RECORD_SECONDS]
        return "; ".join([*([self._away] if self._away else []), *recent[-1:]]) or None

    async def watch(self) -> None:
        """Ask it now and then while nobody else does; until cancelled."""
        while True:
            patience = AGAIN_SECONDS if self._away else QUIET_SECONDS
            await asyncio.sleep(min(AGAIN_SECONDS, patience))
            if self._clock() - self._called_at >= patience:
                with contextlib.suppress(DeskUnavailable):  # said already
                    await self.product(_PROBE)

    async def customer(self, customer_id: str) -> Customer | None:
        return await self._watched(self._desk.customer(customer_id), "customer")

    async def customer_by_email(self, email: str) -> Customer | None:
        return await self._watched(self._desk.customer_by_email(email), "customer_by_email")

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        orders = await self._watched(self._desk.orders(customer_id, limit), "orders")
        self._goods.add(line.name for order in orders for line in order.lines)
        return orders

    async def order(self, order_id: str) -> Order | None:
        order = await self._watched(self._desk.order(order_id), "order")
        self._goods.add(line.name for line in (order.lines if order else ()))
        return order

    async def order_as_typed(self, number: str) -> Order | None:
        order = await self._watched(self._desk.order_as_typed(number), "order")
        self._goods.add(line.name for line in (order.lines if order else ()))
        return order

    async def product(self, product_id: str) -> Product | None:
        return await self._watched(self._desk.product(product_id), "product")

    async def products_named(self, text: str) -> list[Product]:
        products = await self._watched(self._desk.products_named(text), "products_named")
        self._goods.add(product.name for product in products)
        return products

    async def execute(self, key: str, operation: Operation) -> Receipt:
        return await self._watched(self._desk.execute(key, operation), "execute", operation.kind)

    async def receipt(self, key: str) -> Receipt | None:
        return await self._watched(self._desk.receipt(key), "receipt")

    async def _watched(self, call: Awaitable[T], name: str, tool: str | None = None) -> T:
        self._called_at = self._clock()
        try:
            span = {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": tool} if tool else {}
            with BACKOFFICE.observed(name, f"execute_tool {tool}" if tool else f"backoffice {name}", span):
                answer = await call
        except DeskUnavailable as error:
            self._failed(error)
            raise
        self._answered()
        return answer

    def _failed(self, error: DeskUnavailable) -> None:
        now = self._clock()
        if error.is_one_record:
            self._answered()
            said_before = self._records.pop(error.reason, None)
            self._records[error.reason] = now
            if said_before is None:
                logger.warning("%s", error.reason)
            while len(self._records) > _REMEMBERED:
                del self._records[next(iter(self._records))]
            return
        self._failed_at = now
        if self._away is None:
            self._since = now
        if self._away != error.reason:
            self._away = error.reason
            logger.warning("%s", error.reason)

    def _answered(self) -> None:
        if self._away is not None and self._clock() - self._failed_at >= STEADY_SECONDS:
            logger.warning("the back office answers again, after %.0f s", self._clock() - self._since)
            self._away = None
