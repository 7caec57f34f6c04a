"""Who says that a refund went the wrong way is told how the order was paid and offered a person, who reads what it is about."""

import pytest

from tests.service import AGENT, Served, Talk, text_of


def told_of_a_refund(demo: Served, **body: str) -> tuple[Talk, str]:
    """A conversation in which a refund to PayPal was told, and the order."""
    talk = demo.signed_in("C0055", **{"region": "US", **body})
    answer = talk.say("where is my refund for the garden bench")
    assert "PayPal" in text_of(answer)
    return talk, answer["turn"]["tool_calls"][0]["arguments"]["order_id"]


@pytest.mark.parametrize(
    "said",
    [
        "paypal?? I paid with card",
        "should go to my mastercard",
        "that money never went to my card",
        "I never had paypal. the money should go to my mastercard",
        "yes I see that. but I dont have a paypal account so where did it go",
        "but i paid by visa",
        "that's not my paypal account",
        "why to paypal?",
        "wrong account",
        "PayPal? ich habe mit Karte bezahlt",
        "ich habe kein PayPal",
        "das sollte auf meine Mastercard",
    ],
)
def test_a_disputed_way_is_told_and_a_person_offered(demo: Served, said: str) -> None:
    talk, order = told_of_a_refund(demo)
    answer = talk.say(said)
    assert [(c["name"], c["arguments"]["order_id"]) for c in answer["turn"]["tool_calls"]] == [("track_refund", order)]
    assert "PayPal" in text_of(answer)
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"
    handoff = demo.ok("GET", f"/v1/handoffs/{talk.state()['handoff']['id']}", key=AGENT)
    assert order in handoff["summary"]
    assert said[:20] in handoff["summary"]


def test_how_the_order_was_paid_is_told(demo: Served) -> None:
    talk, _ = told_of_a_refund(demo)
    assert "shows that it was paid with your PayPal account" in text_of(talk.say("I don't have paypal"))


@pytest.mark.parametrize("said", ["thanks, great", "can i pay by card next time?", "my card is fine, thanks"])
def test_what_disputes_nothing_is_not_told_again(demo: Served, said: str) -> None:
    talk, _ = told_of_a_refund(demo)
    assert talk.say(said)["turn"]["tool_calls"] == []
