"""What is missing is goods where it is goods: for a label, a code, a slip, the instructions or a box nothing is refunded."""

import pytest

from tests.merchant import Market
from tests.service import text_of


@pytest.mark.parametrize(
    "said",
    [
        "no i didnt lose it, i never had one. how does it work",
        "i never had one",
        "i never got a return label",
        "the label is missing",
        "there was no return slip in the parcel",
        "no instructions in the box",
        "the manual is missing",
        "i never had a box for it",
        "there was no gift note in it",
        "i never had an account",
        "i never got a tracking number",
        "the confirmation email never came",
        "ich habe nie ein Etikett bekommen",
        "es war kein Rücksendeschein dabei",
        "die Anleitung fehlt",
        "ich hatte nie eins",
    ],
)
def test_no_refund_is_quoted_for_what_is_no_goods(market: Market, said: str) -> None:
    talk, _ = market.bought(("Wool Throw", 1, "88.00"), ("Bath Mat", 1, "29.00"))
    answer = talk.say(said)
    assert talk.state()["pending_action"] is None, text_of(answer)
    assert all(call["name"] != "refund_order" for call in answer["turn"]["tool_calls"])


@pytest.mark.parametrize(
    "said",
    [
        "the bath mat is missing",
        "i never got the bath mat",
        "only a note from the courier, the bath mat never arrived",
        "the bath mat was not in the box",
        "die Bath Mat fehlt",
    ],
)
def test_goods_that_are_missing_still_are(market: Market, said: str) -> None:
    talk, _ = market.bought(("Wool Throw", 1, "88.00"), ("Bath Mat", 1, "29.00"))
    answer = talk.say(said)
    pending = talk.state()["pending_action"]
    assert pending, text_of(answer)
    assert (pending["name"], pending["arguments"]["line_ids"], pending["arguments"]["reason"]) == (
        "refund_order",
        ["2"],
        "missing",
    )
