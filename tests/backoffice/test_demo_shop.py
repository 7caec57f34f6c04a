"""What the demo shop does beyond the contract: staff lists, the outbox, how order numbers are typed, many processes."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from domain.shop import DeskUnavailable, Receipt, Refused
from tests.backoffice.small_shop import ANA, BEN, DELIVERED, FOREIGN, HASH, MIXED, PENDING, SHIPPED, ask, small_shop


async def test_staff_page_through_orders_by_id(sqlite_shop: DemoShop) -> None:
    seen: list[str] = []
    after: str | None = None
    for _ in range(3):
        page, after = await sqlite_shop.list_orders(limit=2, after=after)
        seen += [o.id for o in page]
    assert seen == [HASH, PENDING, MIXED, DELIVERED, SHIPPED, FOREIGN]
    assert after is None
    pending, _ = await sqlite_shop.list_orders(status="pending", customer_id=ANA)
    assert [o.id for o in pending] == [HASH, PENDING, MIXED]


@pytest.mark.parametrize("typed", ["#W900006", "W900006", "#w900006", "w 900006"])
async def test_an_order_is_found_as_people_type_its_number(sqlite_shop: DemoShop, typed: str) -> None:
    order = await sqlite_shop.order(typed)
    assert order is not None
    assert order.id == HASH


async def test_a_number_that_two_orders_share_but_for_signs_finds_neither(sqlite_shop: DemoShop) -> None:
    twin = next(o for o in small_shop()["orders"] if o["id"] == HASH) | {"id": "W-900006"}
    await sqlite_shop.load({"orders": [twin]})
    assert await sqlite_shop.order("w900006") is None
    assert await sqlite_shop.order(HASH) is not None


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_a_sent_code_is_shown_to_staff_until_the_account_goes(sqlite_shop: DemoShop, tmp_path: Path) -> None:
    await sqlite_shop.execute("k1", ask("send_code", code="111222"))
    await sqlite_shop.execute("k2", ask("send_code", code="333444"))
    sent = await sqlite_shop.sent(ANA)
    assert [(m.kind, m.recipient, m.body) for m in sent] == [
        ("code", "Ana.Reed@example.com", {"code": "333444"}),
        ("code", "Ana.Reed@example.com", {"code": "111222"}),
    ]
    assert await sqlite_shop.sent(BEN) == []
    kept = _bytes_in(tmp_path)
    assert b"Ana.Reed@example.com" in kept, "the file is looked at"
    assert b"333444" not in kept
    assert b"111222" not in kept
    await sqlite_shop.execute("k3", ask("delete_account"))
    assert await sqlite_shop.sent(ANA) == []


async def test_a_changed_email_is_told_to_the_old_address(sqlite_shop: DemoShop) -> None:
    await sqlite_shop.execute("k", ask("update_account", email="thief@example.net"))
    assert [(m.kind, m.recipient) for m in await sqlite_shop.sent(ANA)] == [("email_changed", "Ana.Reed@example.com")]


async def test_two_processes_on_one_file_carry_a_key_out_once(tmp_path: Path) -> None:
    first, second = open_shop(tmp_path), open_shop(tmp_path)
    await first.prepare()
    await first.load(small_shop())
    try:
        asked = ask("cancel_order", PENDING, reason="x")
        answers = await asyncio.gather(
            *(shop.execute(key, asked) for key in ("k1", "k2") for shop in (first, second)), return_exceptions=True
        )
        done = [a for a in answers if isinstance(a, Receipt)]
        refused = [a for a in answers if isinstance(a, Refused)]
        assert len(done) == len(refused) == 2
        assert done[0] == done[1]
        order = await first.order(PENDING)
        assert order is not None
        assert order.paid.amount == 0
    finally:
        await first.close()
        await second.close()


async def test_the_file_is_opened_as_it_is_promised(sqlite_shop: DemoShop) -> None:
    names = ("journal_mode", "synchronous", "busy_timeout")
    async with sqlite_shop._database.read() as connection:
        found = [(await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in names]
    assert found == ["wal", 2, 30000]


async def test_a_storage_that_is_away_is_unavailable(tmp_path: Path) -> None:
    shop = DemoShop(f"sqlite+aiosqlite:///{tmp_path}/no/such/folder/shop.db")
    try:
        with pytest.raises(DeskUnavailable):
            await shop.customer(ANA)
    finally:
        await shop.close()
