"""Which goods are meant, and how many of them: one of several alike is one, and never more than was said.

One file: the conversations share a service."""

from typing import Any

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market, usd
from tests.service import Talk, text_of

# name, pieces, price, options
_BOUGHT: list[tuple[str, int, str, dict[str, str]]] = [
    ("Tin Mug", 1, "6.00", {"colour": "blue"}),
    ("Tin Mug", 1, "6.00", {"colour": "blue"}),
    ("Tin Mug", 2, "6.00", {"colour": "rust"}),
    ("Iron Skillet", 1, "40.00", {"size": "20 cm"}),
    ("Iron Skillet", 1, "60.00", {"size": "30 cm"}),
    ("Pillow", 1, "20.00", {"set of": "1"}),
    ("Pillow", 1, "38.00", {"set of": "2"}),
    ("Rain Jacket", 1, "90.00", {"size": "M", "colour": "moss"}),
    ("Rain Jacket", 1, "90.00", {"size": "L", "colour": "moss"}),
    ("Tea Towel", 4, "12.00", {}),
]


@pytest.fixture
def house(market: Market) -> Talk:
    """Somebody with one order that came, with goods that are alike."""
    return _talk(market)


def _talk(market: Market, **of: str) -> Talk:
    customer, lines = market.merchant.customer(), [(name, n, price) for name, n, price, _ in _BOUGHT]
    market.merchant.order(customer, lines, options=[options for *_, options in _BOUGHT])
    return market.served.signed_in(customer, **{"region": "US", **of})


@pytest.fixture
def twins(market: Market) -> Talk:
    """Somebody who ordered the same mug twice, on two lines of one order."""
    return market.bought(("Tin Mug", 1, "6.00"), ("Tin Mug", 1, "6.00"), ("Tea Towel", 1, "12.00"))[0]


def quoted(talk: Talk) -> tuple[list[str], str] | None:
    """The lines of the quote that waits, and its amount."""
    pending: dict[str, Any] | None = talk.state()["pending_action"]
    return (sorted(pending["arguments"]["line_ids"]), pending["amount"]["amount"]) if pending else None


@pytest.mark.parametrize(
    "words",
    [
        "one of the mugs came broken",
        "a mug arrived broken",
        "one of my mugs is chipped, refund pls",
        "one of them mugs was smashed",
        "I ordered two mugs and one is broken",
        "i want to return one of the mugs, changed my mind",
        "einer der Tin Mugs ist zerbrochen",
        "Ein Tin Mug ist kaputt",
    ],
)
def test_one_of_two_lines_alike_is_one(twins: Talk, words: str) -> None:
    twins.say(words)
    quote = quoted(twins)
    assert quote is not None
    assert (len(quote[0]), quote[1]) == (1, "6.00")


@pytest.mark.parametrize("words", ["both mugs came broken", "the mugs are all broken", "beide Tin Mugs sind kaputt"])
def test_both_are_both(twins: Talk, words: str) -> None:
    twins.say(words)
    assert quoted(twins) == (["1", "2"], "12.00")


def test_the_other_of_two_alike_after_the_first_was_paid_back(twins: Talk) -> None:
    twins.say("one of the mugs came broken")
    twins.say("yes")
    twins.say("the other mug is broken too")
    assert quoted(twins) == (["2"], "6.00")
    assert twins.say("yes")["turn"]["outcome"] == "action_done"
    assert twins.say("a mug is broken")["turn"]["outcome"] == "action_refused"


def test_more_than_there_are_is_refused(twins: Talk) -> None:
    assert "2 × Tin Mug" in text_of(twins.say("three mugs are broken"))
    assert quoted(twins) is None


@pytest.mark.parametrize(
    ("words", "lines", "amount"),
    [
        ("one of the tea towels has a hole", ["10"], "12.00"),
        ("two of the towels are torn", ["10"], "24.00"),
        ("a couple of the towels have holes", ["10"], "24.00"),
        ("all the towels are torn", ["10"], "48.00"),
        ("eines der Tea Towels hat ein Loch", ["10"], "12.00"),
        ("zwei der Tea Towels haben ein Loch", ["10"], "24.00"),
        ("one of the blue mugs came broken", ["1"], "6.00"),
        ("both blue mugs are broken", ["1", "2"], "12.00"),
        ("one rust mug is chipped", ["3"], "6.00"),
        ("der blaue Mug ist kaputt", ["1"], "6.00"),
        ("the 30cm skillet is broken", ["5"], "60.00"),
        ("die 30 cm Skillet ist kaputt", ["5"], "60.00"),
        ("the pillow 2-pack is torn", ["7"], "38.00"),
        ("the two pack of pillows is torn", ["7"], "38.00"),
        ("the pillow set of 2 has a hole", ["7"], "38.00"),
        ("das Pillow 2er-Pack hat ein Loch", ["7"], "38.00"),
        ("the size M jacket is torn", ["8"], "90.00"),
        ("the medium jacket is torn", ["8"], "90.00"),
        ("die Rain Jacket in Größe M ist gerissen", ["8"], "90.00"),
        ("2 of the towels and the 20cm skillet are damaged", ["10", "4"], "64.00"),
    ],
)
def test_what_was_named_is_quoted_and_no_more(house: Talk, words: str, lines: list[str], amount: str) -> None:
    house.say(words)
    assert quoted(house) == (lines, amount)


@pytest.mark.parametrize(
    "words",
    [
        "one of the mugs came broken",
        "two of the mugs are broken",
        "the mug is broken",
        "the towel is torn",
        "some of the towels have holes",
        "the 26 cm skillet is broken",
        "a jacket is torn",
        "the 30 cm pan arrived broken",
        "einige der Tea Towels haben ein Loch",
    ],
)
def test_what_is_left_open_is_asked(house: Talk, words: str) -> None:
    assert house.say(words)["turn"]["outcome"] == "asked_for_input"
    assert quoted(house) is None


@pytest.mark.parametrize(
    ("words", "answer", "lines", "amount"),
    [
        ("one of the mugs came broken", "the blue one", ["1"], "6.00"),
        ("one of the mugs came broken", "rust", ["3"], "6.00"),
        ("a skillet is broken", "the 30", ["5"], "60.00"),
        ("a skillet is broken", "20 cm", ["4"], "40.00"),
        ("a skillet is broken", "the bigger one", ["5"], "60.00"),
        ("a skillet is broken", "the second", ["5"], "60.00"),
        ("a skillet is broken", "the cheaper one", ["4"], "40.00"),
        ("a skillet is broken", "the 60 dollar one", ["5"], "60.00"),
        ("the jacket has a hole", "M", ["8"], "90.00"),
        ("the jacket has a hole", "medium one", ["8"], "90.00"),
        ("something is broken", "the 30 cm pan", ["5"], "60.00"),
        ("something came broken, i want a refund", "the pillow 2-pack", ["7"], "38.00"),
        ("der Pillow ist gerissen", "das 2er-Pack", ["7"], "38.00"),
        ("einer der Tin Mugs ist zerbrochen", "der blaue", ["1"], "6.00"),
    ],
)
def test_an_answer_tells_which(house: Talk, words: str, answer: str, lines: list[str], amount: str) -> None:
    assert house.say(words)["turn"]["outcome"] == "asked_for_input"
    house.say(answer)
    assert quoted(house) == (lines, amount)


def test_goods_that_are_told_by_a_line_of_several_are_counted_too(house: Talk) -> None:
    house.say("the mug is broken")
    assert "How many" in text_of(house.say("the rust one"))
    assert "blue" in text_of(house.say("sorry blue"))
    house.say("one")
    assert quoted(house) == (["1"], "6.00")


@pytest.mark.parametrize(
    ("words", "correction", "lines", "amount"),
    [
        ("the 30 cm skillet is broken", "wait, the 20cm", ["4"], "40.00"),
        ("the 30 cm skillet is broken", "the other one", ["4"], "40.00"),
        ("the 30 cm skillet is broken", "no the other one", ["4"], "40.00"),
        ("the 30 cm skillet is broken", "the smaller one", ["4"], "40.00"),
        ("the 30 cm skillet is broken", "sorry the pillow 2-pack i mean", ["7"], "38.00"),
        ("the 30 cm skillet is broken", "nein, die andere", ["4"], "40.00"),
        ("the 30 cm skillet is broken", "Moment, die 20 cm", ["4"], "40.00"),
        ("the 30 cm skillet is broken", "ich meine die 20er", ["4"], "40.00"),
        ("the size M jacket is torn", "sorry i meant the L", ["9"], "90.00"),
        ("the size M jacket is torn", "oh wait its the large one", ["9"], "90.00"),
        ("the size M jacket is torn", "nein, die in L", ["9"], "90.00"),
        ("two of the towels have holes", "sorry, three", ["10"], "36.00"),
        ("two of the towels have holes", "nein, nur eins", ["10"], "12.00"),
    ],
)
def test_a_correction_needs_no_no(
    market: Market, house: Talk, words: str, correction: str, lines: list[str], amount: str
) -> None:
    house.say(words)
    before = quoted(house)
    assert before is not None
    assert before != (lines, amount)
    house.say(correction)
    assert quoted(house) == (lines, amount)


def test_the_other_of_three_is_asked_about(market: Market) -> None:
    lines = [("Desk Lamp", 1, "50.00")] * 3
    talk = market.bought(*lines, options=[{"finish": "black"}, {"finish": "brass"}, {"finish": "steel"}])[0]
    talk.say("the black lamp is broken")
    asked = talk.say("no, the other one")
    assert asked["turn"]["outcome"] == "asked_for_input"
    assert quoted(talk) is None
    talk.say("steel")
    assert quoted(talk) == (["3"], "50.00")


@pytest.mark.parametrize("words", ["exchange one of the rust mugs for a white one", "swap a rust mug for white"])
def test_a_part_of_a_line_is_not_swapped_as_the_whole(market: Market, house: Talk, words: str) -> None:
    colours = ("blue", "rust", "white")
    market.merchant.products["P-Tin Mug"] = {
        "id": "P-Tin Mug",
        "name": "Tin Mug",
        "variants": [
            {"variant_id": f"V-Tin Mug-{c}", "options": {"colour": c}, "price": usd("6.00"), "available": True}
            for c in colours
        ],
    }
    answer = house.say(words)
    assert answer["turn"]["outcome"] == "action_refused"
    assert "person" in text_of(answer)
    assert quote_of(house) is None
    house.say("exchange the rust mugs for white ones")
    assert quote_of(house) is not None
