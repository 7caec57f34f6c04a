"""An address that comes in pieces, over turns, and one part of it put right: one address, and every other part stays."""

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, text_of


def begun(demo: Served, customer: str, **body: str) -> tuple[Talk, str]:
    order = demo.orders("pending", customer)[0]["id"]
    talk = demo.signed_in(customer, **{"region": "US", **body})
    return talk, order


def quoted_address(demo: Served, talk: Talk) -> str:
    shown = demo.ok("GET", f"/v1/conversations/{talk.id}/pending-action", key=talk.token)
    return " ".join(shown["values"].values())


def test_street_city_and_postcode_over_three_turns(demo: Served) -> None:
    talk, order = begun(demo, "C0004")
    talk.say(f"I want to change the delivery address of order {order}")
    first, second = talk.say("12 Elm Street"), talk.say("Springfield")
    assert "the city and the postcode" in text_of(first)
    assert "I still need of the new address: the postcode." in text_of(second)
    assert [a["turn"]["failures"] for a in (first, second)] == [0, 0]
    assert talk.say("62704")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "12 Elm Street, Springfield 62704, US"
    # one part put right, in words of three kinds
    assert talk.say("no, 14 Elm Street")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "14 Elm Street, Springfield 62704, US"
    assert talk.say("zip is 62705")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "14 Elm Street, Springfield 62705, US"
    assert talk.say("the city should be Chatham")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "14 Elm Street, Chatham 62705, US"
    assert talk.say("apartment 5 please")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "14 Elm Street, Apartment 5, Chatham 62705, US"
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    now = demo.order(order)["shipping_address"]
    assert (now["line1"], now["city"], now["postcode"], now["line2"]) == ("14 Elm Street", "Chatham", "62705", "Apartment 5")


def test_the_account_s_own_address_with_a_question_between(demo: Served) -> None:
    talk = demo.signed_in("C0006", region="US")
    talk.say("change my address")
    talk.say("street is 12 Elm Street")
    aside = talk.say("how long does delivery take?")
    assert "working days" in text_of(aside)
    assert "the city and the postcode" in text_of(aside)
    talk.say("in Springfield, IL")
    assert talk.say("zip is 62704")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "12 Elm Street, Springfield IL 62704, US"


@pytest.mark.parametrize(
    "words",
    ["new address is 12 Elm Street Springfield 62704 IL", "12 Elm Street, 62704 Springfield IL"],
)
def test_a_line_without_commas(demo: Served, words: str) -> None:
    talk, order = begun(demo, "C0007") if demo.orders("pending", "C0007") else begun(demo, "C0004")
    talk.say(f"change the address of {order}")
    assert talk.say(words)["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk) == "12 Elm Street, Springfield IL 62704, US"


@pytest.mark.parametrize(
    "words", ["BA2 4NJ dear, just found my glasses", "BA2 4NJ love, sorry about that", "it's BA2 4NJ Tom"]
)
def test_a_word_beside_the_postcode_is_no_city(demo: Served, words: str) -> None:
    talk, order = begun(demo, "C0004")
    talk.say(f"change the delivery address of {order}")
    asked = talk.say("14 Lyncombe Hill, Bath. The postcode I'd have to look up, just a moment")
    assert "the postcode" in text_of(asked)
    talk.say(words)
    assert "14 Lyncombe Hill, Bath BA2 4NJ" in quoted_address(demo, talk)


def test_in_german(demo: Served) -> None:
    talk, order = begun(demo, "C0004", region="DE", locale="de")
    talk.say(f"Lieferadresse der Bestellung {order} ändern")
    assert "fehlt mir noch: der Ort und die Postleitzahl" in text_of(talk.say("Lindenstraße 5"))
    assert talk.say("10115 Berlin")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk).startswith("Lindenstraße 5, Berlin 10115")
    assert talk.say("nein, die Straße ist Lindenweg 7")["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk).startswith("Lindenweg 7, Berlin 10115")


def test_what_is_no_part_is_none(demo: Served) -> None:
    talk, order = begun(demo, "C0004")
    before = demo.order(order)["shipping_address"]
    talk.say(f"change the address of {order} to 12 Elm Street")
    for words in ("I don't know the zip", "what do you mean", "hmm", "ok"):
        answer = talk.say(words)
        assert answer["turn"]["outcome"] != "asked_for_confirmation", words
    assert demo.order(order)["shipping_address"] == before


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("no dear its Leeds not Bristol. shall i say yes now?", "14 Abbey Walk, Leeds"),
        ("did you get that its Leeds LS6", "14 Abbey Walk, Leeds"),
        ("sorry, York not Leeds", "14 Abbey Walk, York"),
        ("oh its 15 not 14", "15 Abbey Walk, Leeds"),
        ("nicht Leeds, sondern York", "14 Abbey Walk, York"),
        ("York instead of Leeds please", "14 Abbey Walk, York"),
    ],
)
def test_what_is_put_right_in_a_quoted_address(demo: Served, words: str, quoted: str) -> None:
    talk = demo.signed_in("C0113", region="GB")
    talk.say("yes")
    order = demo.orders("pending", "C0113")[0]["id"]
    talk.say(f"change the delivery address of {order}")
    talk.say("14 Abbey Walk, Leeds, LS6 2AB")
    assert talk.say(words)["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk).startswith(quoted)
    talk.say(order)  # a number that is known goes on with what is open, and is no street
    assert quoted_address(demo, talk).startswith(quoted)


def test_an_address_after_its_change_was_dropped_begins_it_again(demo: Served) -> None:
    talk = demo.signed_in("C0113", region="GB")
    talk.say("yes")
    order = demo.orders("pending", "C0113")[0]["id"]
    talk.say(f"change the delivery address of {order}")
    talk.say("14 Abbey Walk, Leeds, LS6 2AB")
    talk.say("no, leave it")
    again = talk.say("oh no i did want it changed. 14 Abbey Walk, Leeds, LS6 2AB please")
    assert [call["name"] for call in again["turn"]["tool_calls"]] == ["change_shipping_address"]
    assert quoted_address(demo, talk).startswith("14 Abbey Walk, Leeds")


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("it should be 27 Wellington Street, is that what you have?", "that is the one I noted"),
        ("ok yes, if you've got 27 Wellington Street", "that is the one I noted"),
        ("is it 27 Wellington Street?", "that is the one I noted"),
        ("can you read it back to me", "27 W. S., Cardiff"),
        ("which address have you got down?", "27 W. S., Cardiff"),
        ("is that 72 Wellington Street?", "another one than I noted"),
    ],
)
def test_a_quoted_address_can_be_checked(demo: Served, says: str, told: str) -> None:
    talk = demo.signed_in("C0113", region="GB")
    talk.say("yes")
    order = demo.orders("pending", "C0113")[0]["id"]
    talk.say(f"change the delivery address of {order}")
    asked = talk.say("27 Wellington Street, Cardiff CF11 9BE")
    assert "27 W. S., Cardiff" in asked["messages"][-1]["text"]
    checked = talk.say(says)
    assert told in " ".join(message["text"] for message in checked["messages"])
    assert checked["turn"]["outcome"] == "asked_for_confirmation"
    assert quoted_address(demo, talk).startswith("27 Wellington Street")


@pytest.mark.parametrize(
    "words",
    [
        "Kaiserstr. 12 bei Firma Lohmann, 79098 Freiburg",
        "Kaiserstr. 12, c/o Lohmann GmbH, 79098 Freiburg",
        "Kaiserstr. 12, Firma Lohmann, 79098 Freiburg",
    ],
)
def test_whose_house_it_is_takes_no_city_away(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0147", region="DE", locale="de-DE")
    talk.say("ja")
    order = demo.orders("pending", "C0147")[0]["id"]
    talk.say(f"Bitte die Lieferadresse von {order} ändern")
    quoted = talk.say(words)
    assert ", Freiburg)" in quoted["messages"][-1]["text"]
    assert "Lohmann" in quoted_address(demo, talk)
    other = talk.say("Kaiserstr. 12, 79098 Stuttgart")
    assert "genau das habe ich notiert" not in " ".join(message["text"] for message in other["messages"])


def test_a_house_number_that_was_mistyped_is_put_right(market: Market) -> None:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Bookshelf", 1, "266.00")], status="pending")
    market.merchant.orders[order]["shipping_address"]["line1"] = "41 Abbey Walk"
    talk = market.talk(customer)
    talk.say(
        "i bought a bookshelf and i think i have put the wrong house number in the address, its 14 not 41, can you put it right"
    )
    assert quoted_address(market.served, talk).startswith("14 Abbey Walk")
