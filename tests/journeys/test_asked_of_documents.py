"""What reads like a complaint, a report or a wish, and what only documents answer: a card that is declined, a code for a first order,
delivery paid again, used goods in general, an amount that is pending, and what is asked on after goods go back."""

import pytest

from tests.service import Served, Talk, says_any, text_of

# In English, and in German for who writes it.
DECLINED = ("Most declined payments come from the bank", "Die meisten abgelehnten Zahlungen liegen an der Bank")
TRY_ANOTHER = ("Try another card or PayPal", "Versuchen Sie es mit einer anderen Karte oder PayPal")
NEWSLETTER = ("10 % off the first order", "10 % auf die erste Bestellung")


def asked(demo: Served, said: str, region: str = "US") -> str:
    return text_of(demo.talk(region=region, consent=True).say(said))


@pytest.mark.parametrize(
    "said",
    [
        "my card keeps getting declined when i try to pay",
        "its a visa. tried 3 times today, says declined",
        "im trying to buy something NOW and the card wont work",
        "i cant pay, my payment was rejected",
        "the checkout wont take my card",
        "paypal doesnt work at checkout",
        "you keep refusing my mastercard",
        "it says error when i try to pay",
        "payment failed, what now?",
        "meine Karte wird beim Bezahlen abgelehnt",
        "ich kann nicht bezahlen, die Zahlung schlägt fehl",
    ],
)
def test_a_payment_that_is_declined(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0001", region="US").say(said)
    assert says_any(answer, *DECLINED)
    assert says_any(answer, *TRY_ANOTHER)
    assert not answer["turn"]["tool_calls"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("my card is declined, get me a person", "handed_off"),
        ("my card was declined, can i use paypal for my order instead", "asked_for_confirmation"),
        ("my refund was declined by the bank", None),
        ("my card was charged but the order failed", None),
        ("my gift card doesnt work", None),
        ("I cannot pay my rent this month", None),
    ],
)
def test_what_is_no_declined_payment(demo: Served, said: str, outcome: str | None) -> None:
    answer = demo.signed_in("C0001", region="US").say(said)
    assert not says_any(answer, *TRY_ANOTHER)
    assert "would you like a refund for" not in text_of(answer)  # no goods are for a refund by it
    assert outcome in (None, answer["turn"]["outcome"])


@pytest.mark.parametrize(
    "said",
    [
        "so theres no discount for new customers?",
        "do you have any coupon codes?? first order",
        "is there a welcome discount",
        "do first time buyers get something off",
        "any deals for new people?",
        "can i get a promo code",
        "where do i find a coupon",
        "gibt es einen Rabatt für Neukunden?",
        "habt ihr einen Gutscheincode für mich?",
    ],
)
def test_a_code_for_a_first_order(demo: Served, said: str) -> None:
    assert any(told in asked(demo, said) for told in NEWSLETTER)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("student discount?", "school e-mail"),
        ("can i use two codes", "Only one code"),
        ("kann ich mehrere Gutscheine kombinieren?", "nur ein Code"),
        ("where do i enter my code", "payment page"),
        ("my discount code doesnt work", "may have expired"),
        ("wo gebe ich den Gutschein ein?", "Zahlungsseite"),
    ],
)
def test_other_codes_are_answered_as_before(demo: Served, said: str, told: str) -> None:
    answer = asked(demo, said)
    assert told in answer
    assert not any(told in answer for told in NEWSLETTER)


@pytest.mark.parametrize(
    "said",
    [
        "no its ok ill just order again. will i pay delivery twice?",
        "??? i mean do i pay shipping again",
        "do i have to pay postage on both orders if i order twice?",
        "if i place another order is shipping charged again",
        "muss ich dann nochmal Versand zahlen?",
    ],
)
def test_delivery_paid_again(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0011", region="US").say(said)
    assert "6.95 USD" in text_of(answer)
    assert "we refund the second standard charge" in text_of(answer)


@pytest.mark.parametrize(
    "said",
    [
        "can i return a knife ive used once",
        "omg no. can u return a used knife yes or no",
        "can i return opened candles?",
        "do you take back things that have been used?",
        "can i send something back if ive tried it",
        "Kann ich ein benutztes Messer zurückgeben?",
        "kann man etwas zurückgeben, das man schon benutzt hat?",
    ],
)
def test_used_goods_in_general(demo: Served, said: str) -> None:
    answer = demo.talk(region="GB", consent=True).say(said)
    assert says_any(answer, "Goods should be unused", "Die Ware soll unbenutzt")
    assert answer["turn"]["outcome"] == "answered"  # nobody is asked who they are


def test_used_goods_of_ones_own_are_a_wish(demo: Served) -> None:
    answer = demo.signed_in("C0001", region="US").say("can i return the skillet, ive used it once")
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


@pytest.mark.parametrize(
    "said",
    [
        "so is the second one just pending? will it drop off",
        "the bank says 2nd is pending",
        "theres a duplicate charge pending on my account",
        "my bank shows the payment as pending",
        "will the extra charge disappear",
        "Die zweite Abbuchung ist nur vorgemerkt, verschwindet die wieder?",
    ],
)
def test_an_amount_that_is_pending(demo: Served, said: str) -> None:
    assert "disappears by itself within 3 to 5 working days" in text_of(demo.signed_in("C0011", region="US").say(said))


@pytest.mark.parametrize(
    "said", ["U CHARGED ME TWICE!!!", "i see two payments on my card for one order", "Ihr habt zweimal abgebucht!"]
)
def test_charged_twice_is_regretted_and_the_order_asked_for(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0011", region="US")
    answer = text_of(talk.say(said))
    assert "sorry about this charge" in answer or "tut mir leid" in answer
    assert "number of the order" in answer or "Nummer der Bestellung" in answer
    assert "3 to 5 working days" in answer
    assert "HP115330" in text_of(talk.say("HP115330"))
    assert "137" in text_of(talk.say("you took it twice, HP115330"))


def returned(demo: Served, customer: str, said: str) -> Talk:
    talk = demo.signed_in(customer, region="US")
    assert "Shall I go ahead?" in text_of(talk.say(said))
    return talk


def test_what_is_asked_of_a_return_before_and_after_it(demo: Served) -> None:
    talk = returned(demo, "C0037", "I want to return the feather pillow, too flat for me")
    for said, told in (
        ("do i have to pay for postage?", "labels are free"),
        ("how do you pick it up", "drop-off point"),
        ("do i have to take it to the post office, its heavy", "drop-off point"),
        ("can i drop it at a ups store", "drop-off point"),
        ("by when do i have to send it back", "30 days"),
    ):
        answer = text_of(talk.say(said))
        assert told in answer, (said, answer)
        assert "Shall I go ahead?" in answer
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    for said, told in (
        ("and do i bring it somewhere?", "drop-off point"),
        ("who pays for the postage?", "labels are free"),
        ("how many days do i have", "14 days"),
        ("so how long once you have it", "3 to 5 working days once the goods are back"),
        ("muss ich das Porto zahlen?", "Rücksendeetiketten sind"),
        ("bis wann muss ich es zurückschicken?", "14 Tagen"),
    ):
        answer = text_of(talk.say(said))
        assert told in answer, (said, answer)


@pytest.mark.parametrize(
    "said",
    [
        "do i keep the bench or do you collect it",
        "can i throw the bench away",
        "will you pick it up?",
        "muss ich die Bank zurückschicken?",
    ],
)
def test_what_is_asked_of_damaged_goods_before_the_refund(demo: Served, said: str) -> None:
    talk = returned(demo, "C0035", "garden bench turned up with a big scratch on the seat")
    answer = talk.say(said)
    assert "have to send anything back" in text_of(answer) or "nichts zurückschicken" in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


def test_postage_with_nothing_that_goes_back_is_of_a_delivery(demo: Served) -> None:
    talk = demo.signed_in("C0038", region="US")
    assert "6.95 USD" in text_of(talk.say("do i have to pay for postage?"))
