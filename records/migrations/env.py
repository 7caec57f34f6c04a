"""Alembic's entry: runs on the connection that `records/migrate.py` hands over."""

from typing import Literal

from alembic import context

from records.tables import metadata
from records.tables.model import UtcDateTime


def render_item(kind: str, item: object, _: object) -> str | Literal[False]:
    """A migration stands on its own: our column type is written as what the database sees."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True, render_item=render_item
)
with context.begin_transaction():
    context.run_migrations()
