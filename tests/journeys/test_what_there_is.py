"""Which variants there are: asked of the catalogue, or beside the question which one is wanted instead. What there is not is said.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market, usd
from tests.service import Talk, says_any, text_of


def sold(market: Market, name: str, *options: dict[str, str], gone: int = -1) -> None:
    market.merchant.products[f"P-{name}"] = {
        "id": f"P-{name}",
        "name": name,
        "variants": [
            {"variant_id": "-".join(["V", name, *o.values()]), "options": o, "price": usd("90.00"), "available": at != gone}
            for at, o in enumerate(options)
        ],
    }


@pytest.fixture(scope="module")
def shop(market: Market) -> Market:
    sold(market, "Iron Skillet", {"size": "20 cm"}, {"size": "26 cm"}, {"size": "30 cm"}, gone=1)
    sold(market, "Rain Jacket", *({"size": size, "colour": colour} for size in "SML" for colour in ("moss", "navy")), gone=5)
    return market


def customer(shop: Market, **of: str) -> Talk:
    who = shop.merchant.customer()
    lines = [("Iron Skillet", 1, "90.00"), ("Rain Jacket", 1, "90.00")]
    shop.merchant.order(who, lines, options=[{"size": "20 cm"}, {"size": "M", "colour": "moss"}])
    return shop.served.signed_in(who, **{"region": "US", **of})


@pytest.fixture
def swapping(shop: Market) -> Talk:
    """Somebody who was asked which jacket they want instead."""
    talk = customer(shop)
    assert "Which Rain Jacket" in text_of(talk.say("i want to exchange the jacket"))
    return talk


@pytest.mark.parametrize(
    ("words", "missing", "there"),
    [
        ("do you have the rain jacket in blue", "blue", "navy"),
        ("do you have the rain jacket in pink?", "pink", "moss"),
        ("is the rain jacket available in XXL?", "XXL", "L, moss"),
        ("do you have the iron skillet in 40 cm?", "40 cm", "30 cm"),
        ("do you sell the iron skillet in red", "red", "20 cm"),
        ("haben Sie die Rain Jacket in rot?", "rot", "navy"),
    ],
)
def test_what_does_not_exist_is_said_and_what_there_is(shop: Market, words: str, missing: str, there: str) -> None:
    said = text_of(customer(shop).say(words))
    assert f"in {missing}." in said
    assert there in said
    assert "Yes" not in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("do you have the rain jacket in navy?", "Yes, Rain Jacket is in stock: S, navy"),
        ("do you have the rain jacket in L moss?", "Yes, Rain Jacket is in stock: L, moss"),
        ("do you have the rain jacket in large navy?", "out of stock"),
        ("do you have the iron skillet in 26 cm?", "out of stock"),
        ("do you have the iron skillet in 30cm?", "Yes, Iron Skillet is in stock: 30 cm"),
    ],
)
def test_what_exists_is_told_as_before(shop: Market, words: str, says: str) -> None:
    assert says in text_of(customer(shop).say(words))


@pytest.mark.parametrize(
    "words",
    [
        "what sizes are there?",
        "what colours do you have",
        "which ones do you have?",
        "what are the options?",
        "is it more expensive?",
    ],
)
def test_what_there_is_is_told_with_our_question(swapping: Talk, words: str) -> None:
    answer = swapping.say(words)
    assert "size S, colour navy ($90.00)" in text_of(answer)
    assert "colour navy ($90.00), size L, colour navy" not in text_of(answer)
    assert "Which Rain Jacket would you like instead" in answer["messages"][-1]["text"]
    assert swapping.state()["pending_action"] is None
    swapping.say("S in navy")
    pending = swapping.state()["pending_action"]
    assert [c["variant_id"] for c in pending["arguments"]["changes"]] == ["V-Rain Jacket-S-navy"]


@pytest.mark.parametrize("words", ["welche Größen gibt es?", "welche Farben haben Sie?", "was gibt es denn?"])
def test_what_there_is_is_told_in_german(swapping: Talk, words: str) -> None:
    answer = swapping.say(words)
    assert says_any(answer, "navy (90,00")
    assert swapping.state()["pending_action"] is None
    swapping.say("S in navy")
    pending = swapping.state()["pending_action"]
    assert [c["variant_id"] for c in pending["arguments"]["changes"]] == ["V-Rain Jacket-S-navy"]


@pytest.mark.parametrize(
    ("words", "missing"),
    [("do you have it in blue?", "blue"), ("XXL", "XXL"), ("in red please", "red"), ("gibt es die auch in blau?", "blau")],
)
def test_a_variant_that_there_is_not_is_not_swapped_for(swapping: Talk, words: str, missing: str) -> None:
    answer = swapping.say(words)
    assert f"in {missing}." in text_of(answer)
    assert says_any(answer, "Which Rain Jacket would you like instead", "Rain Jacket möchten Sie")
    assert swapping.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words",
    [
        "a refund instead",
        "actually a refund instead",
        "can i get a refund instead?",
        "no, i want my money back",
        "just refund me",
        "i'd rather have my money back",
        "lieber eine Erstattung",
        "ich will doch lieber mein Geld zurück",
    ],
)
def test_money_back_instead_is_the_refund_of_those_goods(swapping: Talk, words: str) -> None:
    answer = swapping.say(words)
    assert answer["turn"]["intent"] == "request_refund"
    assert says_any(answer, "reason", "Grund")
    swapping.say("it is damaged")
    pending = swapping.state()["pending_action"]
    assert (pending["name"], pending["arguments"]["line_ids"]) == ("refund_order", ["2"])


@pytest.mark.parametrize("words", ["i want to return it instead", "return it then", "ich möchte sie lieber zurückgeben"])
def test_a_return_instead_is_the_return_of_those_goods(swapping: Talk, words: str) -> None:
    swapping.say(words)
    pending = swapping.state()["pending_action"]
    assert (pending["name"], pending["arguments"]["line_ids"]) == ("return_items", ["2"])


@pytest.mark.parametrize(
    "words", ["no refund, just the L", "L, and refund the difference to my card", "the L instead of a refund"]
)
def test_what_only_speaks_of_a_refund_stays_the_swap(swapping: Talk, words: str) -> None:
    swapping.say(words)
    pending = swapping.state()["pending_action"]
    assert pending is None or pending["name"] == "exchange_items"
    assert "reason" not in text_of(swapping.say("L"))
