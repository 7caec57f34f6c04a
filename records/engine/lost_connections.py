"""Pooled connections that the server has closed are told from living ones by a look at the socket, not by a question."""

import select
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine


def replace_lost_connections(engine: AsyncEngine) -> None:
    """Never hand out a psycopg connection whose server has gone away; the pool opens another one instead.

    SQLAlchemy's `pool_pre_ping` asks the server each time: a round trip before every transaction."""

    @event.listens_for(engine.sync_engine, "checkout")
    def _ping(connection: Any, _record: object, _proxy: object) -> None:  # Any: the adapter's own connection type
        if _has_something_to_say(connection.driver_connection.pgconn.socket):
            raise DisconnectionError


def _has_something_to_say(socket: int) -> bool:
    """Whether an idle connection's socket is readable: nothing was asked, so it can only be the server's goodbye."""
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
