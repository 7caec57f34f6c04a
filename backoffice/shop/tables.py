"""The shop's own tables: each document as JSON beside the columns that are searched."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Index, Integer, MetaData, String, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC time on both databases: SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (its signature)
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (its signature; Any is SQLAlchemy's)
        if value is None:
            return None
        at: datetime = value
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at


metadata = MetaData()

customers = Table(
    "shop_customer",
    metadata,
    Column("id", String, primary_key=True),
    Column("email", String, nullable=False, index=True),  # lower case
    Column("deleted_at", UtcTime),
    Column("document", JSON, nullable=False),
)

orders = Table(
    "shop_order",
    metadata,
    Column("id", String, primary_key=True),
    Column("typed_id", String, nullable=False, index=True),  # as people type it: letters and digits only, upper case
    Column("customer_id", String, nullable=False),
    Column("status", String, nullable=False, index=True),
    Column("placed_at", UtcTime, nullable=False),
    Column("version", Integer, nullable=False),
    Column("document", JSON, nullable=False),
    Index("ix_shop_order_of_customer", "customer_id", "placed_at"),
)

products = Table(
    "shop_product",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", JSON, nullable=False),
)

operations = Table(
    "shop_operation",
    metadata,
    Column("key", String, primary_key=True),
    Column("request_hash", String, nullable=False),
    Column("customer_id", String, nullable=False, index=True),
    Column("order_id", String, index=True),
    Column("receipt", JSON, nullable=False),
)

outbox = Table(
    "shop_outbox",
    metadata,
    Column("id", String, primary_key=True),  # sorts by creation
    Column("customer_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("recipient", String, nullable=False),
    Column("body", JSON, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
)
