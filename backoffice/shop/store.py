"""Rows of the shop as the domain's words, inside one transaction of the caller."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from backoffice.shop import tables
from domain.order_numbers import typed_id
from domain.shop import Customer, Order, Product, Receipt

# Put together once: nearly every turn asks these.
_CUSTOMER = select(tables.customers.c.document, tables.customers.c.deleted_at).where(
    tables.customers.c.id == bindparam("id")
)
_ORDER = select(tables.orders.c.document).where(tables.orders.c.id == bindparam("id"))
_ORDER_AS_TYPED = (
    select(tables.orders.c.id, tables.orders.c.document)
    .where(tables.orders.c.typed_id == bindparam("typed"))
    .order_by(tables.orders.c.id != bindparam("exactly"))
    .limit(2)
)


class ShopStore:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def customer(self, customer_id: str, *, lock: bool = False) -> tuple[Customer, datetime | None] | None:
        """The customer and when the account was deleted, if it was."""
        query = _CUSTOMER.with_for_update() if lock else _CUSTOMER
        row = (await self._connection.execute(query, {"id": customer_id})).one_or_none()
        return (Customer.model_validate(row.document), row.deleted_at) if row else None

    async def customer_by_email(self, email: str) -> Customer | None:
        query = (
            select(tables.customers.c.document)
            .where(tables.customers.c.email == email.strip().lower(), tables.customers.c.deleted_at.is_(None))
            .order_by(tables.customers.c.id)
            .limit(1)
        )
        document = (await self._connection.execute(query)).scalar_one_or_none()
        return Customer.model_validate(document) if document is not None else None

    async def order(self, order_id: str, *, lock: bool = False) -> Order | None:
        query = _ORDER.with_for_update() if lock else _ORDER
        document = (await self._connection.execute(query, {"id": order_id})).scalar_one_or_none()
        return Order.model_validate(document) if document is not None else None

    async def order_as_typed(self, order_id: str) -> Order | None:
        """The order of that number, else the one whose number differs only by case, spaces and signs."""
        asked = {"typed": typed_id(order_id), "exactly": order_id}
        rows = (await self._connection.execute(_ORDER_AS_TYPED, asked)).all()
        is_one = len(rows) == 1 or (len(rows) == 2 and rows[0].id == order_id)
        return Order.model_validate(rows[0].document) if is_one else None

    async def orders_of(self, customer_id: str, limit: int | None = None) -> list[Order]:
        """Newest first."""
        query = (
            select(tables.orders.c.document)
            .where(tables.orders.c.customer_id == customer_id)
            .order_by(tables.orders.c.placed_at.desc(), tables.orders.c.id.desc())
            .limit(limit)
        )
        return [Order.model_validate(d) for d in (await self._connection.execute(query)).scalars()]

    async def orders_after(self, after: str, limit: int, *, status: str | None, customer_id: str | None) -> list[Order]:
        """By id."""
        query = select(tables.orders.c.document).where(tables.orders.c.id > after).order_by(tables.orders.c.id).limit(limit)
        if status is not None:
            query = query.where(tables.orders.c.status == status)
        if customer_id is not None:
            query = query.where(tables.orders.c.customer_id == customer_id)
        return [Order.model_validate(d) for d in (await self._connection.execute(query)).scalars()]

    async def product(self, product_id: str) -> Product | None:
        query = select(tables.products.c.document).where(tables.products.c.id == product_id)
        document = (await self._connection.execute(query)).scalar_one_or_none()
        return Product.model_validate(document) if document is not None else None

    async def product_names(self) -> list[tuple[str, str]]:
        """Id and name of every product."""
        query = select(tables.products.c.id, tables.products.c.document["name"].as_string()).order_by(tables.products.c.id)
        return [(row[0], row[1]) for row in await self._connection.execute(query)]

    async def is_empty(self) -> bool:
        return (await self._connection.execute(select(tables.customers.c.id).limit(1))).first() is None

    async def known_ids(self, table: Table, ids: Sequence[str]) -> set[str]:
        known: set[str] = set()
        for start in range(0, len(ids), 500):  # SQLite takes a limited number of parameters
            query = select(table.c.id).where(table.c.id.in_(ids[start : start + 500]))
            known.update((await self._connection.execute(query)).scalars())
        return known

    async def put_customers(self, customers: Sequence[Customer], deleted_at: datetime | None = None) -> None:
        rows: list[dict[str, object]] = [
            {"id": c.id, "email": c.email.strip().lower(), "deleted_at": deleted_at, "document": c.model_dump(mode="json")}
            for c in customers
        ]
        await self._put(tables.customers, rows)

    async def put_orders(self, orders: Sequence[Order]) -> None:
        rows = [
            {
                "id": o.id,
                "typed_id": typed_id(o.id),
                "customer_id": o.customer_id,
                "status": o.status,
                "placed_at": o.placed_at,
                "version": o.version,
                "document": o.model_dump(mode="json"),
            }
            for o in orders
        ]
        await self._put(tables.orders, rows)

    async def put_products(self, products: Sequence[Product]) -> None:
        await self._put(tables.products, [{"id": p.id, "document": p.model_dump(mode="json")} for p in products])

    async def receipt(self, key: str) -> tuple[str, Receipt] | None:
        """The hash of the request that used a key, and its receipt."""
        query = select(tables.operations.c.request_hash, tables.operations.c.receipt).where(tables.operations.c.key == key)
        row = (await self._connection.execute(query)).one_or_none()
        return (row.request_hash, Receipt.model_validate(row.receipt)) if row else None

    async def add_receipt(self, receipt: Receipt, request_hash: str, customer_id: str, order_id: str | None) -> None:
        """Raises SQLAlchemy's ``IntegrityError`` where another transaction used the key meanwhile."""
        row = {"key": receipt.key, "request_hash": request_hash, "customer_id": customer_id, "order_id": order_id}
        await self._connection.execute(insert(tables.operations), [row | {"receipt": receipt.model_dump(mode="json")}])

    async def add_messages(self, rows: Sequence[dict[str, object]]) -> None:
        if rows:
            await self._connection.execute(insert(tables.outbox), list(rows))

    async def messages_to(self, customer_id: str, limit: int) -> list[dict[str, object]]:
        """Latest first."""
        query = (
            select(tables.outbox)
            .where(tables.outbox.c.customer_id == customer_id)
            .order_by(tables.outbox.c.id.desc())
            .limit(limit)
        )
        return [dict(row) for row in (await self._connection.execute(query)).mappings()]

    async def forget_messages(self, customer_id: str) -> int:
        """How many there were."""
        gone = await self._connection.execute(delete(tables.outbox).where(tables.outbox.c.customer_id == customer_id))
        return gone.rowcount

    async def documents(self) -> dict[str, dict[str, Any]]:  # Any: stored JSON as it is
        """Every stored document by table and id."""
        found: dict[str, dict[str, Any]] = {}
        for table in (tables.customers, tables.orders, tables.products):
            rows = (await self._connection.execute(select(table.c.id, table.c.document))).all()
            found[table.name] = {row.id: row.document for row in rows}
        return found

    async def _put(self, table: Table, rows: list[dict[str, object]]) -> None:
        """Insert, or replace what has the same id."""
        if not rows:
            return
        make = sqlite_insert if self._connection.dialect.name == "sqlite" else postgresql_insert
        statement = make(table)
        changed = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
        await self._connection.execute(statement.on_conflict_do_update(index_elements=[table.c.id], set_=changed), rows)
