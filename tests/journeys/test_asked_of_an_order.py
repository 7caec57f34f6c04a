"""What people ask of an order of theirs, or of goods just spoken of: told from the shop's own data, and never by a document near to it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.service import Served, text_of


def _customer(demo: Served, *statuses: str, refunded: bool = False) -> tuple[str, dict]:
    """A customer and an order of theirs, the only one in these statuses."""
    by_customer: dict[str, list[dict]] = {}
    for status in statuses:
        for order in demo.orders(status):
            by_customer.setdefault(order["customer_id"], []).append(order)
    return next(
        (customer, orders[0])
        for customer, orders in by_customer.items()
        if len(orders) == 1 and (not refunded or any(p["kind"] == "refund" for p in orders[0]["payments"]))
    )


@pytest.mark.parametrize(
    "question",
    [
        "so is it on time for {day} or no",
        "will it be here by {day}?",
        "I need it before {day}, will that work?",
        "does it arrive in time for {day}",
        "is it going to make it by {day}",
        "kommt es rechtzeitig zum {day}?",
        "Brauche es bis {day}, klappt das?",
    ],
)
def test_whether_an_order_comes_in_time_is_told_by_its_own_days(demo: Served, question: str) -> None:
    customer, order = _customer(demo, "processed")
    talk = demo.signed_in(customer, region="US")
    talk.say(f"where is {order['id']}?")
    far = datetime.now(UTC).date() + timedelta(days=40)
    is_german = question.startswith(("kommt", "Brauche"))
    day = f"{far.day}.{far.month}." if is_german else f"{far:%B} {far.day}"
    answer = talk.say(question.format(day=day))
    assert answer["turn"]["tool_calls"][0]["name"] == "track_order"
    assert not answer["messages"][0]["citations"]
    assert any(words in text_of(answer) for words in ("in time for", "rechtzeitig zum"))


@pytest.mark.parametrize(
    "question",
    ["Do you deliver on Saturday?", "can I return it until the 12th?", "is it delivered before Christmas if I order today?"],
)
def test_what_holds_in_general_is_asked_of_the_documents(demo: Served, question: str) -> None:
    customer, order = _customer(demo, "processed")
    talk = demo.signed_in(customer, region="US")
    talk.say(f"where is {order['id']}?")
    assert "in time for" not in text_of(talk.say(question))


@pytest.mark.parametrize(
    "question",
    [
        "But it is not on my card. When did you send it?",
        "WHEN was the money sent. Date please.",
        "on what day did you send the money back?",
        "when was it refunded",
        "has the money been sent?",
        "wann habt ihr das Geld geschickt?",
        "wann wurde das Geld überwiesen?",
    ],
)
def test_when_a_cancelled_order_s_money_was_sent_is_told(demo: Served, question: str) -> None:
    customer, order = _customer(demo, "cancelled", refunded=True)
    talk = demo.signed_in(customer, region="US")
    first = text_of(talk.say(f"My order {order['id']} was cancelled and nobody told me why."))
    assert "to a carrier yet" not in first
    assert order["total"]["amount"] in first
    answer = talk.say(question)
    assert answer["turn"]["tool_calls"][0]["name"] == "track_refund"
    refund = next(p for p in order["payments"] if p["kind"] == "refund")
    assert refund["at"][:4] in text_of(answer)


@pytest.mark.parametrize(
    "report",
    [
        "only half of my order came. {order}",
        "half the order {order} is missing",
        "something is missing from my order {order}",
        "von Bestellung {order} ist nur die Hälfte da",
    ],
)
def test_a_part_that_is_not_here_yet_is_looked_up_and_a_person_offered(demo: Served, report: str) -> None:
    customer, order = _customer(demo, "shipped")
    talk = demo.signed_in(customer, region="US")
    answer = talk.say(report.format(order=order["id"]))
    assert answer["turn"]["outcome"] == "answered"
    assert order["shipments"][0]["tracking_number"] in text_of(answer)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_a_fault_after_the_window_is_told_of_the_warranty(demo: Served) -> None:
    old = next(
        o
        for o in demo.orders("delivered")
        if o["delivered_at"][:10] < str(datetime.now(UTC).date() - timedelta(days=60)) and len(o["lines"]) == 1
    )
    talk = demo.signed_in(old["customer_id"], region="US")
    name = old["lines"][0]["name"]
    broken = talk.say(f"The {name} of order {old['id']} has a hole along the seam, it is falling apart.")
    assert "warranty" in text_of(broken)
    assert broken["messages"][0]["citations"]
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"
    regret = demo.signed_in(old["customer_id"], region="US").say(f"I want to return the {name} of order {old['id']}")
    assert "warranty" not in text_of(regret)


@pytest.mark.parametrize("question", ["and in L moss?", "L moss please, is it there?", "do you have any left in L, moss"])
def test_a_variant_is_of_the_goods_just_spoken_of(demo: Served, question: str) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("do you have the waxed garden jacket in navy?")
    answer = talk.say(question)
    assert answer["turn"]["tool_calls"][0]["arguments"] == {"product_id": "P149"}
    assert "moss" in text_of(answer)


@pytest.mark.parametrize("word", ["navy", "the navy one", "how much is the biggest one"])
def test_an_option_alone_goes_on_with_the_goods(demo: Served, word: str) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("do you have the waxed garden jacket in L?")
    assert "navy" in text_of(talk.say(word))


@pytest.mark.parametrize(
    "question",
    [
        "how much is it to ship that to Ohio",
        "do you have gift cards?",
        "can I return it?",
        "so can i buy it at 17",
        "am I old enough for it?",
        "can I get it in your shop?",
        "I have it already, is it waterproof?",
    ],
)
def test_another_question_is_not_of_those_goods(demo: Served, question: str) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("do you have the waxed garden jacket in navy?")
    assert not talk.say(question)["turn"]["tool_calls"]


def test_the_weight_of_other_goods_is_no_answer(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("how much does the 30cm skillet cost")
    assert "mirror" not in text_of(talk.say("cool n is it heavy? how many lbs"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("do u do student discount", "10 %"),
        ("who pays for the return?", "labels are free"),
        ("Wer zahlt die Rücksendung?", "Rücksendeetiketten sind"),
        ("Verpackt ihr auch als Geschenk?", "Gift wrapping"),
        ("Könnt ihr das als Geschenk einpacken?", "Gift wrapping"),
        ("liefert ihr nach Norwegen?", "delivers to addresses"),
        ("can the parcel go to my neighbour?", "Change delivery"),
        ("Kann das Paket zum Nachbarn?", "Zustellung ändern"),
        ("¿Cuánto tarda el envío?", "working days"),
        ("Quel est le délai de livraison ?", "working days"),
    ],
)
def test_what_is_asked_in_words_of_no_document_is_answered(demo: Served, question: str, words: str) -> None:
    assert words in text_of(demo.talk(consent=True, region="US").say(question))
