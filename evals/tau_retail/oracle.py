"""The oracle: with right readings, is each write of the benchmark's agents quoted exactly, and none else?

    python -m evals.tau_retail.oracle DATA_DIR [--dialogues N]

Parts the reader's faults from the dialogue's. Each write of a dialogue is asked for in plain words by its customer, in the dialogue's
order and in one conversation; a scripted model, an endpoint of its own over HTTP, reads the acts that are right for the words. What
is quoted as the agent did it is said yes to, so that the next write finds the shop as it was then. The customer's own turns are not
played: they answer another agent and seldom say all that a write needs. Exit 1 where a write is not quoted, or something else is.
"""

import argparse
import asyncio
import secrets
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from backoffice.shop.open import open_shop
from domain.ports.order_desk import OrderDesk
from domain.shop import Product
from evals.tau_retail.cases import Content
from evals.tau_retail.convert import convert, read_store
from evals.tau_retail.dialogue import Dialogue, read_dialogues
from evals.tau_retail.dialogues import CALL_SECONDS, own_copies, played
from evals.tau_retail.judge import PlayedTurn
from evals.tau_retail.scripted_model import ScriptedModel
from evals.tau_retail.serving import HttpCaller, Originals, serving
from evals.tau_retail.spoken_writes import spoken
from evals.tau_retail.writes import Write


@dataclass
class Readings:
    """What came of right readings. ``missed``: writes that were not quoted, each with what was answered."""

    quoted: int = 0
    done: int = 0
    missed: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)  # quoted or done, and no write of the dialogue
    asked_model: int = 0

    @property
    def writes(self) -> int:
        return self.quoted + len(self.missed)


class Oracle:
    def __init__(self, caller: HttpCaller, desk: OrderDesk, originals: Originals, model: ScriptedModel) -> None:
        self._caller, self._desk, self._originals, self._model = caller, desk, originals, model
        self.readings = Readings()

    async def play(self, dialogue: Dialogue, products: dict[str, Product]) -> None:
        """Ask for each write of a dialogue, and say yes to what is quoted right."""
        assert dialogue.customer_id is not None
        handle = await self._caller.open(dialogue.customer_id)
        customer = await self._desk.customer(dialogue.customer_id)
        if customer is None:
            raise ValueError(f"dialogue {dialogue.id} has no customer")
        left = Counter(dialogue.writes)
        for write, after in zip(dialogue.writes, dialogue.afters, strict=True):
            before = {o.id: o for o in await self._desk.orders(dialogue.customer_id, limit=100)}
            try:
                words = spoken(write, after, customer, before.get(write.order_id or ""), products)
            except ValueError as error:
                self.readings.missed.append(f"{dialogue.id}: {write}: {error}")
                continue
            self._model.acts = words.acts
            answer = await self._caller.say(handle, words.text)
            turn = await played(words.text, answer, before, dialogue.customer_id, self._desk, self._originals)
            self._judge(dialogue.id, write, turn, left)
            if write in turn.quoted:
                agreed = await self._caller.say(handle, "yes")
                self.readings.done += any(c["status"] == "succeeded" for c in agreed["turn"]["tool_calls"])
            elif turn.quoted:
                await self._caller.say(handle, "no")

    def _judge(self, dialogue_id: str, write: Write, turn: PlayedTurn, left: Counter[Write]) -> None:
        if write in turn.quoted:
            self.readings.quoted += 1
            left[write] -= 1
        else:
            self.readings.missed.append(f"{dialogue_id}: {write}: {' / '.join(turn.answered)[:200]}")
        other = [quote for quote in (*turn.quoted, *turn.executed) if quote != write]
        self.readings.beside += [f"{dialogue_id}: {quote}" for quote in other]


async def ask_for_all(data_dir: Path, store_dir: Path, most: int | None = None) -> Readings:
    store = read_store(data_dir)
    named = [d for d in read_dialogues(data_dir, store) if d.customer_id and d.writes][:most]
    content = Content.of(convert(store, datetime.now(UTC)))
    dialogues, document = own_copies(named, content)
    shop = open_shop(store_dir)
    try:
        await shop.prepare()
        await shop.load(document)
        secret = secrets.token_hex(32)
        with ScriptedModel() as model:
            async with (
                serving(store_dir, secret, model_url=model.base_url) as url,
                httpx.AsyncClient(base_url=url, timeout=CALL_SECONDS) as client,
                Originals(store_dir) as originals,
            ):
                oracle = Oracle(HttpCaller(client, secret), shop, originals, model)
                for dialogue in dialogues:
                    await oracle.play(dialogue, content.products)
                oracle.readings.asked_model = model.asked
                return oracle.readings
    finally:
        await shop.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Ask for each write of the dialogues with right readings.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--dialogues", type=int, metavar="N", help="only the first N dialogues that hold a write")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as store_dir:
        found = asyncio.run(ask_for_all(options.data_dir, Path(store_dir), options.dialogues))
    print(f"writes {found.writes}, quoted exactly {found.quoted}, done after the yes {found.done}")
    print(f"quoted or done beside them {len(found.beside)}; read by the model {found.asked_model}")
    for line in (*found.missed, *found.beside):
        print(f"  {line}")
    raise SystemExit(1 if found.missed or found.beside else 0)


if __name__ == "__main__":
    main()
