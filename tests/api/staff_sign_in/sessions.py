"""What tests of sessions do to the store and read from the audit log."""

import sqlite3
from typing import Any

from tests.service import ADMIN, Served


def age(desk: Served, **columns: str) -> None:
    """Move times of all sessions into the past: ``heard_at="-61 minutes"``."""
    with sqlite3.connect(desk.data / "supportgraph.db", timeout=30) as database:
        for column, by in columns.items():
            database.execute(f"UPDATE staff_session SET {column} = strftime('%Y-%m-%d %H:%M:%f000', {column}, ?)", (by,))


def audit_log(desk: Served, kind: str) -> list[dict[str, Any]]:
    return list(desk.call("GET", f"/v1/audit-log?kind={kind}&limit=200", key=ADMIN).json()["items"])
