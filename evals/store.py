"""The store of an eval's service, seen from outside it: kept as it was before the first case, put back before each one, and
read row by row. An independent witness: nothing here goes through the product's own code."""

import hashlib
import json
import re
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_BUSY_MS = 30_000
_MAIL_SECONDS = 10.0
_DIGITS = re.compile(r"\d")
_WITH_TRIGGERS = "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'"  # the audit log takes no deletion
_OFFICE = ("shop_customer", "shop_order", "shop_product")


@dataclass(frozen=True)
class Office:
    """What the back office held at one moment."""

    digest: str
    receipts: dict[str, str]  # key → kind of operation
    payments: list[dict[str, Any]]  # of all orders, in their order


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, timeout=_BUSY_MS / 1000)
    connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    return connection


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return sorted(name for (name,) in found)


def _count(connection: sqlite3.Connection, table: str) -> int:
    (n,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 (the schema's own name)
    return int(n)


def _payments(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    payments = []
    for order_id, document in connection.execute("SELECT id, document FROM shop_order ORDER BY id"):
        for paid in json.loads(document).get("payments", []):
            amount = paid["amount"]
            payments.append({**paid, "order_id": order_id, "amount": amount["amount"], "currency": amount["currency"]})
    return payments


class EvalStore:
    """``folder``: the service's data folder, with its SQLite files. Keep it before the first case."""

    def __init__(self, folder: Path) -> None:
        self._records, self._shop = folder / "supportgraph.db", folder / "shop.db"
        self._kept = {self._records: folder / "kept-records.db", self._shop: folder / "kept-shop.db"}
        self._empty: dict[Path, list[str]] = {}  # tables without a row when it was kept
        self._office: Office | None = None  # as it was kept
        self._last: Office | None = None  # as it was last read

    def keep(self) -> None:
        """Copy both files as they are: what each case begins with."""
        for file, copy in self._kept.items():
            with closing(_connected(file)) as source, closing(_connected(copy)) as target:
                source.backup(target)
                kept_by_triggers = {name for (name,) in source.execute(_WITH_TRIGGERS)}
                names = [name for name in _tables(source) if name not in kept_by_triggers]
                self._empty[file] = [name for name in names if not _count(source, name)]
        self._office = self._last = self.office()

    def put_back(self) -> None:
        """What was kept, once no mail is on its way: a job would write into the next case.

        Tables that were empty are emptied; the shop's customers, orders and products are put back. What else there is,
        articles and the key's mark, no step of a case can change."""
        self._wait_for_mails()
        for file, names in self._empty.items():
            with closing(_connected(file)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                for name in names:
                    connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 (the names are the schema's)
                connection.execute("COMMIT")
        assert self._office is not None
        if self.office().digest != self._office.digest:
            self._put_back_office()

    def _put_back_office(self) -> None:
        with closing(_connected(self._shop)) as connection:
            connection.execute("ATTACH DATABASE ? AS kept", (str(self._kept[self._shop]),))
            connection.execute("BEGIN IMMEDIATE")
            for name in _OFFICE:
                connection.execute(f"DELETE FROM main.{name}")  # noqa: S608 (our own names)
                connection.execute(f"INSERT INTO main.{name} SELECT * FROM kept.{name}")  # noqa: S608 (our own names)
            connection.execute("COMMIT")

    def _wait_for_mails(self) -> None:
        until = time.monotonic() + _MAIL_SECONDS
        with closing(_connected(self._records)) as connection:
            while time.monotonic() < until:
                if not connection.execute(
                    "SELECT 1 FROM job WHERE kind = 'send_mail' AND finished_at IS NULL LIMIT 1"
                ).fetchone():
                    return
                time.sleep(0.01)

    def office(self) -> Office:
        """The back office's customers, orders, products and receipts. Mails that it sent are not counted: they follow a turn."""
        digest = hashlib.sha256()
        with closing(_connected(self._shop)) as connection:
            for name in _OFFICE:
                for row in connection.execute(f"SELECT * FROM {name} ORDER BY id"):  # noqa: S608 (our own names)
                    digest.update(repr(row).encode())
            found = connection.execute("SELECT key, receipt FROM shop_operation")
            receipts = {key: json.loads(receipt)["kind"] for key, receipt in found}
            known = self._last
            same = known is not None and known.digest == digest.hexdigest()
            payments = known.payments if known is not None and same else _payments(connection)
        self._last = Office(digest.hexdigest(), receipts, payments)
        return self._last

    def holding(self, values: Sequence[str]) -> list[str]:
        """`table.column` of the service's own tables in which one of the values stands, whole or with its digits run together."""
        wanted = [_needles(value) for value in values]
        with closing(_connected(self._records)) as connection:
            return [f"{table}.{column}" for table in _tables(connection) for column in _holding(connection, table, wanted)]


def _needles(value: str) -> tuple[str, str]:
    """The value as it is, and its digits where it is a number: a card is the same with other spaces."""
    digits = "".join(_DIGITS.findall(value))
    is_number = len(digits) >= 7 and len(digits) >= len(re.sub(r"[\s().+/-]", "", value))
    return value.casefold(), digits if is_number else ""


def found_in(text: str, values: Iterable[str]) -> list[str]:
    """Which of the values stand in a text, told by their first characters only: a report is no place for them."""
    return [f"{value[:2]}…" for value in values if _stands_in(text, _needles(value))]


def _stands_in(text: str, needles: tuple[str, str]) -> bool:
    plain, digits = needles
    return plain in text.casefold() or bool(digits and digits in re.sub(r"[\s().+/-]", "", text))


def _holding(connection: sqlite3.Connection, table: str, wanted: Sequence[tuple[str, str]]) -> list[str]:
    rows = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (the schema's own name)
    names = [column[0] for column in rows.description]
    hit: set[str] = set()
    for row in rows:
        for name, value in zip(names, row, strict=True):
            text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
            if name not in hit and any(_stands_in(text, needles) for needles in wanted):
                hit.add(name)
    return sorted(hit)
