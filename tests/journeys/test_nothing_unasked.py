"""No quote for what nobody asked for: damage that is none, a mail that did not come, more goods than were named, another order.

One file: the conversations share a service."""

from typing import Any

import pytest

from tests.merchant import Market
from tests.service import Talk


@pytest.fixture
def kitchen(market: Market) -> tuple[Talk, str]:
    """Somebody with one order that came: a skillet, two tea towels, a teapot."""
    talk, order = market.bought(("Cast Iron Skillet", 1, "40.00"), ("Tea Towel", 2, "12.00"), ("Teapot", 1, "30.00"))
    return talk, order


def quoted(talk: Talk) -> dict[str, Any] | None:
    pending = talk.state()["pending_action"]
    return dict(pending) if pending else None


@pytest.mark.parametrize(
    "words",
    [
        "the skillet is not broken, dont worry",
        "the towels are not torn after all",
        "the skillet had a crack but you already sent a new one, thanks",
        "the skillet is great but the box was damaged",
        "my friend got a cracked skillet, do you refund that?",
        "can i get a refund for the skillet if it is scratched?",
        "what happens if the skillet cracks",
        "die Pfanne ist nicht kaputt",
    ],
)
def test_damage_that_is_none_quotes_no_refund_and_an_ok_pays_nothing(
    market: Market, kitchen: tuple[Talk, str], words: str
) -> None:
    talk, order = kitchen
    answer = talk.say(words)
    assert answer["turn"]["outcome"] not in ("asked_for_confirmation", "asked_for_input")
    assert quoted(talk) is None
    talk.say("ok")
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize("words", ["the skillet is not broken, dont worry", "it is not cracked after all"])
def test_damage_denied_after_the_quote_takes_it_back(market: Market, kitchen: tuple[Talk, str], words: str) -> None:
    talk, order = kitchen
    talk.say("the skillet arrived cracked")
    assert quoted(talk) is not None
    talk.say(words)
    assert quoted(talk) is None
    talk.say("ok")
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words", ["the teapot is not broken but the skillet is cracked", "the skillet is cracked and the box was damaged too"]
)
def test_damage_beside_damage_that_is_none_is_reported(kitchen: tuple[Talk, str], words: str) -> None:
    talk, order = kitchen
    talk.say(words)
    quote = quoted(talk)
    assert quote is not None
    assert (quote["name"], quote["arguments"]["order_id"], quote["arguments"]["line_ids"]) == ("refund_order", order, ["1"])
