"""Forms about an order, one after the other, are no card in pieces; a card in pieces over forms and messages is."""

from typing import Any

import pytest

from tests.merchant import Market, usd
from tests.service import Talk, text_of

FORMS: list[dict[str, Any]] = [
    {"line_ids": [line], **({"quantities": {line: pieces}} if pieces else {}), **({"amount": usd(amount)} if amount else {})}
    for line, pieces, amount in [
        ("2", 3, ""),
        ("2", 1, "10.00"),
        ("1", 0, "8.99"),
        ("3", 2, "4.53"),
        ("1", 1, "9.14"),
        ("2", 2, "18.80"),
        ("3", 1, "34.36"),
        ("1", 3, "46.70"),
        ("2", 0, "5.10"),
    ]
]


def is_hidden(talk: Talk, answer: dict[str, Any]) -> bool:
    return "card number" in text_of(answer) or any("[DIGITS]" in message["text"] for message in talk.transcript())


def test_refund_forms_in_a_row_are_no_card(market: Market) -> None:
    talk, order = market.bought(("Mug", 3, "20.00"), ("Cup", 3, "30.00"), ("Bowl", 3, "40.00"))
    for start in range(2):  # the digits of several of these, in a row, pass for a card
        for form in (FORMS[start:] + FORMS[:start])[::-1]:
            answer = talk.do("refund_order", order_id=order, reason="damaged", **form)
            assert answer["turn"]["outcome"] == "asked_for_confirmation", (form, text_of(answer))


@pytest.mark.parametrize(
    "said",
    [
        [{"line_ids": ["4539-1488"]}, {"line_ids": ["0343-6467"]}],
        [{"line_ids": ["4539"]}, {"line_ids": ["1488"]}, {"line_ids": ["0343"]}, {"line_ids": ["6467"]}],
        [{"quantities": {"1": 4539}}, {"quantities": {"1": 1488}}, "0343 6467"],
        [{"line_ids": ["45391488"]}, "and then 0343 6467"],
        ["it begins 4539 1488", {"line_ids": ["03436467"]}],
        [{"line_ids": ["45", "39", "14", "88", "03", "43"]}, "6467"],
        [{"amount": usd("45391488")}, "03436467"],
    ],
)
def test_a_card_in_pieces_over_forms_and_messages_is_hidden(market: Market, said: list[Any]) -> None:
    talk, order = market.bought(("Mug", 3, "20.00"))
    for words in said:
        answer = (
            talk.say(words) if isinstance(words, str) else talk.do("refund_order", order_id=order, reason="damaged", **words)
        )
    assert is_hidden(talk, answer), text_of(answer)


def test_a_form_that_is_sent_again_takes_no_twin(market: Market) -> None:
    """Two lines of the same mug: a second tab that names the first again is refused, and never pays for the other."""
    talk, order = market.bought(("Mug", 1, "20.00"), ("Mug", 1, "20.00"))
    form = {"order_id": order, "line_ids": ["1"], "reason": "damaged"}
    talk.do("refund_order", **form)
    assert talk.do("confirm")["turn"]["outcome"] == "action_done"
    again = talk.do("refund_order", **form)
    assert again["turn"]["tool_calls"][-1]["result"]["code"] == "already_done"
    assert talk.state()["pending_action"] is None
    assert talk.do("refund_order", **{**form, "line_ids": ["2"]})["turn"]["outcome"] == "asked_for_confirmation"


def test_a_look_up_by_form_is_answered_as_often_as_it_is_sent(market: Market) -> None:
    """A shop's own page that shows the state of an order asks for it at every visit."""
    talk, order = market.bought(("Mug", 1, "20.00"))
    for _ in range(5):
        answer = talk.do("track_order", order_id=order)
        assert answer["turn"]["outcome"] == "answered", text_of(answer)
        assert answer["conversation"]["failures"] == 0
    assert talk.state()["handoff"] is None


def test_a_form_that_is_refused_again_and_again_is_a_failure(market: Market) -> None:
    talk, order = market.bought(("Mug", 1, "20.00"))
    for _ in range(4):
        answer = talk.do("cancel_order", order_id=order)
    assert answer["conversation"]["status"] == "waiting_for_human", text_of(answer)
