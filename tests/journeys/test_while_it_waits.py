"""Who goes on writing while something of theirs waits for a person: asks something else, takes it back, is in danger."""

from typing import Any

import pytest

from tests.service import ADMIN, AGENT, Served, Talk, text_of

LOOKS = ("track_order", "order_details", "list_orders", "account_details", "track_refund", "product_details")


def above_the_limit(demo: Served, customer: str = "C0004") -> dict[str, Any]:
    return next(o for o in demo.orders("delivered", customer) if float(o["total"]["amount"]) > 250)


def waiting(demo: Served, **body: Any) -> tuple[Talk, dict[str, Any]]:
    """A talk whose refund waits for approval, and the order."""
    order = above_the_limit(demo)
    talk = demo.signed_in("C0004", **{"region": "US", **body})
    talk.do("refund_order", order_id=order["id"], reason="damaged")
    assert talk.do("confirm")["conversation"]["status"] == "waiting_for_approval"
    return talk, order


def still_waits(demo: Served, talk: Talk, order: dict[str, Any]) -> None:
    state = talk.state()
    assert (state["status"], state["handoff"]["status"], state["handoff"]["kind"]) == (
        "waiting_for_approval",
        "waiting",
        "approval",
    )
    assert state["pending_action"]["name"] == "refund_order"
    assert demo.order(order["id"])["version"] == order["version"]


def decide(demo: Served, talk: Talk, action: str) -> dict[str, Any]:
    handoff = talk.state()["handoff"]["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    return dict(demo.ok("POST", f"/v1/handoffs/{handoff}/resume", {"action": action}, AGENT))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("how long does delivery usually take?", "working days"),
        ("and what is your return policy", "30 days"),
        ("what are my orders", "HP"),
        ("which email do you have for me", "e"),
        ("do you have the cast iron skillet in stock?", "skillet"),
    ],
)
def test_a_side_question_is_answered_and_the_approval_goes_on_waiting(demo: Served, words: str, told: str) -> None:
    talk, order = waiting(demo)
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "answered"
    assert told in text_of(answer).lower() or told in text_of(answer)
    assert "still waits for a colleague's approval" in text_of(answer)
    assert {m["role"] for m in answer["messages"]} == {"system"}
    assert answer["conversation"]["status"] == "waiting_for_approval"
    still_waits(demo, talk, order)


def test_an_order_is_looked_up_and_what_follows_is_of_it(demo: Served) -> None:
    talk, order = waiting(demo)
    other = next(o for o in demo.orders("pending", "C0004") + demo.orders("shipped", "C0004") if o["id"] != order["id"])
    first = talk.say(f"where is my order {other['id']}")
    assert [c["name"] for c in first["turn"]["tool_calls"]] == ["track_order"]
    assert other["id"] in text_of(first)
    second = talk.say("what did I buy there?")
    assert {c["name"] for c in second["turn"]["tool_calls"]} <= set(LOOKS)
    assert other["lines"][0]["name"] in text_of(second)
    still_waits(demo, talk, order)


@pytest.mark.parametrize(
    "words",
    [
        "also cancel my other order",
        "change my address to 12 Elm Street, Springfield 62704",
        "send me an invoice please",
        "delete my account",
        "i forgot my password",
    ],
)
def test_nothing_else_is_begun_meanwhile(demo: Served, words: str) -> None:
    talk, order = waiting(demo)
    answer = talk.say(words)
    assert all(call["name"] in LOOKS for call in answer["turn"]["tool_calls"])
    assert answer["turn"]["outcome"] == "relayed_to_human"
    assert "still waits for a colleague's approval" in text_of(answer)
    still_waits(demo, talk, order)
    assert talk.say("yes")["turn"]["tool_calls"] == []
    still_waits(demo, talk, order)


def test_two_wishes_of_which_one_only_looks(demo: Served) -> None:
    talk, order = waiting(demo)
    answer = talk.say("how long does delivery take, and send me an invoice for my last order")
    assert "working days" in text_of(answer)
    assert "start nothing else" in text_of(answer)
    still_waits(demo, talk, order)


def test_the_decision_is_what_it_would_have_been(demo: Served) -> None:
    talk, order = waiting(demo)
    talk.say("where is my order")
    talk.say("how long does delivery take?")
    rejected = decide(demo, talk, "reject")
    assert rejected["turn"]["outcome"] == "action_refused"
    assert talk.state()["status"] == "open"
    assert talk.say("hello")["messages"][-1]["role"] == "assistant"
    assert demo.order(order["id"])["version"] == order["version"]


@pytest.mark.parametrize("words", ["cancel that", "forget about the refund", "nein", "I changed my mind"])
def test_it_is_taken_back_in_words_also_after_a_side_question(demo: Served, words: str) -> None:
    talk, order = waiting(demo)
    handoff = talk.state()["handoff"]["id"]
    talk.say("how long does delivery take?")
    answer = talk.say(words)
    assert "I took that back and nothing was changed" in text_of(answer)
    assert talk.state()["status"] == "open"
    assert demo.order(order["id"])["version"] == order["version"]
    refused = demo.call("POST", f"/v1/handoffs/{handoff}/resume", {"action": "approve"}, AGENT)
    assert (refused.status_code, refused.json()["code"]) == (409, "withdrawn")


def test_who_claimed_it_has_the_word(demo: Served) -> None:
    talk, _ = waiting(demo)
    demo.ok("POST", f"/v1/handoffs/{talk.state()['handoff']['id']}/claim", {}, AGENT)
    answer = talk.say("how long does delivery take?")
    assert (answer["turn"]["outcome"], answer["messages"]) == ("relayed_to_human", [])
    assert "A colleague has this conversation now" in text_of(talk.do("list_orders"))


def test_a_no_to_whoever_claimed_it_answers_them(demo: Served) -> None:
    talk, order = waiting(demo)
    demo.ok("POST", f"/v1/handoffs/{talk.state()['handoff']['id']}/claim", {}, AGENT)
    for words in ("no", "No, the green one", "no, the refund please"):
        talk.say(words)
        assert talk.state()["status"] == "waiting_for_approval"
        assert demo.order(order["id"])["version"] == order["version"]
    talk.say("forget it, I'll keep it")
    assert talk.state()["status"] == "open"


def test_a_wish_for_a_person_is_shown_with_it(demo: Served) -> None:
    talk, order = waiting(demo)
    answer = talk.say("can I talk to someone about it please")
    assert "Whoever takes it now knows" in text_of(answer)
    assert talk.state()["handoff"]["detail"]["wants_person"] is True
    still_waits(demo, talk, order)


def test_in_german(demo: Served) -> None:
    talk, order = waiting(demo, locale="de", region="DE")
    assert "wartet noch auf die Freigabe" in text_of(talk.say("Können Sie auch die andere Bestellung stornieren?"))
    orders = talk.say("wo ist meine Bestellung")
    assert {call["name"] for call in orders["turn"]["tool_calls"]} <= set(LOOKS)
    assert orders["turn"]["tool_calls"]
    still_waits(demo, talk, order)
    assert "zurückgenommen" in text_of(talk.say("ach, brich das ab"))
    assert talk.state()["status"] == "open"


def test_in_the_queue_nobody_is_said_to_have_it(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.ask_for_person()
    first, second = talk.say("how long will this take?"), talk.say("hello??")
    assert {m["role"] for m in first["messages"]} == {"system"}
    assert "You are in the queue" in text_of(first)
    assert (first["turn"]["outcome"], second["turn"]["outcome"]) == ("relayed_to_human", "relayed_to_human")
    assert "nobody has taken this up yet" in text_of(second)  # never silent, and not the same words
    form = talk.do("list_orders")
    assert "You are in the queue" in text_of(form)
    assert "has this conversation" not in text_of(form)
    handoff = talk.state()["handoff"]["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    assert talk.say("are you there?")["messages"] == []
    assert "A colleague has this conversation now" in text_of(talk.do("list_orders"))


def test_danger_that_comes_up_while_something_waits_goes_ahead_of_the_queue(demo: Served) -> None:
    talk, order = waiting(demo)
    answer = talk.say("the battery of the lamp just caught fire")
    assert "911" in text_of(answer)
    assert (talk.state()["handoff"]["reason"], talk.state()["handoff"]["detail"]["urgent"]) == ("safety", "danger")
    still_waits(demo, talk, order)
    queued = demo.talk(consent=True, region="US")
    queued.ask_for_person()
    assert "988" in text_of(queued.say("I want to kill myself"))
    assert queued.state()["handoff"]["reason"] == "safety"
    assert {m["role"] for m in queued.transcript()[-1:]} == {"system"}


@pytest.mark.parametrize(
    "words",
    [
        "I still haven't heard anything",
        "nobody answers",
        "i dont have my order number",
        "ich warte immer noch",
        "please don't cancel it",
        "don't worry, I can wait",
        "wait, how long does it take?",
        "stop ignoring me",
        "no, the jacket was navy",
        "don't forget the dish",
        "it's not fair",
        "can I still change my mind later?",
    ],
)
def test_who_asks_where_the_answer_stays_takes_nothing_back(demo: Served, words: str) -> None:
    talk, order = waiting(demo)
    talk.say(words)
    still_waits(demo, talk, order)


def test_no_to_an_offer_beside_it_is_no_word_about_the_request(demo: Served) -> None:
    talk, order = waiting(demo)
    offered = talk.say("are you a human?")
    assert "talk to a person" in text_of(offered)
    talk.say("no")
    still_waits(demo, talk, order)
    talk.say("are you a human?")
    assert "Whoever takes it now knows" in text_of(talk.say("yes"))
    assert talk.state()["handoff"]["detail"]["wants_person"] is True


def test_what_was_looked_up_meanwhile_breaks_nothing_after_it(demo: Served) -> None:
    """An answer beside the approval, another one, and then the decision: words are read as ever."""
    talk, order = waiting(demo)
    for words in ("thanks", "how long does it take?", "where is my order"):
        assert "went wrong" not in text_of(talk.say(words))
    still_waits(demo, talk, order)
    decide(demo, talk, "reject")
    answer = talk.say(f"where is {order['id']}")
    assert answer["turn"]["outcome"] == "answered"
    assert order["id"] in text_of(answer)


def test_danger_is_seen_after_something_was_looked_up(demo: Served) -> None:
    talk, _ = waiting(demo)
    talk.say("thanks")
    assert "911" in text_of(talk.say("the lamp caught fire and my son is hurt"))
    assert talk.state()["handoff"]["reason"] == "safety"


def test_who_closes_what_waits_for_an_approval_has_refused_it(demo: Served) -> None:
    talk, order = waiting(demo)
    decide(demo, talk, "close")
    last = talk.transcript()[-1]["text"]
    assert "This was not done" in last
    assert order["id"] in last
    told = demo.ok("GET", f"/v1/audit-log?subject=conversation:{talk.id}&kind=rejected", None, ADMIN)
    assert [entry["actor"] for entry in told["items"]] == ["Ana"]
    assert demo.order(order["id"])["version"] == order["version"]
