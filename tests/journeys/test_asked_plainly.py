"""What is only asked, or called by another name, does nothing else: invoices, parts of goods, a number with its postcode."""

import pytest

from tests.service import Served, says_any, text_of


@pytest.fixture(scope="module")
def delivered(demo: Served) -> dict:
    return demo.orders("delivered")[0]


@pytest.mark.parametrize(
    "question",
    [
        "does the invoice for {order} show VAT?",
        "does the invoice of {order} show the sales tax",
        "is the sales tax on the invoice for {order}?",
        "Steht die Mehrwertsteuer auf der Rechnung zu {order}?",
    ],
)
def test_what_stands_on_an_invoice_is_asked_and_nothing_is_sent(demo: Served, delivered: dict, question: str) -> None:
    talk = demo.signed_in(delivered["customer_id"], region="US")
    answer = talk.say(question.format(order=delivered["id"]))
    assert not answer["turn"]["tool_calls"]
    assert "can't change" not in text_of(answer)


@pytest.mark.parametrize(
    "wish",
    [
        "need a vat receipt for {order}",
        "just a normal invoice for {order}, vat was the wrong word",
        "please send me the tax invoice for {order}",
    ],
)
def test_a_vat_receipt_is_an_invoice(demo: Served, delivered: dict, wish: str) -> None:
    talk = demo.signed_in(delivered["customer_id"], region="US")
    calls = talk.say(wish.format(order=delivered["id"]))["turn"]["tool_calls"]
    assert [(call["name"], call["status"]) for call in calls] == [("send_invoice", "succeeded")]


def test_what_is_to_stand_on_an_invoice_is_a_person_s(demo: Served, delivered: dict) -> None:
    talk = demo.signed_in(delivered["customer_id"], region="US")
    answer = talk.say(f"please add our VAT number to the invoice of {delivered['id']}")
    assert not answer["turn"]["tool_calls"]
    assert "can't change" in text_of(answer)


@pytest.mark.parametrize(
    "question",
    [
        "do you sell just the lid for the glass storage jar?",
        "how much is a new lid for the jar",
        "Was kostet ein neuer Deckel für das Glass Storage Jar?",
    ],
)
def test_the_price_of_the_whole_is_none_of_a_part(demo: Served, question: str) -> None:
    assert not demo.talk(consent=True, region="US").say(question)["turn"]["tool_calls"]


def test_just_the_price_is_no_report(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    answer = talk.say("just the price of the half litre jar")
    assert answer["turn"]["outcome"] == "answered"
    assert "0.5 l" in text_of(answer)


def test_a_number_and_its_postcode_prove_an_order_without_a_word(demo: Served) -> None:
    order = next(o for o in demo.orders("shipped") if o["shipping_address"]["country"] == "US")
    talk = demo.talk(consent=True, region="US")
    talk.say("where is my order")
    answer = talk.say(f"{order['id']} {order['shipping_address']['postcode']}")
    assert order["id"] in text_of(answer)
    assert ("verify", "succeeded") in [(call["name"], call["status"]) for call in answer["turn"]["tool_calls"]]
    twice = text_of(talk.say("I was charged twice for it, there are two payments"))
    assert order["id"] in twice


@pytest.mark.parametrize(
    "look",
    [
        "where is {order}? I never received the tracking link",
        "wheres {order} then i never got a confirmation email",
        "where is {order}, never got any update from you",
        "where is {order}, i havent got a tracking number",
    ],
)
def test_a_mail_that_never_came_is_no_missing_parcel(demo: Served, delivered: dict, look: str) -> None:
    talk = demo.signed_in(delivered["customer_id"], region="US")
    calls = talk.say(look.format(order=delivered["id"]))["turn"]["tool_calls"]
    assert "refund_order" not in [call["name"] for call in calls]


@pytest.mark.parametrize(
    "report", ["wheres {order} then i never got it thats why i ordered again", "where is {order} i never received it"]
)
def test_what_never_came_is_more_than_looked_up(demo: Served, delivered: dict, report: str) -> None:
    talk = demo.signed_in(delivered["customer_id"], region="US")
    calls = talk.say(report.format(order=delivered["id"]))["turn"]["tool_calls"]
    assert [call["name"] for call in calls] != ["track_order"]


@pytest.mark.parametrize(
    "said",
    [
        "Wie ist Ihre Telefonnummer?",
        "Äh, nein, IHRE Telefonnummer, die vom Laden.",
        "Danke, ich rufe lieber an. Wie ist Ihre Telefonnummer?",
        "unter welcher Nummer erreiche ich Sie?",
        "Wie erreiche ich euch telefonisch?",
        "Gibt es eine Telefonnummer für Rückfragen?",
        "What is your phone number?",
        "What's the store's phone number?",
    ],
)
def test_our_own_number_is_told_by_the_documents_and_not_the_customers(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0003", region="DE").say(said)
    assert says_any(answer, "We have no telephone hotline", "Eine Hotline haben wir nicht"), text_of(answer)
    assert not answer["turn"]["tool_calls"]


@pytest.mark.parametrize("said", ["Wie lautet meine Telefonnummer?", "Which phone number do you have for me?"])
def test_the_customers_number_is_told_in_part(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0003", region="DE").say(said)
    assert [call["name"] for call in answer["turn"]["tool_calls"]] == ["account_details"]
