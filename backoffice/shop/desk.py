"""The demo shop: customers, orders and products in SQL behind the port that every back office meets."""

import hashlib
import json
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from backoffice.shop import tables
from backoffice.shop.database import ShopDatabase
from backoffice.shop.document import read_document
from backoffice.shop.errand import Errand
from backoffice.shop.operations import ONLY_SENDS, OPERATIONS
from backoffice.shop.store import ShopStore
from domain.clock import Clock, utc_now
from domain.errors import IdempotencyKeyReused, ValidationFailed
from domain.ids import new_id
from domain.shop import Customer, Operation, Order, OrderStatus, Product, Receipt, Refused

_NO_SUCH_ORDER = "There is no such order."


class SentMessage(BaseModel):
    """What the shop sent. ``body`` of a ``code`` message holds the code: for staff and the demo page only."""

    id: str
    customer_id: str
    kind: str
    recipient: str
    body: dict[str, Any]  # its keys differ by kind
    sent_at: datetime


class DemoShop:
    """Meets ``OrderDesk``. ``source`` is a SQLAlchemy URL or an engine not connected yet; call ``prepare`` first."""

    def __init__(self, source: AsyncEngine | str, clock: Clock = utc_now) -> None:
        self._database = ShopDatabase(source)
        self._clock = clock

    async def prepare(self) -> None:
        """Create the tables that are missing."""
        await self._database.prepare()

    async def close(self) -> None:
        await self._database.close()

    async def customer(self, customer_id: str) -> Customer | None:
        async with self._database.read() as connection:
            found = await ShopStore(connection).customer(customer_id)
        return found[0] if found and found[1] is None else None

    async def customer_by_email(self, email: str) -> Customer | None:
        async with self._database.read() as connection:
            return await ShopStore(connection).customer_by_email(email)

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        async with self._database.read() as connection:
            return await ShopStore(connection).orders_of(customer_id, limit)

    async def order(self, order_id: str) -> Order | None:
        """Also finds ``W2611340`` or ``#w2611340`` where the number is ``#W2611340``."""
        async with self._database.read() as connection:
            store = ShopStore(connection)
            return await store.order(order_id) or await store.order_as_typed(order_id)

    async def product(self, product_id: str) -> Product | None:
        async with self._database.read() as connection:
            return await ShopStore(connection).product(product_id)

    async def receipt(self, key: str) -> Receipt | None:
        async with self._database.read() as connection:
            found = await ShopStore(connection).receipt(key)
        return found[1] if found else None

    async def execute(self, key: str, operation: Operation) -> Receipt:
        """One transaction: checks, effect and receipt.

        Raises ``Refused``; ``ValidationFailed`` for arguments that make no sense; ``IdempotencyKeyReused`` for a key that
        another request used; ``DeskUnavailable``. Nothing is changed by any of them."""
        try:
            return await self._execute(key, operation)
        except IntegrityError:  # on PostgreSQL, the same key in two transactions at once: the other one won
            return await self._execute(key, operation)

    async def _execute(self, key: str, operation: Operation) -> Receipt:
        request = _request_hash(operation)
        async with self._database.write() as connection:
            store = ShopStore(connection)
            customer = await store.customer(operation.customer_id, lock=True)
            done = await store.receipt(key)  # after the lock: a repeat waits for the first
            if done is not None:
                if done[0] != request:
                    raise IdempotencyKeyReused
                return done[1]
            errand = await self._errand(store, customer, operation)
            result = await OPERATIONS[operation.kind](errand)
            await _save(errand)
            receipt = Receipt(
                key=key,
                kind=operation.kind,
                status="done",
                reference=new_id()[-12:].upper(),
                executed_at=errand.at,
                result=result,
            )
            await store.add_receipt(receipt, request, operation.customer_id, operation.order_id)
            return receipt

    async def _errand(
        self, store: ShopStore, customer: tuple[Customer, datetime | None] | None, operation: Operation
    ) -> Errand:
        if customer is None:
            raise Refused("not_found", "There is no such customer.")
        if customer[1] is not None:
            raise Refused("already_done" if operation.kind == "delete_account" else "not_found", "This account was deleted.")
        errand = Errand(operation, customer[0], self._clock(), store)
        if operation.order_id is not None:
            order = await store.order(operation.order_id, lock=True)
            if order is None:
                raise Refused("not_found", _NO_SUCH_ORDER)
            if order.customer_id != operation.customer_id:
                raise Refused("not_owner", _NO_SUCH_ORDER)
            if operation.order_version is not None and order.version != operation.order_version:
                raise Refused("stale_version", "The order changed meanwhile.")
            errand.own_order = order
        return errand

    async def list_orders(
        self,
        status: OrderStatus | None = None,
        customer_id: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> tuple[list[Order], str | None]:
        """For staff, by id: a page and the cursor of the next, None on the last."""
        async with self._database.read() as connection:
            store = ShopStore(connection)
            found = await store.orders_after(after or "", limit + 1, status=status, customer_id=customer_id)
        page = found[:limit]
        return page, page[-1].id if len(found) > limit else None

    async def sent(self, customer_id: str, limit: int = 10) -> list[SentMessage]:
        """What the shop sent to a customer, latest first: where the demo finds the one-time code."""
        async with self._database.read() as connection:
            rows = await ShopStore(connection).messages_to(customer_id, limit)
        return [SentMessage.model_validate(row) for row in rows]

    async def load(self, document: object) -> dict[str, int]:
        """Insert customers, orders and products, replacing those with the same id; returns how many of each.

        Raises ``ValidationFailed`` that names each wrong place; then nothing is loaded."""
        content = read_document(document)
        async with self._database.write() as connection:
            store = ShopStore(connection)
            await store.put_customers(content.customers)
            await store.put_products(content.products)
            known = await store.known_ids(tables.customers, sorted({o.customer_id for o in content.orders}))
            lost = [i for i, order in enumerate(content.orders) if order.customer_id not in known]
            if lost:
                errors = [{"field": f"orders[{i}].customer_id", "message": "no such customer"} for i in lost[:20]]
                raise ValidationFailed(f"{len(lost)} error(s) in the document", errors)
            await store.put_orders(content.orders)
        return {"customers": len(content.customers), "orders": len(content.orders), "products": len(content.products)}

    async def is_empty(self) -> bool:
        async with self._database.read() as connection:
            return await ShopStore(connection).is_empty()

    async def documents(self) -> dict[str, dict[str, Any]]:  # Any: stored JSON as it is
        """Everything stored, by table and id: to compare the shop before and after."""
        async with self._database.read() as connection:
            return await ShopStore(connection).documents()


async def _save(errand: Errand) -> None:
    kind = errand.operation.kind
    if errand.own_order is not None and kind not in ONLY_SENDS:
        errand.own_order.version += 1
        await errand.store.put_orders([errand.own_order])
    if kind not in ONLY_SENDS:
        await errand.store.put_customers([errand.customer], errand.at if errand.deletes_account else None)
    await errand.store.add_messages(errand.messages)


def _request_hash(operation: Operation) -> str:
    """What makes two requests the same: not the turn that asks, nor the version it has seen."""
    asked = operation.model_dump(mode="json", exclude={"order_version", "conversation_id", "turn_id"})
    return hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest()
