"""What people type while a quote waits: replies, 650 of them written from situations and people, before the rules that read them.

The rules were looked at with the even ones in hand; the shares of the odd ones are those of replies that nobody tuned to (they
were read once, when the file was new). A share here is a floor under what was measured.
"""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import yaml

from evals.multidogo.by_rules import ByRules, Waiting
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel

REPLIES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "pending_replies.yaml").read_text(encoding="utf-8")
)
QUOTES = {
    "refund": Waiting("refund_order", "refund 41.00 USD to Visa ·4201 for 1 × Cast Iron Skillet of order HP200001"),
    "dear": Waiting("refund_order", "refund 640.00 USD to Visa ·4201 for 1 × Reading Chair of order HP260001"),
    "return": Waiting("return_items", "register the return of 1 × Brass Desk Lamp from order HP210001"),
    "cancel": Waiting("cancel_order", "cancel order HP230001 (2 × Oyster Mug, 1 × Cotton Apron) and return 46.00 USD"),
    "address": Waiting("change_shipping_address", "send order HP230001 to the address you gave ([ADDRESS_1])"),
    "delete": Waiting("delete_account", "delete your account for good; this cannot be undone"),
    "exchange": Waiting(
        "exchange_items", "exchange 1 × Skillet: 20 cm → 30 cm; the difference of 20.00 USD is paid by Visa"
    ),
    "change": Waiting(
        "change_order_items", "change order HP230001: 1 × Cotton Apron: grey → moss; the price stays the same"
    ),
    "payment": Waiting("change_payment_method", "charge 46.00 USD for order HP230001 to Mastercard ·4417"),
}
WANTED = {"refuses": "withdrawn", "side": "kept", "accepts": "executed", "refuses_with_correction": "withdrawn"}
# (of the even ones, of the odd ones). A side remark that is put aside comes back at the next yes.
SHARES = {"refuses": (0.96, 0.9), "side": (0.75, 0.65), "accepts": (0.9, 0.8), "refuses_with_correction": (0.9, 0.85)}


@pytest.fixture(scope="module")
def taken() -> dict[str, list[str]]:
    async def read() -> dict[str, list[str]]:
        rules = ByRules(MiniLmEmbedder(), IntentModel.load())
        return {
            kind: [await rules.way_of(reply["say"], QUOTES[reply["quote"]]) for reply in replies]
            for kind, replies in REPLIES.items()
        }

    return asyncio.run(read())


@pytest.mark.parametrize("kind", SHARES)
@pytest.mark.parametrize("half", [0, 1], ids=["even", "odd"])
def test_replies_are_read_as_they_are_meant(taken: dict[str, list[str]], kind: str, half: int) -> None:
    ways = taken[kind][half::2]
    share = sum(way == WANTED[kind] for way in ways) / len(ways)
    assert share >= SHARES[kind][half], [r for r, w in zip(REPLIES[kind][half::2], ways, strict=True) if w != WANTED[kind]]


@pytest.mark.parametrize("kind", ["refuses", "side", "refuses_with_correction", "spoken_of"])
def test_none_of_them_is_taken_for_a_yes(taken: dict[str, list[str]], kind: str) -> None:
    wrongly: list[Any] = [r for r, way in zip(REPLIES[kind], taken[kind], strict=True) if way == "executed"]
    assert wrongly == []


def test_of_half_a_yes_only_plain_agreement_executes(taken: dict[str, list[str]]) -> None:
    done = [r["say"] for r, way in zip(REPLIES["unclear"], taken["unclear"], strict=True) if way == "executed"]
    assert set(done) <= {"ok", "okay...", "sounds good"}  # a bare okay is a yes to the question before it
