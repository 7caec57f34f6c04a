"""A quote takes the goods that somebody complains about or names, and no others; a remedy is quoted where one is wanted, once.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_goods_meant import quoted
from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market, usd
from tests.service import Talk, text_of

_HOME = (("Bookshelf", 1, "26.00"), ("Desk Lamp", 1, "84.00"), ("Wool Rug", 1, "40.00"))


@pytest.fixture
def home(market: Market) -> Talk:
    return market.bought(*_HOME)[0]


@pytest.fixture
def blankets(market: Market) -> Talk:
    return market.bought(("Picnic Blanket", 2, "45.50"), ("Tin Mug", 1, "6.00"))[0]


@pytest.mark.parametrize(
    "words",
    [
        "Just refund the lamp.",
        "Okay you're confusing me. Just refund the lamp.",
        "no, refund only the lamp please",
        "Only the desk lamp. Not the bookshelf or the rug.",
        "just the lamp, not the bookshelf and not the rug",
        "the lamp only, the shelf is fine and the rug is fine",
        "I said the lamp. the rest stays",
        "nur die Lampe, nicht das Bücherregal und nicht den Teppich",
    ],
)
def test_of_what_is_quoted_a_part_may_be_named(home: Talk, words: str) -> None:
    home.say("The lamp doesn't turn on. Refund everything")
    assert quoted(home) == (["1", "2", "3"], "150.00")
    home.say(words)
    assert quoted(home) == (["2"], "84.00")


@pytest.mark.parametrize("words", ["not the bookshelf!", "ok but not the bookshelf", "nicht das Bücherregal"])
def test_what_is_left_out_leaves_the_rest_of_the_quote(home: Talk, words: str) -> None:
    home.say("The lamp doesn't turn on. Refund the lamp and the bookshelf")
    home.say(words)
    assert quoted(home) == (["2"], "84.00")


@pytest.mark.parametrize(
    "words", ["not the whole order", "not everything", "not the right time", "forget it, a refund is not worth it"]
)
def test_what_names_no_part_leaves_it(home: Talk, words: str) -> None:
    home.say("The lamp doesn't turn on. Refund everything")
    home.say(words)
    assert quote_of(home) is None


@pytest.mark.parametrize(
    "words",
    [
        "one of my two picnic blankets, one's got a hole in it. Other one is fine.",
        "I bought two picnic blankets and one has a big hole. the other is fine",
        "two picnic blankets, one torn",
        "one of my two picnic blankets came ripped",
        "eine meiner beiden Picnic Blankets ist gerissen",
    ],
)
def test_one_of_several_is_one(blankets: Talk, words: str) -> None:
    blankets.say(words)
    assert quoted(blankets) == (["1"], "45.50")


@pytest.mark.parametrize(
    "words",
    [
        "Just the one that's torn, like. So half of that.",
        "ONE. 1 blanket. not 2",
        "only one of them",
        "one, not both",
        "not both, only one",
        "no, only for the ripped one",
        "eine, nicht beide",
    ],
)
def test_fewer_than_quoted(blankets: Talk, words: str) -> None:
    blankets.say("my picnic blankets are ripped, refund please")
    assert quoted(blankets) == (["1"], "91.00")
    blankets.say(words)
    assert quoted(blankets) == (["1"], "45.50")


@pytest.mark.parametrize(
    "words",
    [
        "two things. refund the cracked bowl. return the chair. separately",
        "the bowl is cracked, refund it please. the chair goes back",
        "the salad bowl has a crack and the chair is fine but i dont like it so id like to send that back",
    ],
)
def test_two_wishes_for_two_goods_are_served_one_after_the_other(market: Market, words: str) -> None:
    talk = market.bought(("Dining Chair", 1, "46.00"), ("Salad Bowl", 1, "63.00"))[0]
    talk.say(words)
    first = quote_of(talk)
    assert first is not None
    assert (first[0], first[2]) == ("refund_order", ["2"])
    talk.say("yes")
    then = quote_of(talk)
    assert then is not None
    assert (then[0], then[2]) == ("return_items", ["1"])


def test_a_no_that_names_what_is_wanted_instead_takes_each_for_its_own(market: Market) -> None:
    talk = market.bought(("Dining Chair", 1, "46.00"), ("Salad Bowl", 1, "63.00"))[0]
    talk.say("I want to return the dining chair and the salad bowl")
    talk.say("no i dont wanna return the BOWL, its cracked, i want that refunded. the chair is the one going back")
    assert quote_of(talk) is not None
    assert quoted(talk) == (["2"], "63.00")


def test_another_table_is_not_taken(market: Market) -> None:
    talk, order = market.bought(("Tin Mug", 1, "9.00"), ("Bedside Table", 1, "137.00"), ("Bottle", 1, "4.00"))
    talk.say(f"the mug of {order} was not in the box, and you've ignored the coffee table entirely")
    assert quoted(talk) == (["1"], "9.00")
    talk.say(f"no. The night table of {order} is broken")
    assert quoted(talk) == (["2"], "137.00")


@pytest.mark.parametrize(
    "words",
    [
        "can I have the refund for the mug then. one Oyster Bay mug, missing from the box.",
        "the mug is chipped so please refund the oyster bay mug",
        "The mug was missing. I want a refund for the mug. Please refund the oyster bay mug",
    ],
)
def test_a_wish_said_twice_is_one(market: Market, words: str) -> None:
    talk = market.bought(("Oyster Bay Mug", 1, "9.00"), ("Plate", 1, "12.00"))[0]
    asked = talk.say(words)
    assert "other wish" not in text_of(asked)
    assert quoted(talk) == (["1"], "9.00")
    done = talk.say("yes")
    assert [call["status"] for call in done["turn"]["tool_calls"]] == ["succeeded"]
    assert len(done["messages"]) == 1


def _sold(market: Market, name: str, *colours: str) -> None:
    market.merchant.products[f"P-{name}"] = {
        "id": f"P-{name}",
        "name": name,
        "variants": [
            {"variant_id": f"V-{name}-{c}", "options": {"colour": c}, "price": usd("18.00"), "available": True}
            for c in colours
        ],
    }


@pytest.mark.parametrize(
    "words",
    [
        "I want to change the hammock for a sand one",
        "I want to exchange my hammock, the hammock looks wrong. I want it in sand",
        "I clicked on the rust hammock by mistake and it looks all wrong next to the lamp. Could I swap it for the sand one?",
    ],
)
def test_a_swap_is_one_and_is_not_tried_again(market: Market, words: str) -> None:
    _sold(market, "Camp Hammock", "rust", "sand")
    lines = [("Camp Hammock", 1, "18.00"), ("Desk Lamp", 1, "30.00")]
    talk = market.bought(*lines, options=[{"colour": "rust"}, {}])[0]
    asked = talk.say(words)
    assert "other wish" not in text_of(asked)
    waiting = quote_of(talk)
    assert waiting is not None
    assert (waiting[0], waiting[2]) == ("exchange_items", ["1"])
    done = talk.say("yes")
    assert done["turn"]["outcome"] == "action_done"
    assert len(done["messages"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "my pending hammock order is the same as the one I already got last week - rust, double. Could you change the new one to "
        "sand? And if you can't, cancel it please.",
        "I already have this hammock. Can you change my new order to sand?",
        "my pending hammock order: can it be sand instead of rust?",
    ],
)
def test_a_colour_is_no_damage_and_the_new_order_is_changed(market: Market, words: str) -> None:
    _sold(market, "Camp Hammock", "rust", "sand")
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Camp Hammock", 1, "18.00")], options=[{"colour": "rust"}])
    new = market.merchant.order(customer, [("Camp Hammock", 1, "18.00")], status="pending", options=[{"colour": "rust"}])
    talk = market.talk(customer)
    asked = talk.say(words)
    assert "other wish" not in text_of(asked)
    assert quote_of(talk) == ("change_order_items", new, ["1"]), asked


@pytest.mark.parametrize(
    "words",
    [
        "the lamp was fine but it has some rust on it now, i left it in the sink oops. can i get a refund",
        "I want a refund for the rusty lamp, is it covered if its my own fault",
        "I dropped the lamp and it broke, can I have my money back?",
        "my cat scratched the rug, I want a refund for the rug",
        "ich habe die Lampe selbst kaputt gemacht, ich möchte mein Geld zurück",
    ],
)
def test_ones_own_fault_is_for_a_person(home: Talk, words: str) -> None:
    answer = home.say(words)
    assert answer["turn"]["outcome"] == "action_refused", answer
    assert "person" in text_of(answer).casefold()
    assert quote_of(home) is None
    assert home.say("yes")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "the lamp arrived with rust spots, I want a refund. It's not my fault",
        "the courier dropped the lamp and it broke. I want a refund",
        "my son opened the box and the lamp was broken, refund please",
    ],
)
def test_somebody_elses_fault_is_no_own_one(home: Talk, words: str) -> None:
    home.say(words)
    assert quoted(home) == (["2"], "84.00")


@pytest.mark.parametrize(
    "words",
    [
        "bought a wool rug as a gift for my nan and moths have got at it already lol, what can I do about moths",
        "There's rust on my lamp. how do I get the rust off?",
    ],
)
def test_who_asks_for_advice_is_quoted_nothing(home: Talk, words: str) -> None:
    answer = home.say(words)
    assert tools(answer) == []
    assert quote_of(home) is None


def test_no_order_is_no_missing_one_and_a_yes_to_the_person_is_one(market: Market) -> None:
    talk = market.served.talk(region="US")
    answer = talk.say("I haven't got an order with you. I only signed up to the newsletter. And yes to the person.")
    assert answer["turn"]["outcome"] == "handed_off"


def test_a_postcode_beside_an_order_is_no_other_wish(market: Market) -> None:
    _, order = market.bought(("Desk Lamp", 1, "30.00"))
    talk = market.served.talk(region="US")
    talk.say("I moved, can you update my account")
    assert "other wish" not in text_of(talk.say(f"{order}, 31461"))


def test_a_yes_that_goes_on_with_a_wish_takes_no_person(market: Market) -> None:
    _sold(market, "Camp Hammock", "rust", "sand")
    customer = market.merchant.customer()
    for _ in range(2):
        market.merchant.order(customer, [("Camp Hammock", 1, "18.00")], status="pending", options=[{"colour": "rust"}])
    talk = market.talk(customer)
    talk.say("I'd like to modify all my pending hammocks to be sand")
    talk.say("do you know how heavy the moon is?")
    talk.say("Yes, please proceed with modifying both hammocks to the sand option.")
    assert talk.state()["handoff"] is None
