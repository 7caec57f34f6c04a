"""The operation ledger: done once, remembered, and never tried again in doubt."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.clock import utc_now
from domain.shop import Customer, DeskUnavailable, Operation, Order, Product, Receipt, Refused
from graphs.turns.operation_ledger import Ledger
from records.conversations import HeldConversation
from records.engine.session import Database
from records.migrate import upgrade

OPERATION = Operation(kind="refund", customer_id="C1", order_id="O1", conversation_id="c", turn_id="t")


class Desk:
    """A back office that counts what it did, and can lose its answers."""

    def __init__(self) -> None:
        self.done: dict[str, Receipt] = {}
        self.executions = 0
        self.loses_answers = self.is_down = False
        self.refuses: Refused | None = None

    async def execute(self, key: str, operation: Operation) -> Receipt:
        if self.is_down:
            raise DeskUnavailable("away")
        if self.refuses:
            raise self.refuses
        if key not in self.done:
            self.executions += 1
            self.done[key] = Receipt(
                key=key, kind=operation.kind, status="done", reference="R1", executed_at=datetime.now(UTC)
            )
        if self.loses_answers:
            raise DeskUnavailable("away")
        return self.done[key]

    async def receipt(self, key: str) -> Receipt | None:
        if self.is_down:
            raise DeskUnavailable("away")
        return self.done.get(key)

    async def customer(self, customer_id: str) -> Customer | None:
        raise NotImplementedError

    async def customer_by_email(self, email: str) -> Customer | None:
        raise NotImplementedError

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        raise NotImplementedError

    async def order(self, order_id: str) -> Order | None:
        raise NotImplementedError

    async def order_as_typed(self, number: str) -> Order | None:
        return await self.order(number)

    async def product(self, product_id: str) -> Product | None:
        raise NotImplementedError


def keyed(asked: str) -> str:
    return hmac.digest(b"a key", asked.encode(), "sha256").hex()


def ledger_on(database: Database, desk: Desk) -> Ledger:
    return Ledger(database, desk, utc_now, keyed)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'records.db'}"
    upgrade(url)
    database = Database(url)
    now = utc_now()
    async with database.begin() as unit:
        row = HeldConversation(
            id="c", channel="web", locale="en", status="open", graph_version="v", created_at=now, updated_at=now
        )
        unit.conversations.add(row)
    yield database
    await database.close()


async def test_the_same_key_is_carried_out_once(database: Database) -> None:
    desk = Desk()
    ledger = ledger_on(database, desk)
    first = await ledger.execute("k", "refund_order", OPERATION, {"1": 1})
    again = await ledger.execute("k", "refund_order", OPERATION, {"1": 1})
    assert (first.reference, again.reference, desk.executions) == ("R1", "R1", 1)
    assert [d.line_ids for d in await ledger.known("O1")] == [["1"]]


async def test_a_lost_answer_is_asked_for_by_its_key(database: Database) -> None:
    desk = Desk()
    desk.loses_answers = True
    receipt = await ledger_on(database, desk).execute("k", "refund_order", OPERATION, {})
    assert (receipt.reference, desk.executions) == ("R1", 1)


async def test_what_cannot_be_known_is_not_tried_again_and_is_known_later(database: Database) -> None:
    desk = Desk()
    ledger = ledger_on(database, desk)
    desk.is_down = True
    with pytest.raises(DeskUnavailable):
        await ledger.execute("k", "refund_order", OPERATION, {})
    with pytest.raises(DeskUnavailable):
        await ledger.outcome("k")
    assert desk.executions == 0
    desk.is_down = False
    assert await ledger.outcome("k") is None
    assert (await ledger.execute("k", "refund_order", OPERATION, {})).reference == "R1"


async def test_a_refusal_is_remembered(database: Database) -> None:
    desk = Desk()
    desk.refuses = Refused("window_passed", "too late")
    ledger = ledger_on(database, desk)
    for _ in range(2):
        with pytest.raises(Refused, match="too late"):
            await ledger.execute("k", "refund_order", OPERATION, {})
    assert await ledger.known("O1") == []


async def test_another_request_under_the_same_key_is_refused(database: Database) -> None:
    ledger = ledger_on(database, Desk())
    await ledger.execute("k", "refund_order", OPERATION, {})
    with pytest.raises(Refused):
        await ledger.execute("k", "refund_order", OPERATION.model_copy(update={"order_id": "O2"}), {})


async def test_what_was_asked_is_kept_under_a_key_and_rows_of_releases_before_are_still_known(database: Database) -> None:
    desk = Desk()
    ledger = ledger_on(database, desk)
    await ledger.execute("k", "refund_order", OPERATION, {})
    asked = json.dumps(OPERATION.model_dump(mode="json", exclude={"turn_id", "order_version"}), sort_keys=True)
    async with database.begin() as unit:
        row = await unit.operations.get("k")
        assert row is not None
        assert row.request_hash == keyed(asked)
        await unit.operations.mark("k", row.status, utc_now(), request_hash=hashlib.sha256(asked.encode()).hexdigest())
    assert (await ledger.execute("k", "refund_order", OPERATION, {})).reference == "R1"
    assert desk.executions == 1
