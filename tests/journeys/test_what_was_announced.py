"""A wish that was announced comes, whatever becomes of the one before it, or is named to the person who takes over."""

import pytest

from tests.merchant import Market
from tests.service import AGENT, Talk, text_of

LAMP, SHELF = ("Desk Lamp", 1, "84.00"), ("Bookshelf", 1, "66.00")
BOTH = "I want to return the bookshelf, and the desk lamp arrived smashed"


@pytest.fixture
def waiting(market: Market) -> Talk:
    """A return is quoted, and the refund of a lamp waits behind it."""
    talk, _ = market.bought(LAMP, SHELF)
    reply = talk.say(BOTH)
    assert talk.state()["pending_action"] is not None
    assert "other wish" in text_of(reply)
    return talk


def _served(talk: Talk, *words: str) -> set[str]:
    """The actions taken up in these turns."""
    return {call["name"] for said in words for call in talk.say(said)["turn"]["tool_calls"]}


@pytest.mark.parametrize(
    "words",
    [
        ["no, leave the bookshelf"],
        ["nein danke, das Regal behalte ich"],
        ["yes"],
        ["no money for the bookshelf, I'd rather keep it"],
    ],
)
def test_it_comes_after_the_one_before(waiting: Talk, words: list[str]) -> None:
    before = waiting.state()["pending_action"]["name"]
    served = _served(waiting, *words)
    now = waiting.state()["pending_action"]
    assert now is not None
    assert {before, now["name"]} == {"return_items", "refund_order"}, served


def test_it_is_named_to_the_person_who_takes_over(market: Market, waiting: Talk) -> None:
    waiting.say("let me talk to a human")
    summaries = [h["summary"] for h in market.served.ok("GET", "/v1/handoffs", key=AGENT)["items"]]
    assert any("Also:" in summary for summary in summaries), summaries


def test_goods_of_which_the_same_is_said_are_two_wishes(market: Market) -> None:
    talk, _ = market.bought(LAMP, SHELF)
    talk.say("the desk lamp arrived smashed and the bookshelf came scratched")
    first = talk.state()["pending_action"]
    assert first is not None
    talk.say("no money for that, just send me the same again")
    after = talk.state()["pending_action"]
    assert after is not None
    assert after["arguments"]["line_ids"] != first["arguments"]["line_ids"]
