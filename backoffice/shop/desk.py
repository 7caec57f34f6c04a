"""The demo shop: customers, orders and products in SQL behind the port that every back office meets."""

import hashlib
import json
import time
from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from backoffice.shop import tables
from backoffice.shop.database import ShopDatabase
from backoffice.shop.document import read_document
from backoffice.shop.operation_context import OperationContext
from backoffice.shop.operations import ONLY_SENDS, OPERATIONS
from backoffice.shop.store import ShopStore
from domain.clock import Clock, utc_now
from domain.errors import IdempotencyKeyReused, ValidationFailed
from domain.ids import new_id
from domain.language.goods.product_names import named_products
from domain.ports.privacy import Vault
from domain.shop import Customer, Operation, Order, OrderStatus, Product, Receipt, Refused

_MOST_NAMED = 10
_NAMES_KEPT = 60.0  # seconds: so late may goods show that another process loads


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

    def __init__(self, source: AsyncEngine | str, clock: Clock = utc_now, vault: Vault | None = None) -> None:
        """``vault`` seals the codes that are sent; without one they are not kept."""
        self._database = ShopDatabase(source)
        self._clock, self._vault = clock, vault
        self._names: list[tuple[str, str]] = []  # of all products: they are held against every question
        self._names_until = 0.0

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
            return await ShopStore(connection).order_as_typed(order_id)

    async def order_as_typed(self, number: str) -> Order | None:
        return await self.order(number)

    async def product(self, product_id: str) -> Product | None:
        async with self._database.read() as connection:
            return await ShopStore(connection).product(product_id)

    async def product_names(self) -> list[str]:
        """The names of all that is sold."""
        return [name for _, name in await self._product_names()]

    async def products_named(self, text: str) -> list[Product]:
        named = named_products(text, await self._product_names())[:_MOST_NAMED]
        if not named:
            return []
        async with self._database.read() as connection:
            store = ShopStore(connection)
            return [p for product_id in named if (p := await store.product(product_id))]

    async def _product_names(self) -> list[tuple[str, str]]:
        """Id and name of all that is sold."""
        if time.monotonic() >= self._names_until:
            async with self._database.read() as connection:
                self._names = await ShopStore(connection).product_names()
            self._names_until = time.monotonic() + _NAMES_KEPT
        return self._names

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
            context = await self._context(store, customer, operation)
            result = await OPERATIONS[operation.kind](context)
            context.messages = [{**m, "body": self._seal(m["id"], m["body"])} for m in context.messages]
            await _save(context)
            receipt = Receipt(
                key=key,
                kind=operation.kind,
                status="done",
                reference=new_id()[-12:].upper(),
                executed_at=context.at,
                result=result,
            )
            await store.add_receipt(receipt, request, operation.customer_id, operation.order_id)
            return receipt

    async def _context(
        self, store: ShopStore, customer: tuple[Customer, datetime | None] | None, operation: Operation
    ) -> OperationContext:
        if customer is None:
            raise Refused("not_found")
        if customer[1] is not None:
            raise Refused("already_done" if operation.kind == "delete_account" else "not_found")
        context = OperationContext(operation, customer[0], self._clock(), store)
        if operation.order_id is not None:
            order = await store.order(operation.order_id, lock=True)
            if order is None:
                raise Refused("not_found")
            if order.customer_id != operation.customer_id:
                raise Refused("not_owner")
            if operation.order_version is not None and order.version != operation.order_version:
                raise Refused("stale_version")
            context.own_order = order
        return context

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
        sent = [SentMessage.model_validate(row) for row in rows]
        return [m.model_copy(update={"body": self._opened(m.id, m.body)}) for m in sent]

    async def forget_mails(self, customer_id: str) -> int:
        """Drop what stands in the outbox for a customer; how many messages that were."""
        async with self._database.write() as connection:
            return await ShopStore(connection).forget_messages(customer_id)

    def _opened(self, message_id: str, body: dict[str, Any]) -> dict[str, Any]:
        """A message's body with its code, where that was sealed by this vault."""
        if self._vault is None or "sealed_code" not in body:
            return body
        return {"code": self._vault.open(b64decode(body["sealed_code"]), message_id)}

    def _seal(self, message_id: str, body: dict[str, Any]) -> dict[str, Any]:
        if "code" not in body:
            return body
        if self._vault is None:
            return {}
        return {"sealed_code": b64encode(self._vault.seal(body["code"], message_id)).decode()}

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
        self._names_until = 0.0
        return {"customers": len(content.customers), "orders": len(content.orders), "products": len(content.products)}

    async def is_empty(self) -> bool:
        async with self._database.read() as connection:
            return await ShopStore(connection).is_empty()

    async def documents(self) -> dict[str, dict[str, Any]]:  # Any: stored JSON as it is
        """Everything stored, by table and id: to compare the shop before and after."""
        async with self._database.read() as connection:
            return await ShopStore(connection).documents()


async def _save(context: OperationContext) -> None:
    kind = context.operation.kind
    if context.own_order is not None and kind not in ONLY_SENDS:
        context.own_order.version += 1
        await context.store.put_orders([context.own_order])
    if kind not in ONLY_SENDS:
        await context.store.put_customers([context.customer], context.at if context.deletes_account else None)
    await context.store.add_messages(context.messages)


def _request_hash(operation: Operation) -> str:
    """What makes two requests the same: not the turn that asks, nor the version it has seen."""
    left_out = {"order_version", "conversation_id", "turn_id"}
    if operation.kind == "send_code":
        left_out.add("arguments")  # a hash of six digits is as good as the digits
    asked = operation.model_dump(mode="json", exclude=left_out)
    return hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest()
