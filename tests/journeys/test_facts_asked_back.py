"""What is asked back of an order that was just told is answered from its records: one parcel or several, the day that is named, until
when it can go back. Nothing is begun by it, and the status is not said again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, says_any, text_of

SAYS_YES, SAYS_NO = ("Yes, it's expected", "Ja, erwartet"), ("No, it's expected", "Nein, erwartet")
ONE_PARCEL = ("All of it travels in one parcel", "Alles kommt in einem Paket")


def day_in(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def on_its_way(market: Market, region: str = "US") -> Talk:
    """A bookshelf and a kettle in one parcel that is due in two days, just looked at."""
    customer = market.merchant.customer()
    parcel = {"id": "s1", "carrier": "UPS", "tracking_number": "T1", "status": "in_transit", "line_ids": ["1", "2"]}
    order = market.merchant.order(
        customer,
        [("Bookshelf", 1, "139.00"), ("Stovetop Kettle", 1, "45.00")],
        status="shipped",
        shipments=[{**parcel, "estimated_delivery": day_in(2).isoformat()}],
    )
    talk = market.talk(customer) if region == "US" else market.served.signed_in(customer, region=region, locale="de-DE")
    assert order in text_of(talk.say("where is my order?" if region == "US" else "wo ist meine Bestellung?"))
    return talk


def tools_of(answer: dict[str, Any]) -> list[str]:
    return [call["name"] for call in answer["turn"]["tool_calls"]]


@pytest.mark.parametrize(
    "words",
    [
        "so both in the one parcel?",
        "so everything in one box then?",
        "does the kettle come on the same day as the bookshelf?",
        "ok, and do they arrive together?",
        "is it split up or all in one package?",
        "I don't want to change anything, just asking if both come together",
        "did you send it in two boxes?",
        "are they in the same delivery?",
        "ok and the kettle ships with it?",
        "what? I'm not cancelling anything. one box yes or no",
        "lol ok. last try: are both things in parcel T1?",
    ],
)
def test_whether_it_is_one_parcel_is_told(market: Market, words: str) -> None:
    answer = on_its_way(market).say(words)
    assert tools_of(answer) == ["track_order"]
    assert says_any(answer, *ONE_PARCEL)
    assert "is on its way" not in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "alles in einem Paket?",
        "Kommt alles zusammen?",
        "also kommen beide im selben Karton?",
        "kommt der Kessel am gleichen Tag?",
    ],
)
def test_the_same_in_german(market: Market, words: str) -> None:
    answer = on_its_way(market, "DE").say(words)
    assert says_any(answer, *ONE_PARCEL)
    assert "ist unterwegs" not in text_of(answer)


@pytest.mark.parametrize(
    "words", ["so {day} then?", "ok, {day} it is?", "so it comes on {day}?", "does the kettle come {day} too?"]
)
def test_the_day_that_is_named_is_said_to_be_it_or_not(market: Market, words: str) -> None:
    talk = on_its_way(market)
    assert says_any(talk.say(words.format(day=f"{day_in(2):%A}")), *SAYS_YES)
    assert says_any(talk.say(words.format(day=f"{day_in(3):%A}")), *SAYS_NO)
    assert says_any(talk.say(words.format(day="tomorrow")), *SAYS_NO)


def test_the_day_is_told_in_german(market: Market) -> None:
    talk = on_its_way(market, "DE")
    assert says_any(talk.say("also morgen schon?"), *SAYS_NO)
    assert says_any(talk.say(f"Und kommt der Kessel dann auch am {day_in(2).day}.{day_in(2).month}.?"), *SAYS_YES)


@pytest.mark.parametrize(
    "words",
    [
        "can you put both of my orders in one parcel?",
        "could you send them in separate parcels please?",
        "can I still return both?",
        "I want to cancel both",
    ],
)
def test_what_is_to_be_done_is_no_fact(market: Market, words: str) -> None:
    answer = on_its_way(market).say(words)
    assert not says_any(answer, *ONE_PARCEL)


def looked_at(demo: Served, region: str) -> Talk:
    """An order on its way, just looked at, of a shop that has articles."""
    order = next(order for order in demo.orders("shipped") if order["shipping_address"]["country"] == region)
    talk = demo.signed_in(order["customer_id"], region=region, locale="de-DE" if region == "DE" else "en-US")
    talk.say(f"wo ist {order['id']}?" if region == "DE" else f"where is {order['id']}?")
    return talk


def test_the_last_day_is_told_in_german(market: Market) -> None:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Round Wall Mirror", 1, "119.50")], delivered_at=day_in(-20).isoformat())
    talk = market.served.signed_in(customer, region="DE", locale="de-DE")
    answer = talk.say("bis wann kann ich den Spiegel zurückschicken?")
    last = day_in(10)
    assert f"{last.day}." in text_of(answer)
    assert str(last.year) in text_of(answer)
    assert tools_of(answer) == ["order_details"]
    assert "Ja:" in text_of(talk.say(f"also bis {last.day}.{last.month}.?"))


def came(market: Market, days_ago: int) -> tuple[Talk, str]:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Round Wall Mirror", 1, "119.50")], delivered_at=day_in(-days_ago).isoformat())
    market.merchant.order(customer, [("Salt Mills", 2, "45.00")])
    return market.talk(customer), order


@pytest.mark.parametrize(
    "words",
    [
        "is it too late to return a mirror? got it a while ago",
        "until when can I return my mirror?",
        "what's the last day I can send the mirror back?",
        "how many days do I have left to return the mirror?",
        "hi, just want to know by when I have to send back the mirror",
        "what is the deadline for returning the mirror I bought?",
    ],
)
def test_the_last_day_of_ones_own_order_is_told_and_no_return_begun(market: Market, words: str) -> None:
    talk, order = came(market, 20)
    answer = talk.say(words)
    last = day_in(10)
    assert order in text_of(answer)
    assert f"{last:%B} {last.day}, {last.year}" in text_of(answer)
    assert tools_of(answer) == ["order_details"]
    back = talk.say(f"so that's {last.day} {last:%B} for me?")
    assert "Yes: you can return" in text_of(back)
    assert "No: the last day" in text_of(talk.say(f"so not until {day_in(14).day} {day_in(14):%B}?"))
    assert "The last day to return" in text_of(talk.say("so is that a yes?"))
    assert talk.say("ok thanks")["turn"]["intent"] == "thanks"


def test_who_is_too_late_is_told_so(market: Market) -> None:
    talk, _ = came(market, 45)
    answer = text_of(talk.say("is it too late to return the mirror?"))
    assert "The last day to return" in answer
    assert " was " in answer


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I don't understand, do I have to be home on Wednesday or not?", "for furniture"),
        ("no need for a person. where do I find that tracking link?", "we send an e-mail with the carrier's name"),
        ("the link you mentioned, is it in an email or what", "we send an e-mail with the carrier's name"),
        ("ok whatever. if it doesn't come today what should I do?", "tell us the order number"),
        ("yes but what if it doesn't come?", "tell us the order number"),
        ("right. but what happens if nobody's in?", "a second attempt follows"),
        ("how late do they deliver?", "no time is named to me"),
        ("I'm at work though, can they leave it with the neighbour on Wednesday?", "neighbour"),
    ],
)
def test_what_documents_know_of_a_parcel_is_no_day_of_it(demo: Served, words: str, told: str) -> None:
    answer = looked_at(demo, "US").say(words)
    assert told in text_of(answer)
    assert not says_any(answer, *SAYS_YES, *SAYS_NO, "It's expected")


def test_what_is_asked_first_beside_where_it_is_is_told_too(market: Market) -> None:
    customer = market.merchant.customer()
    parcel = {"id": "s1", "carrier": "UPS", "tracking_number": "T1", "status": "in_transit", "line_ids": ["1", "2"]}
    market.merchant.order(
        customer,
        [("Cast Iron Pot", 1, "139.00"), ("Gardening Gloves", 1, "45.00")],
        status="shipped",
        shipments=[{**parcel, "estimated_delivery": day_in(2).isoformat()}],
    )
    answer = market.talk(customer).say("Is my cast iron pot coming in the same box as the gloves or did you split it")
    assert says_any(answer, *ONE_PARCEL)
    assert "is on its way" in text_of(answer)


@pytest.mark.parametrize("words", ["I want to return the mirror", "please send me a label, the mirror goes back"])
def test_a_wish_to_return_is_one(market: Market, words: str) -> None:
    talk, _ = came(market, 20)
    assert "return_items" in tools_of(talk.say(words))


@pytest.mark.parametrize(
    "words", ["How many days do I have to return something?", "until when can I return things I buy now?"]
)
def test_the_rule_in_general_is_a_documents(market: Market, words: str) -> None:
    talk, order = came(market, 20)
    assert order not in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    [
        "do I have to be home for it?",
        "does somebody have to sign for it?",
        "do we need to be in?",
        "will I have to be there to sign",
    ],
)
def test_who_has_to_be_there_is_told_by_the_documents(demo: Served, words: str) -> None:
    answer = looked_at(demo, "US").say(words)
    assert "for knives, and for furniture" in text_of(answer)


@pytest.mark.parametrize(
    "words", ["Muss ich da zuhause sein?", "muss jemand unterschreiben?", "Also übermorgen? Muss ich da daheim sein?"]
)
def test_nobody_is_in_danger_who_asks_whether_to_be_at_home(demo: Served, words: str) -> None:
    answer = looked_at(demo, "DE").say(words)
    assert answer["turn"]["outcome"] == "answered"
    assert "bei Möbeln" in text_of(answer)
