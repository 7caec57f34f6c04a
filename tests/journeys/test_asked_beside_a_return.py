"""What is asked while goods are to go back is of that, in whatever words; the quote is asked for again, and a yes still does it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.service import Served, Talk, says_any

FREE, DROP = ("labels are free", "etiketten sind in den USA"), ("drop-off point", "Annahmestelle")
BOX, LABEL = ("original box", "Originalkarton"), ("label comes by e-mail", "etikett per E-Mail")
ASKS = ("Shall I go ahead?", "Soll ich")


def of_a_return(demo: Served, region: str = "US") -> Talk:
    """A quote of a return that waits."""
    young = (datetime.now(UTC) - timedelta(days=25)).isoformat()
    for order in demo.orders("delivered"):
        one = order["lines"][0]
        is_young = (order.get("delivered_at") or "") > young
        if order["shipping_address"]["country"] != region or not is_young or len(order["lines"]) > 1 or one["quantity"] > 1:
            continue
        talk = demo.signed_in(order["customer_id"], region=region, locale="de-DE" if region == "DE" else "en-US")
        wish = (
            "ich möchte {} zurückgeben, brauche es nicht mehr" if region == "DE" else "I want to return {}, no longer needed"
        )
        if says_any(talk.say(wish.format(order["id"])), *ASKS):
            return talk
    raise AssertionError("the demo has no order that can go back")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("do I have to pay for shipping it back?", FREE),
        ("what does it cost me to return it?", FREE),
        ("wait, are there any charges for sending the thing back?", FREE),
        ("who covers the return shipping?", FREE),
        ("hm and the postage is on you?", FREE),
        ("does someone pick it up or do I bring it to the post office", DROP),
        ("and where do I hand it in?", DROP),
        ("will you email me the label?", LABEL),
        ("how do I get the label?", LABEL),
        ("is it ok without the original box?", BOX),
        ("could I just use any other box for it", BOX),
    ],
)
def test_a_question_in_any_words_is_of_the_return(demo: Served, words: str, told: tuple[str, ...]) -> None:
    talk = of_a_return(demo)
    answer = talk.say(words)
    assert says_any(answer, *told)
    assert says_any(answer, *ASKS)
    assert answer["conversation"]["failures"] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Moment, was kostet mich der Rückversand?", FREE),
        ("Ich wollte wissen ob das Rücksendeetikett etwas kostet", FREE),
        ("Muss ich die Sachen selbst zur Post bringen?", DROP),
        ("Wird das bei mir abgeholt oder muss ich es wegbringen?", DROP),
        ("geht das auch ohne Originalkarton?", BOX),
        ("wie komme ich an das Etikett?", LABEL),
    ],
)
def test_in_german(demo: Served, words: str, told: tuple[str, ...]) -> None:
    talk = of_a_return(demo, "DE")
    answer = talk.say(words)
    assert says_any(answer, *told)
    assert says_any(answer, *ASKS)


@pytest.mark.parametrize(
    "words",
    [
        "do you ship to Canada btw?",
        "what does express delivery cost?",
        "can I pay with PayPal?",
        "How long does delivery take?",
    ],
)
def test_what_is_of_something_else_is_answered_and_the_quote_waits_for_a_yes_of_its_own(demo: Served, words: str) -> None:
    talk = of_a_return(demo)
    answer = talk.say(words)
    assert not says_any(answer, *FREE, *DROP, *LABEL)
    if answer["turn"]["outcome"] != "no_answer_found":
        assert says_any(answer, "Not done yet, and only with your yes")
    asked_first = talk.say("ok")  # it may be meant for the answer
    assert asked_first["turn"]["outcome"] == "asked_for_confirmation"


def test_it_is_done_after_questions_and_asked_on_about(demo: Served) -> None:
    talk = of_a_return(demo)
    assert says_any(talk.say("do I have to pay for shipping it back?"), *FREE)
    assert talk.say("ok good, go ahead then")["turn"]["outcome"] == "action_done"
    for words, told in (
        ("thanks. is it ok if I don't have the original box anymore?", BOX),
        ("and what does the shipping back cost me?", FREE),
        ("do I drop the parcel off somewhere myself?", DROP),
    ):
        answer = talk.say(words)
        assert says_any(answer, *told), words
        assert not answer["turn"]["tool_calls"]


@pytest.mark.parametrize(
    ("region", "broken", "words"),
    [
        ("GB", "the {} from {} arrived broken", "do I need to send the cracked one back?"),
        ("GB", "the {} from {} arrived broken", "That's not what I asked. Does the broken one have to come back to you?"),
        ("GB", "the {} from {} arrived broken", "shards everywhere. can I just throw it away"),
        ("DE", "Bei Bestellung {1} kam {0} zerbrochen an", "Überall Scherben. Muss ich den zurückschicken?"),
        ("DE", "Bei Bestellung {1} kam {0} zerbrochen an", "Muss der kaputte zurück oder kann der weg?"),
    ],
)
def test_whether_what_came_broken_goes_back_is_told_beside_its_refund(
    demo: Served, region: str, broken: str, words: str
) -> None:
    young = (datetime.now(UTC) - timedelta(days=25)).isoformat()
    orders = [order for order in demo.orders("delivered") if order["shipping_address"]["country"] == region]
    for order in orders:
        if (order.get("delivered_at") or "") < young or len(order["lines"]) > 1:
            continue
        talk = demo.signed_in(order["customer_id"], region=region, locale="de-DE" if region == "DE" else "en-US")
        if says_any(talk.say(broken.format(order["lines"][0]["name"], order["id"])), *ASKS):
            answer = talk.say(words)
            assert says_any(answer, "You don't have to send anything back", "müssen Sie nichts zurückschicken")
            assert says_any(answer, *ASKS)
            return
    raise AssertionError("the demo has no order that can be refunded")


@pytest.mark.parametrize(
    "words", ["is shipping back free?", "what does a return cost me?", "Was kostet mich die Rücksendung?"]
)
def test_what_says_itself_that_it_is_of_a_return_needs_none_before_it(demo: Served, words: str) -> None:
    assert says_any(demo.talk(region="US").say(words), *FREE)
