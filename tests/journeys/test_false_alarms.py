"""Goods have arms, legs and a back, break, burn and are sent back: that hurts nobody. An alarm of an injury that was none is called off,
and what was being done goes on."""

import pytest

from tests.merchant import Market
from tests.service import AGENT, Served, Talk, text_of


def brings_safety(talk: Talk) -> bool:
    handoff = talk.state()["handoff"]
    return bool(handoff) and handoff["reason"] == "safety"


@pytest.mark.parametrize(
    "said",
    [
        "yes please. do i have to send the broken one back",
        "where do i ship the damaged mug back to",
        "i am sending the burnt pan back",
        "the back is broken and one arm is loose",
        "it came with a broken leg and a scratched arm",
        "legs bent, back damaged",
        "the foot of the lamp is broken",
        "the neck of the vase is chipped",
        "my hand mixer is broken",
        "my dog chewed the rug",
        "my cat broke the vase",
        "my son dropped it on the floor and it broke",
        "the battery of the clock is dead",
        "the candle burned for only 2 hours",
        "i burned the pan, can i still return it",
        "the wait is killing me",
        "the driver kicked the parcel over the fence",
        "you cut me off, where is my order",
        "i was in hospital so i missed the return window",
        "Die Kerze brennt schief",
        "die Lampe brennt nicht mehr",
        "muss ich das kaputte zurückschicken",
        "ein Bein ist abgebrochen",
        "der Hund hat den Teppich zerkaut",
        "das Warten bringt mich um",
        "Der Esszimmerstuhl kam mit einem gebrochenen Bein an. Was machen wir da?",
        "Nein nein, verletzt ist niemand! Das Bein vom Stuhl ist gebrochen",
        "Muss ich da zuhause sein?",
    ],
)
def test_what_only_broke_is_no_alarm(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say(said)
    assert not brings_safety(talk)


@pytest.mark.parametrize(
    "said",
    [
        "i cut my hand on the broken one",
        "the hand mixer cut my finger",
        "burned hand on kettle",
        "my back hurts since the chair collapsed",
        "he broke a leg when the bench collapsed",
        "i fell off the stool",
        "my hair got caught in the mixer",
        "my dog chewed the battery and is vomiting",
        "the candle burned my hand",
        "die Lampe brennt",
        "ich habe mir den Arm gebrochen",
        "die Lampe ist mir auf den Kopf gefallen",
    ],
)
def test_who_is_hurt_still_brings_a_person(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say(said)
    assert brings_safety(talk)


def quoted_then_alarmed(market: Market) -> Talk:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Serving Board", 1, "38.00")])
    talk = market.served.signed_in(customer, region="US")
    talk.say("the serving board is cracked")
    assert talk.state()["pending_action"]
    talk.say("i cut my hand on it")
    assert brings_safety(talk)
    return talk


@pytest.mark.parametrize(
    "said",
    [
        "what? nobody is hurt, I just asked about the broken board",
        "I'm fine, it's only the lamp that broke",
        "false alarm",
        "you misread that, nobody was injured",
        "no one got hurt lol",
        "Fehlalarm, niemand ist verletzt",
        "mir ist nichts passiert",
    ],
)
def test_an_alarm_that_was_none_is_called_off_and_the_quote_asked_for_again(market: Market, said: str) -> None:
    talk = quoted_then_alarmed(market)
    quote = talk.state()["pending_action"]
    talk.say(said)
    state = talk.state()
    assert (state["status"], state["handoff"]) == ("open", None)
    assert state["pending_action"]["id"] == quote["id"]
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    "said",
    [
        "I'm fine but my son isn't",
        "nobody is hurt but me",
        "i am not ok",
        "nobody is hurt but there is smoke coming out of it",
        "ok fine but will i get my new board",
        "nobody is hurt, still i want to talk to a person",
    ],
)
def test_who_may_still_be_in_danger_keeps_the_person(market: Market, said: str) -> None:
    talk = quoted_then_alarmed(market)
    talk.say(said)
    assert talk.state()["status"] == "waiting_for_human"


@pytest.mark.parametrize("alarm", ["the charger caught fire", "i want to kill myself", "my lawyer will be in touch"])
def test_what_is_graver_than_an_injury_is_called_off_by_nobody(demo: Served, alarm: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say(alarm)
    talk.say("nobody is hurt, false alarm")
    assert talk.state()["status"] == "waiting_for_human"
    injured = demo.signed_in("C0001", region="US")
    injured.say(alarm)
    injured.say("and i cut my finger")
    injured.say("nobody is hurt, false alarm")
    assert injured.state()["status"] == "waiting_for_human"


def test_who_asked_for_a_person_keeps_them(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("I want to talk to a person")
    talk.say("i cut my finger")
    talk.say("nobody is hurt, false alarm")
    assert talk.state()["status"] == "waiting_for_human"


def test_who_took_the_alarm_has_the_word(market: Market) -> None:
    talk = quoted_then_alarmed(market)
    market.served.ok("POST", f"/v1/handoffs/{talk.state()['handoff']['id']}/claim", {}, AGENT)
    talk.say("nobody is hurt")
    assert talk.state()["status"] == "with_human"


def test_without_a_quote_the_assistant_goes_on(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("the mug cut my finger")
    assert "nobody is hurt" in text_of(talk.say("false alarm"))
    assert talk.say("how long does delivery take?")["turn"]["outcome"] == "answered"


def test_an_exclamation_mark_hides_no_letter_of_who_calls_it_off(demo: Served) -> None:
    talk = demo.signed_in("C0175", region="DE", locale="de-DE")
    talk.say("Ich habe mir an dem Glas den Finger geschnitten")
    assert "niemand verletzt" in text_of(talk.say("Nein nein, verletzt ist niemand! Das Glas ist nur gebrochen"))
