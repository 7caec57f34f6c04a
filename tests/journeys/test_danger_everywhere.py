"""Danger is seen wherever somebody writes of it, however long, disguised or foreign the words are; what only sounds alike is not."""

from typing import Any

import pytest

from tests.merchant import Market
from tests.service import AGENT, Served, Talk, customer_token, says_any, text_of

_FILLER = "The parcel came on a rainy day and the box was fine and the driver was kind. "


def _reason(talk: Talk) -> str | None:
    handoff: dict[str, Any] | None = talk.state()["handoff"]
    return str(handoff["reason"]) if handoff else None


def _rate(demo: Served, talk: Talk, comment: str) -> None:
    demo.ok("POST", f"/v1/conversations/{talk.id}/csat", {"score": 1, "comment": comment}, talk.token)


@pytest.mark.parametrize(
    "said",
    [
        "I want to k i l l  m y s e l f",
        "I w@nt to kill mys3lf",
        "su1cide is what i think about",
        "someone is in my house",
        "i m not safe at home",
        "not sure i'll make it through the night",
        "Ich glaube nicht, dass ich diese Nacht überstehe",
        "help me im trapped under the shelf",
        "Mein Kind liegt unter dem Regal eingeklemmt",
        "我想自杀",
        "死にたい",
        "أريد أن أموت",
        "intihar edeceğim",
        "मैं मरना चाहता हूँ",
        "хочу умереть",
        "someone else placed HP111323 with my card",
        _FILLER * 40 + "I want to kill myself.",
        "The charger caught fire. " + _FILLER * 60,
    ],
)
def test_danger_brings_a_person(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001")
    talk.say(said)
    assert _reason(talk) == "safety"


@pytest.mark.parametrize(
    "said",
    [
        "the mills are going to my ex's place, that needs to be 9 Alder Ct",
        "my ex still has my old place so please use 9 Alder Ct, Portland OR 97201",
        "someone is in my house all day tomorrow to take the parcel",
        "not sure i'll make it to the post office",
        "c a n c e l  m y  o r d e r",
        "is the blanket safe at home with kids?",
        "my ring is trapped under the shelf",
        "can someone else place an order with my gift card?",
        _FILLER * 40,
    ],
)
def test_what_sounds_alike_does_not(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001")
    talk.say(said)
    assert _reason(talk) != "safety"


@pytest.mark.parametrize(
    "said",
    [
        "the shelf arrived cracked, my toddler could have been hit",
        "It came down and nearly hit my daughter",
        "Das Regal ist umgefallen, mein Kind hätte sich verletzen können",
    ],
)
def test_who_was_only_nearly_hurt_is_not_told_that_somebody_was(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001")
    answer = talk.say(said)
    assert _reason(talk) == "safety"
    assert not says_any(answer, "somebody got hurt", "verletzt hat")


def test_a_person_asked_for_at_the_end_of_a_long_message_comes(demo: Served) -> None:
    talk = demo.signed_in("C0001")
    talk.say(_FILLER * 40 + "Please, I want to talk to a person.")
    assert _reason(talk) == "customer_request"


def test_danger_said_with_the_wish_for_a_person_goes_first(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    demo.ok("POST", f"/v1/conversations/{talk.id}/handoff", {"reason": "i want to kill myself"}, talk.token)
    assert _reason(talk) == "safety"
    assert "988" in text_of({"messages": talk.transcript()})


def test_danger_while_a_person_answers_is_marked_and_whom_to_call_is_told_once(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("I want to talk to a person")
    handoff = talk.state()["handoff"]["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    told = talk.say("to be honest i want to kill myself")
    assert "988" in text_of(told)
    assert "bringing in" not in text_of(told)
    assert _reason(talk) == "safety"
    assert talk.say("i really want to kill myself")["messages"] == []
    assert talk.say("thank you for being here")["messages"] == []


def test_danger_in_a_comment_brings_a_person(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("how long does delivery take?")
    _rate(demo, talk, "nobody helps, i want to end my life")
    assert _reason(talk) == "safety"


def test_danger_in_a_comment_on_a_closed_conversation_is_flagged(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("I want to talk to a person")
    handoff = talk.state()["handoff"]["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    demo.ok("POST", f"/v1/handoffs/{handoff}/resume", {"action": "close"}, AGENT)
    _rate(demo, talk, "i want to end my life")
    flagged = demo.ok("GET", "/v1/kb/flags?status=open", None, AGENT)["items"]
    assert any(flag["conversation_id"] == talk.id and flag["reason"] == "unsafe" for flag in flagged)


# What was asked last never makes of danger an answer. By kind: smoke, fire, electricity, heat, what bursts or gives way, what was near.
HAZARDS = (
    "Der Grinder qualmt und riecht verbrannt wenn ich ihn einschalte, die Sicherung ist rausgeflogen",
    "verstehst du nicht, es hat gebrannt, jemand hätte sterben können!!",
    "Das ist gefährlich! Es hat fast gebrannt, meine Tochter stand daneben",
    "hier riecht alles nach verschmortem plastik seit ich das ding anhab",
    "hab eine gewischt gekriegt als ich den Stecker anfassen wollte",
    "der akku bläht sich auf und wird heiß",
    "die mühle ist mir um die ohren geflogen",
    "Das hätte böse enden können, meine Kinder waren im Raum",
    "ich hab mir an dem Ding die Finger verbrannt",
    "it went bang, the lights are out and somebody could have died",
)
# Said by who only answers, or speaks of the like.
HARMLESS = (
    "nur einer, der andere mahlt gut",
    "Der Kaffee schmeckt verbrannt, um beide geht es",
    "der griff ist gebrochen, bei einem von beiden",
    "die Lampe daneben brennt nicht mehr, um beide Mühlen geht es",
    "both, they burn through beans too fast",
)


def _asking(market: Market, state: str) -> Talk:
    """A conversation in which that is what was asked last, or waits."""
    price = "400.00" if state == "approval" else "60.00"
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Burr Coffee Grinder", 2, price)])
    consent = None if state == "before consent" else True
    talk = market.served.talk(customer_token=customer_token(customer), consent=consent, region="DE", locale="de-DE")
    if state == "quantity":
        talk.say("Der Grinder ist kaputt")
    elif state in ("quote", "approval"):
        talk.say("Beide Burr Coffee Grinder sind kaputt angekommen, ich will mein Geld zurück")
        assert talk.state()["pending_action"], state
        if state == "approval":
            assert talk.do("confirm")["conversation"]["status"] == "waiting_for_approval"
    elif state == "reason":
        market.merchant.order(customer, [("Desk Lamp", 1, "50.00")], status="pending")
        talk.say("Bitte storniert die Desk Lamp")
    elif state == "queue":
        talk.ask_for_person()
    return talk


@pytest.mark.parametrize("state", ["nothing", "quantity", "reason", "quote", "approval", "queue", "before consent"])
def test_danger_is_seen_whatever_was_asked(market: Market, state: str) -> None:
    unseen = []
    for said in HAZARDS:
        talk = _asking(market, state)
        answer = text_of(talk.say(said))
        if "112" not in answer or _reason(talk) not in ("safety", "approval"):
            unseen.append((said, answer))
    assert unseen == []


@pytest.mark.parametrize("state", ["quantity", "quote"])
def test_an_answer_is_no_danger(market: Market, state: str) -> None:
    alarmed = []
    for said in HARMLESS:
        talk = _asking(market, state)
        talk.say(said)
        alarmed += [said] if _reason(talk) == "safety" else []
    assert alarmed == []
