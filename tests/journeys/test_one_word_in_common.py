"""A passage that shares no more than one word with the question, or the name of the goods, is no answer to it."""

import pytest

from tests.service import Served, Talk, text_of


def with_a_kettle(demo: Served) -> Talk:
    """An order with a Stovetop Kettle was just looked at."""
    for status in ("shipped", "processed", "pending", "delivered"):
        for order in demo.orders(status):
            if len(order["lines"]) == 1 and order["lines"][0]["name"] == "Stovetop Kettle":
                talk = demo.signed_in(order["customer_id"], region="US", locale="en-US")
                talk.say(f"where is {order['id']}?")
                return talk
    raise AssertionError("nobody in the demo has a kettle")


def cited(answer: dict) -> list[str]:
    return [citation["title"] for message in answer["messages"] for citation in message["citations"]]


@pytest.mark.parametrize(
    "words",
    [
        "no worries. if im not home do they leave it",
        "does ups leave the box at the door when nobody's home?",
        "if I am away will they just leave it?",
        "nobody is home tomorrow, do they drop it anyway?",
        "so is it signed for then? it's just a kettle",
    ],
)
def test_a_parcel_that_is_left_at_the_door_is_nothing_of_the_goods_in_it(demo: Served, words: str) -> None:
    assert "may be left at the door" in text_of(with_a_kettle(demo).say(words))


@pytest.mark.parametrize(
    "words",
    ["niemand zuhause, legt dhl es dann vor die tür?", "wenn keiner da ist, lassen die das Paket einfach liegen?"],
)
def test_the_same_in_german(demo: Served, words: str) -> None:
    assert "vor der Tür" in text_of(demo.talk(region="DE", locale="de-DE", consent=True).say(words))


@pytest.mark.parametrize("words", ["how many liters is it", "how much water does it hold?", "is it dishwasher safe?"])
def test_what_is_not_told_of_the_goods_in_sight_is_not_answered_by_their_name(demo: Served, words: str) -> None:
    answer = with_a_kettle(demo).say(words)
    assert cited(answer) == []


def test_what_is_told_of_them_still_is(demo: Served) -> None:
    assert "Stovetop Kettle | yes" in text_of(with_a_kettle(demo).say("can i put it on induction"))


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("GB", "Hello, is the garden jacket actually waterproof or just showerproof?"),
        ("US", "is the garden jacket waterproof"),
        ("US", "kettle works then. how many liters is it"),
    ],
)
def test_what_is_told_of_other_goods_is_no_answer(demo: Served, region: str, words: str) -> None:
    answer = demo.talk(region=region, consent=True).say(words)
    assert "underside is coated" not in text_of(answer)
    assert "limescale" not in " ".join(cited(answer))


@pytest.mark.parametrize(
    "words",
    [
        "do I log in with the new email from now on?",
        "can i sign in with the new email, yes or no",
        "is the new email my login now",
    ],
)
def test_signing_in_is_not_signing_for(demo: Served, words: str) -> None:
    answer = text_of(demo.signed_in("C0030", region="US", locale="en-US").say(words))
    assert "takes effect once you click the link" in answer
    assert "Signature" not in answer


@pytest.mark.parametrize("words", ["do i have to sign for it?", "must someone be home for the parcel?"])
def test_signing_for_still_is(demo: Served, words: str) -> None:
    assert 'tick "Signature"' in text_of(demo.talk(region="US").say(words))


@pytest.mark.parametrize(
    "words",
    [
        "do you guys come pick it up or do i have to bring it to ups",
        "can you collect it from my house for a return?",
        "will ups fetch it or must i take it to the post office",
    ],
)
def test_a_return_that_is_fetched_is_no_order_fetched_from_a_store(demo: Served, words: str) -> None:
    talk = demo.talk(region="US")
    talk.say("how long do I have to return things")
    assert "For furniture over 30 kg we arrange a collection" in text_of(talk.say(words))


def test_an_order_fetched_from_a_store_still_is(demo: Served) -> None:
    assert "Can I pick up my order in a store?" in cited(demo.talk(region="US").say("can I pick up my order in the store?"))


@pytest.mark.parametrize(
    "words",
    [
        "Ich hab sie schon einmal benutzt, geht das trotzdem?",
        "hab sie schon gebraucht, ist das ok?",
        "die sind schon getragen, kann ich sie trotzdem zurückgeben?",
    ],
)
def test_used_goods_are_told_of_beside_a_return(demo: Served, words: str) -> None:
    order = next(o for o in demo.orders("delivered") if o["shipping_address"]["country"] == "DE" and len(o["lines"]) == 1)
    talk = demo.signed_in(order["customer_id"], region="DE", locale="de-DE")
    talk.say(f"ich möchte {order['id']} zurückschicken")
    answer = talk.say(words)
    assert "unbenutzt" in text_of(answer)
    assert answer["turn"]["outcome"] != "action_done"


@pytest.mark.parametrize(
    "words",
    [
        "die batterie hab ich schon gewechselt. was kann ich machen",
        "das beantwortet meine frage nicht. ist es bei meiner noch möglich",
    ],
)
def test_german_words_that_say_little_find_no_article(demo: Served, words: str) -> None:
    titles = " ".join(cited(demo.talk(region="DE", locale="de-DE", consent=True).say(words)))
    assert "Produktbewertung" not in titles
    assert "persönlichen Daten" not in titles


def test_of_the_hours_those_of_the_shops_are_told_where_a_shop_is_spoken_of(demo: Served) -> None:
    answer = text_of(demo.talk(region="CA").say("there is a shop in halifax? do you know the opening hours"))
    assert "10:00 to 19:00" in answer
    assert "accessible toilets" not in answer
