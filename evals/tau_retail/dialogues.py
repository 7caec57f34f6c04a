"""Plays the benchmark's dialogues through the service: the customer's turns as written, as the signed-in customer.

    python -m evals.tau_retail.dialogues DATA_DIR [--report FILE]

The turns answer another agent, so not all fit what our service said before them. Exit 1 where anything was executed
that the dialogue's own agent did not do.
"""

import argparse
import asyncio
import json
import secrets
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import httpx

from backoffice.shop.open import open_shop
from domain.ports.order_desk import OrderDesk
from domain.shop import Order
from evals.tau_retail.cases import Content
from evals.tau_retail.convert import convert, read_store
from evals.tau_retail.dialogue import Dialogue, own_numbers, read_dialogues, renumbered
from evals.tau_retail.judge import PlayedTurn, Verdict, judged, table, worst
from evals.tau_retail.run import Answer
from evals.tau_retail.serving import HttpCaller, Originals, serving
from evals.tau_retail.writes import WRITES, Json, Write, our_write, written_address

CALL_SECONDS = 60


def own_copies(dialogues: list[Dialogue], content: Content) -> tuple[list[Dialogue], dict[str, list[Json]]]:
    """Each dialogue with a customer and orders of its own, and the shop's document that holds them."""
    own = [own_numbers(dialogue, n) for n, dialogue in enumerate(dialogues)]
    customers, orders = [], []
    for n, dialogue in enumerate(dialogues):
        if dialogue.customer_id is None:
            continue
        customer = content.customers[dialogue.customer_id]
        local, host = customer.email.split("@", 1)
        copied = {"id": own[n].customer_id, "email": f"{local}.{n:02d}@{host}"}
        customers.append(customer.model_copy(update=copied))
        for order in content.orders_of(dialogue.customer_id):
            mine = {"id": renumbered(order.id, n), "customer_id": own[n].customer_id}
            orders.append(order.model_copy(update=mine))
    document = {
        "customers": [c.model_dump(mode="json") for c in customers],
        "orders": [o.model_dump(mode="json") for o in orders],
        "products": [p.model_dump(mode="json") for p in content.products.values()],
    }
    return own, document


async def play(dialogue: Dialogue, caller: HttpCaller, desk: OrderDesk, originals: Originals) -> Verdict:
    """Say every turn, whatever the service answers, and judge what it did."""
    if dialogue.customer_id is None:
        raise ValueError(f"dialogue {dialogue.id} names no customer")
    handle = await caller.open(dialogue.customer_id)
    turns = []
    for text in dialogue.says:
        before = {o.id: o for o in await desk.orders(dialogue.customer_id, limit=100)}
        answer = await caller.say(handle, text)
        turns.append(await played(text, answer, before, dialogue.customer_id, desk, originals))
    return judged(dialogue.id, dialogue.writes, turns)


async def played(
    text: str, answer: Answer, before: dict[str, Order], customer_id: str, desk: OrderDesk, originals: Originals
) -> PlayedTurn:
    """What a turn did and quoted; ``before``: the customer's orders as they were."""
    turn, talk_id = answer["turn"], answer["conversation"]["id"]
    by_status: dict[str, list[Write]] = {}
    for call in turn["tool_calls"]:
        if call["name"] in WRITES:
            address = await _address_of(call, talk_id, customer_id, desk, originals)
            by_status.setdefault(call["status"], []).append(our_write(call, before, address))
    return PlayedTurn(
        said=text,
        intent=turn["intent"],
        outcome=turn["outcome"],
        failures=turn["failures"],
        answered=[m["text"] for m in answer["messages"] if m["role"] != "customer"],
        executed=by_status.get("succeeded", []),
        quoted=by_status.get("needs_confirmation", []),
        refused=by_status.get("refused", []),
    )


async def _address_of(call: Json, talk_id: str, customer_id: str, desk: OrderDesk, originals: Originals) -> tuple[str, ...]:
    """Our calls hold tokens in place of addresses: the vault says what was quoted, the shop what it became."""
    token = call["arguments"].get("address")
    if token and call["status"] == "needs_confirmation":
        address = await originals.address(talk_id, token)
        return written_address(address) if address else ()
    if call["name"] == "change_shipping_address" and call["arguments"].get("order_id"):
        order = await desk.order(call["arguments"]["order_id"])
        return written_address(order.shipping_address) if order else ()
    customer = await desk.customer(customer_id)
    return written_address(customer.addresses[0]) if customer and customer.addresses else ()


async def play_all(data_dir: Path, store_dir: Path) -> list[Verdict]:
    store = read_store(data_dir)
    named = [d for d in read_dialogues(data_dir, store) if d.customer_id]
    dialogues, document = own_copies(named, Content.of(convert(store, datetime.now(UTC))))
    shop = open_shop(store_dir)
    try:
        await shop.prepare()
        await shop.load(document)
        secret = secrets.token_hex(32)
        async with serving(store_dir, secret) as url, httpx.AsyncClient(base_url=url, timeout=CALL_SECONDS) as client:
            caller = HttpCaller(client, secret)
            async with Originals(store_dir) as originals:
                return [await play(dialogue, caller, shop, originals) for dialogue in dialogues]
    finally:
        await shop.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Play the benchmark's dialogues through the service.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--report", type=Path, metavar="FILE", help="write every turn and verdict as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as store_dir:
        verdicts = asyncio.run(play_all(options.data_dir, Path(store_dir)))
    if options.report:
        rows = [verdict.model_dump(mode="json") for verdict in verdicts]
        options.report.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    print(table(verdicts))
    print("\nworst dialogues: wrong side effects, failed turns, writes done of all")
    for v in worst(verdicts, 10):
        print(f"  {v.id:>3}  {len(v.wrong)}  {v.failed_turns}  {v.endings.count('done')}/{len(v.endings)}")
    raise SystemExit(1 if any(v.wrong for v in verdicts) else 0)


if __name__ == "__main__":
    main()
