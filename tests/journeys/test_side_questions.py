"""A question beside the one that we asked: answered or not, and then back to ours, which was not failed by it."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture(scope="module")
def helped(market: Market) -> Market:
    body = "How long does a refund take? A refund takes five to ten business days after the goods are back."
    market.served.ok("POST", "/v1/kb/articles", {"title": "Refunds", "body": body})
    return market


@pytest.fixture
def asked(helped: Market) -> tuple[Talk, str]:
    """Somebody with two orders who was asked which one."""
    talk, first = helped.bought(("Brass Lamp", 1, "59.00"))
    helped.merchant.order(helped.owner(first), [("Wall Clock", 1, "35.00")])
    assert "Which order" in text_of(talk.say("I want to return something"))
    return talk, first


@pytest.mark.parametrize(
    ("words", "outcome", "says"),
    [
        ("how long does a refund take?", "answered", "five to ten business days"),
        ("do you have a store in Lisbon?", "no_answer_found", "help centre"),
        ("what is your favourite colour?", "not_understood", "help centre"),
    ],
)
def test_we_come_back_to_what_was_asked(asked: tuple[Talk, str], words: str, outcome: str, says: str) -> None:
    talk, order = asked
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == outcome
    assert says in text_of(answer)
    assert "Which order" in answer["messages"][-1]["text"]
    assert any(action["value"] == order for action in answer["messages"][-1]["actions"])
    assert talk.say(order)["turn"]["outcome"] == "asked_for_confirmation"


def test_side_questions_are_no_failed_tries(asked: tuple[Talk, str]) -> None:
    """A question that is asked a third time without an answer counts as not understood: side questions do not bring that nearer."""
    talk, order = asked
    for words in ("how long does a refund take?", "when do I get a refund?", "are refunds quick?"):
        assert "Which order" in talk.say(words)["messages"][-1]["text"]
    assert talk.say(order)["turn"]["outcome"] == "asked_for_confirmation"


def test_an_answer_is_not_followed_by_the_question_again(asked: tuple[Talk, str]) -> None:
    talk, order = asked
    assert "And back to" not in text_of(talk.say(order))
