"""Of several goods some came and others did not, or are fine: only what is not there is ever quoted, and praise is no report."""

import pytest

from tests.merchant import Market
from tests.service import text_of

THREE = (("Bookshelf", 1, "80.00"), ("Bedside Table", 1, "60.00"), ("Jute Rug", 1, "40.00"))


@pytest.mark.parametrize(
    "words",
    [
        "Got my bookshelf and table but no rug",
        "I received the bookshelf and the table, just not the rug",
        "everything came except the rug",
        "bookshelf and bedside table are here, rug isnt",
        "only the bookshelf and table arrived",
        "The shelf and the table came today, but not the rug",
        "all here apart from the rug",
        "Bücherregal und Tisch sind da, der Teppich fehlt",
        "Alles da bis auf den Teppich",
    ],
)
def test_what_came_is_not_quoted(market: Market, words: str) -> None:
    talk, _ = market.bought(*THREE)
    answer = talk.say(words)
    if answer["turn"]["outcome"] == "asked_for_input":
        answer = talk.say("money back please")
    assert answer["turn"]["outcome"] == "asked_for_confirmation", text_of(answer)
    assert "1 × Jute Rug" in text_of(answer)
    assert "Bookshelf" not in text_of(answer)
    assert "Table" not in text_of(answer)
    assert answer["turn"]["tool_calls"][-1]["arguments"]["reason"] == "missing"


@pytest.mark.parametrize(
    "words",
    [
        "Hi, I only got the table, there was meant to be a rug as well",
        "i received just the table, no rug",
        "my parcel only had the table in it, where's the jute rug",
        "only the table turned up. the rug was supposed to come with it",
        "table is here but there should have been a rug too",
        "got the table, rug wasn't in the box",
        "Es kam nur der Tisch an, der Teppich fehlt",
        "ich habe nur den tisch erhalten aber keinen teppich",
    ],
)
def test_what_is_told_to_be_absent_is_quoted_and_not_what_alone_came(market: Market, words: str) -> None:
    talk, _ = market.bought(*THREE)
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation", text_of(answer)
    assert answer["turn"]["tool_calls"][-1]["arguments"]["line_ids"] == ["3"]
    assert answer["turn"]["tool_calls"][-1]["arguments"]["reason"] == "missing"


@pytest.mark.parametrize(
    "words",
    [
        "I just got my order, where is the invoice?",
        "just got the table, no scratches, lovely",
        "I only want the table, not the rug",
    ],
)
def test_who_got_it_just_now_misses_nothing(market: Market, words: str) -> None:
    talk, _ = market.bought(*THREE)
    talk.say(words)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("I got the rug but it is torn", "Jute Rug"),
        ("the rug is fine but the table is scratched", "Bedside Table"),
        ("I received the bookshelf and it has a crack", "Bookshelf"),
    ],
)
def test_what_came_and_is_broken_is_quoted(market: Market, words: str, what: str) -> None:
    talk, _ = market.bought(*THREE)
    answer = talk.say(words)
    assert f"1 × {what}" in text_of(answer), text_of(answer)
    assert answer["turn"]["tool_calls"][-1]["arguments"]["reason"] == "damaged"


@pytest.mark.parametrize(
    "words",
    [
        "great, and the rug was fine btw. thanks for sorting it",
        "the rug is perfect by the way",
        "lovely, the bookshelf looks great",
        "der Teppich ist übrigens toll, danke",
        "thank you. the rug and the shelf are fine",
    ],
)
def test_praise_after_a_refund_quotes_nothing(market: Market, words: str) -> None:
    talk, order = market.bought(*THREE)
    talk.do("refund_order", order_id=order, line_ids=["2"], reason="damaged")
    assert talk.do("confirm")["turn"]["outcome"] == "action_done"
    answer = talk.say(words)
    assert answer["turn"]["outcome"] != "asked_for_confirmation", text_of(answer)
    assert talk.state()["pending_action"] is None
    assert answer["conversation"]["failures"] == 0, text_of(answer)
