"""A dialogue of the benchmark: the customer's turns as written, and what its own agent changed meanwhile."""

import copy
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from evals.tau_retail.writes import Json, Write, account_write, order_write

_STOP = "###STOP###"
_NUMBER = re.compile(r"(?<!\d)\d{7}(?!\d)")


@dataclass(frozen=True)
class Dialogue:
    id: str
    customer_id: str | None  # None where its agent never learned who it was
    says: list[str]
    writes: list[Write]
    handed_over: bool  # its agent passed it on to a person
    afters: list[Json] = field(default_factory=list)  # of each write the order or account as its agent left it


def read_dialogues(data_dir: Path, store: Json) -> list[Dialogue]:
    lines = (data_dir / "dialogues.jsonl").read_text(encoding="utf-8").splitlines()
    return [dialogue_of(json.loads(line), store) for line in lines]


def dialogue_of(row: Json, store: Json) -> Dialogue:
    """Tools are told by what they return: an account, an order or a customer's number."""
    said = (text.replace(_STOP, "").strip() for text in row["user_turns"])
    results = [text for role, text in row["turns"] if role == "tool"]
    customer_id = next((text for text in results if text in store["users"]), None)
    writes: list[Write] = []
    afters: list[Json] = []
    orders: dict[str, Json] = {}
    account = _account(store["users"][customer_id]) if customer_id else None
    for text in results:
        seen = _object(text)
        if "order_id" in seen:
            before = orders.get(seen["order_id"], _plain(store["orders"][seen["order_id"]]))
            write = order_write(before, seen)
            orders[seen["order_id"]] = seen
        elif "payment_methods" in seen and account:
            write, account = account_write(account, seen), seen
        else:
            continue
        if write:
            writes.append(write)
            afters.append(seen)
    return Dialogue(
        id=str(row["id"]),
        customer_id=customer_id,
        says=[text for text in said if text],
        writes=writes,
        handed_over="Transfer successful" in results,
        afters=afters,
    )


def renumbered(number: str, n: int) -> str:
    """An order number of dialogue ``n``'s own, as long as before: seven digits."""
    return _NUMBER.sub(lambda found: f"{10 + n:02d}{found[0][-5:]}", number)


def own_numbers(dialogue: Dialogue, n: int) -> Dialogue:
    """The same dialogue about copies of its orders, so that dialogues of one customer cannot meet."""
    writes = [w.model_copy(update={"order_id": renumbered(w.order_id, n) if w.order_id else None}) for w in dialogue.writes]
    customer_id = f"{dialogue.customer_id}-{n:02d}" if dialogue.customer_id else None
    says = [renumbered(text, n) for text in dialogue.says]
    return Dialogue(dialogue.id, customer_id, says, writes, dialogue.handed_over, dialogue.afters)


def _object(text: str) -> Json:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _plain(order: Json) -> Json:
    """The store's decimals as the tools' JSON has them."""
    plain: Json = json.loads(json.dumps(copy.copy(order), default=float))
    return plain


def _account(user: Json) -> Json:
    return _plain(user)
