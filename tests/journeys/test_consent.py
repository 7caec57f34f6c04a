"""Nothing executes without its own yes: a quote waits, and the customer says and presses whatever people say and press."""

import random
from typing import Any

import pytest

from tests.merchant import Market
from tests.service import AGENT, Served, Talk, text_of

# One or more ways of saying each intent, and what else people write meanwhile.
SAYINGS = [
    "hello", "thanks", "ok thanks", "bye", "yes and also cancel my other order", "yes", "ok", "sure, go ahead", "no", "maybe",
    "casey@example.com", "I want to talk about something else", "this is ridiculous", "where is my order?", "cancel my order",
    "I want to change the colour", "send it to 9 Lake Road, Denver, CO 80203", "I want to pay by another card",
    "I want to return the lamp", "can I exchange it?", "I want my money back", "where is my refund?", "send me the invoice",
    "my payment failed", "I forgot my password", "change my phone number", "delete my account", "is the lamp dimmable?",
    "what is your return policy?", "blorp zib", "12345", "the second one", "👍", "what did I order?", "are you a robot?",
]  # fmt: skip
YESES = frozenset({"yes", "ok", "sure, go ahead", "👍"})
BUTTONS: list[tuple[str, dict[str, Any]]] = [
    ("confirm", {"quote_id": "0190a5d2-0000-7000-8000-000000000000"}),
    ("cancel", {"quote_id": "0190a5d2-0000-7000-8000-000000000000"}),
    ("cancel", {}),
    ("track_order", {}),
    ("send_password_reset", {}),
    ("delete_account", {}),
    ("verify", {"code": "000000"}),
]
CHANGES = frozenset({"refund", "return_items", "cancel_order", "delete_account", "exchange_items", "update_account"}) | {
    "change_shipping_address",
    "change_order_items",
    "change_payment_method",
}
ROUNDS = 24
STEPS = 9


def quoted(market: Market) -> tuple[Talk, str]:
    talk, order = market.bought(("Brass Lamp", 1, "59.00"), ("Gloves", 1, "19.00"))
    talk.do("refund_order", order_id=order, line_ids=["1"], reason="damaged")
    assert talk.state()["pending_action"]
    return talk, order


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_executes_without_its_own_yes(market: Market, seed: int) -> None:
    chance = random.Random(seed)
    talk, order = quoted(market)
    customer, asked = market.owner(order), True
    for _ in range(STEPS):
        before = [e for e in market.merchant.done_for(customer) if e["kind"] in CHANGES]
        waits = talk.state()["pending_action"]
        if chance.random() < 0.75:
            said = chance.choice(SAYINGS)
            answer, may = talk.say(said), asked and said in YESES
        else:
            name, arguments = chance.choice(BUTTONS)
            answer, may = talk.do(name, **arguments), False
        done = [e for e in market.merchant.done_for(customer) if e["kind"] in CHANGES][len(before) :]
        assert not done or (may and len(done) == 1 and waits), (said, done)
        if talk.state()["status"] != "open":
            break
        asked = answer["turn"]["outcome"] == "asked_for_confirmation"


def test_the_button_of_a_quote_executes_that_one_only(market: Market) -> None:
    talk, order = quoted(market)
    first = talk.state()["pending_action"]
    buttons = {a["kind"]: a["value"] for m in talk.transcript() for a in m["actions"] if a["kind"] in ("confirm", "cancel")}
    assert set(buttons.values()) == {first["id"]}
    talk.do("return_items", order_id=order, line_ids=["2"])
    second = talk.state()["pending_action"]
    for name in ("confirm", "cancel"):
        late = talk.do(name, quote_id=first["id"])
        assert late["turn"]["outcome"] == "action_refused"
        assert talk.state()["pending_action"] == second
    assert talk.do("confirm", quote_id=second["id"])["turn"]["outcome"] == "action_done"
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["return_items"]


@pytest.mark.parametrize("side", ["what are your opening hours?", "thanks", "do you ship to Norway?", "where is my order?"])
def test_after_anything_else_a_yes_shows_the_quote_again(market: Market, side: str) -> None:
    talk, order = quoted(market)
    talk.say(side)
    if "person" in text_of(talk.say("hi")):
        pytest.fail("a greeting asked for a person")
    again = talk.say("ok")
    assert again["turn"]["outcome"] == "asked_for_confirmation"
    assert market.merchant.paid(order) == 0
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert market.merchant.paid(order) == 59


def test_words_that_only_lean_away_can_be_taken_back(market: Market) -> None:
    talk, order = quoted(market)
    put_aside = talk.say("my aunt gave me something similar last year")
    assert talk.state()["pending_action"] is None
    assert "nothing was changed" in text_of(put_aside)
    assert talk.say("yes")["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert market.merchant.paid(order) == 59


def test_nothing_was_changed_is_said_only_where_a_quote_was_withdrawn(market: Market) -> None:
    talk, _ = market.bought(("Cup", 1, "8.00"))
    for said in ("no", "hello", "leave everything as it is", "thanks"):
        assert "nothing was changed" not in text_of(talk.say(said)).lower()


def test_an_offered_person_is_answered_by_a_yes(market: Market) -> None:
    talk, _ = market.bought(("Cup", 1, "8.00"))
    talk.say("blorp zib zub")
    assert "person" in text_of(talk.say("frobnicate the wug"))
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


def test_a_refusal_of_ours_offers_a_person_and_its_yes_brings_one(market: Market) -> None:
    talk, order = market.bought(("Cup", 1, "8.00"), status="shipped")
    refused = talk.do("refund_order", order_id=order, reason="damaged")
    assert refused["turn"]["outcome"] == "action_refused"
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_a_yes_to_a_person_is_no_consent(demo: Served) -> None:
    talk = demo.talk(region="DE")
    asked = talk.say("where is my parcel")
    assert asked["turn"]["outcome"] == "asked_for_consent"
    refused = talk.say("no")
    assert "person?" in text_of(refused)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"
    assert talk.state()["consent"] is False


def test_a_yes_to_the_consent_question_is_consent(demo: Served) -> None:
    talk = demo.talk(region="FR")
    talk.say("oui")
    assert talk.state()["consent"] is True


def approval(market: Market) -> tuple[Talk, str, str]:
    talk, order = market.bought(("Reading Chair", 1, "640.00"))
    talk.do("refund_order", order_id=order, reason="damaged")
    talk.do("confirm")
    assert talk.state()["status"] == "waiting_for_approval"
    return talk, order, talk.state()["handoff"]["id"]


def approve(market: Market, handoff: str) -> Any:
    return market.served.call("POST", f"/v1/handoffs/{handoff}/resume", {"action": "approve"}, AGENT)


@pytest.mark.parametrize("is_claimed", [False, True])
@pytest.mark.parametrize(
    "way", ["I changed my mind, don't do it", "actually cancel that refund", "let's leave it", "cancel", "withdraw"]
)
def test_an_approval_that_was_taken_back_cannot_be_given(market: Market, way: str, is_claimed: bool) -> None:
    talk, order, handoff = approval(market)
    if is_claimed:
        market.served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    if way == "withdraw":
        path = f"/v1/conversations/{talk.id}/handoff/withdraw"
        answer = market.served.call("POST", path, {}, talk.token)
        assert (answer.status_code, answer.json()["status"]) == (200, "open")
        assert market.served.call("POST", path, {}, talk.token).status_code == 200
    elif way == "cancel":
        talk.do("cancel")
    else:
        assert "nothing was changed" in text_of(talk.say(way))
    state = talk.state()
    assert (state["status"], state["pending_action"], state["handoff"]) == ("open", None, None)
    late = approve(market, handoff)
    assert (late.status_code, late.json()["code"]) == (409, "withdrawn")
    assert market.served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT).json()["code"] == "withdrawn"
    assert market.merchant.paid(order) == 0
    assert talk.say("yes")["turn"]["outcome"] != "action_done"
    assert market.merchant.paid(order) == 0


def test_who_waits_for_an_approval_and_asks_for_a_person_is_answered(market: Market) -> None:
    talk, order, handoff = approval(market)
    answer = talk.say("can I talk to a human about it?")
    assert "person" in text_of(answer)
    shown = market.served.call("GET", f"/v1/handoffs/{handoff}", key=AGENT).json()
    assert shown["detail"]["wants_person"] is True
    market.served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    assert approve(market, handoff).status_code == 200
    assert market.merchant.paid(order) == 640


def test_other_words_leave_an_approval_waiting(market: Market) -> None:
    talk, order, handoff = approval(market)
    assert talk.say("how long will that take?")["turn"]["outcome"] == "relayed_to_human"
    talk.do("cancel", quote_id="another")
    assert talk.state()["status"] == "waiting_for_approval"
    market.served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    assert approve(market, handoff).status_code == 200
    assert market.merchant.paid(order) == 640


def test_a_wish_for_a_person_is_taken_back_until_somebody_comes(market: Market) -> None:
    talk, _ = market.bought(("Cup", 1, "8.00"))
    path = f"/v1/conversations/{talk.id}/handoff/withdraw"
    talk.ask_for_person()
    assert market.served.call("POST", path, {}, talk.token).json()["status"] == "open"
    assert talk.say("hello")["turn"]["outcome"] == "answered"
    handoff = talk.ask_for_person()["id"]
    market.served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    late = market.served.call("POST", path, {}, talk.token)
    assert (late.status_code, late.json()["code"]) == (409, "already_claimed")


@pytest.mark.parametrize(
    "words", ["stop sending me invoices", "I do not need an invoice", "please don't send me the invoice"]
)
def test_a_negated_wish_sends_nothing(market: Market, words: str) -> None:
    talk, order = market.bought(("Cup", 1, "8.00"))
    talk.say(words)
    assert market.merchant.done_for(market.owner(order)) == []


def test_what_is_wanted_beside_a_negated_wish_is_done(market: Market) -> None:
    talk, order = market.bought(("Cup", 1, "8.00"), status="pending")
    answer = talk.say(f"I don't want to cancel {order}, I just want to know when it ships")
    assert [c["name"] for c in answer["turn"]["tool_calls"]] == ["track_order"]
    assert talk.state()["pending_action"] is None


def test_of_two_orders_the_one_to_be_kept_is_kept(market: Market) -> None:
    talk, kept = market.bought(("Cup", 1, "8.00"), status="pending")
    gone = market.merchant.order(market.owner(kept), [("Sofa", 1, "150.00")], status="pending")
    talk.say(f"keep {kept} and cancel {gone}, I ordered it by mistake")
    assert talk.state()["pending_action"]["arguments"]["order_id"] == gone


def test_i_think_i_will_keep_it_after_all(demo: Served) -> None:
    talk = demo.signed_in("C0070", region="US")
    talk.say("return the pillowcase from HP113021")
    if not talk.state()["pending_action"]:
        talk.say("just one")
    assert talk.state()["pending_action"]
    talk.say("I think I'll keep it after all")
    assert talk.state()["pending_action"] is None


def test_an_okay_after_opening_hours_pays_nothing(demo: Served) -> None:
    talk = demo.signed_in("C0115", region="US")
    talk.do("refund_order", order_id="HP113881", reason="damaged")
    before = demo.order("HP113881")["version"]
    talk.say("what are your opening hours?")
    assert talk.say("ok")["turn"]["outcome"] == "asked_for_confirmation"
    assert demo.order("HP113881")["version"] == before


def test_an_order_named_by_its_digits_is_that_order(demo: Served) -> None:
    talk = demo.signed_in("C0104", region="US")
    answer = talk.say("cancel order 113502, ordered by mistake")
    assert answer["turn"]["outcome"] == "action_refused"  # it was delivered
    assert "HP113502" in text_of(answer)
    assert talk.state()["pending_action"] is None
    tracked = demo.signed_in("C0001", region="US").say("where is order 104251")
    assert tracked["turn"]["tool_calls"][-1]["arguments"]["order_id"] == "HP104251"


def test_digits_of_no_order_take_no_other_order_in_its_place(market: Market) -> None:
    talk, order = market.bought(("Cup", 1, "8.00"), status="pending")
    answer = talk.say("cancel order 999888, ordered by mistake")
    assert answer["turn"]["outcome"] in ("asked_for_input", "action_refused")
    assert talk.state()["pending_action"] is None
    assert market.merchant.done_for(market.owner(order)) == []
