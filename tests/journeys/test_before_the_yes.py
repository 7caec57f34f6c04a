"""What is written before the consent waits for it: with the yes it is served, with a no it stays for the person.
A button's label does what the button does, wherever it is typed."""

import pytest

from domain.messages.messages import Messages, Say
from nodes.drafts import ACCOUNT_FIELDS, AGREES, ALL_ITEMS, DELIVERY_TIME, DISAGREES, OFFERED
from nodes.reading.typed_buttons import as_pressed
from nodes.talking.offers import LABELS
from tests.merchant import Market
from tests.service import AGENT, Served, Talk, customer_token, text_of

LOCALES = ("en-GB", "de-DE")


def asked(demo: Served, locale: str = "en-GB") -> Talk:
    """A signed-in customer where consent is asked, before any answer."""
    return demo.talk(customer_token=customer_token("C0002"), region="GB", locale=locale)


@pytest.mark.parametrize(
    ("locale", "first", "agrees"),
    [
        ("en-GB", "Hello! my pepper mills (HP104317) should be here by now, where are they?", "yes ok"),
        ("en-GB", "could somebody tell me when HP104317 gets here", "sure, fine"),
        ("de-DE", "Guten Tag, wo bleibt denn meine Bestellung HP104317?", "Ja, ich stimme zu"),
        ("de-DE", "wo ist HP104317", "von mir aus"),
    ],
)
def test_the_first_message_is_served_with_the_yes(demo: Served, locale: str, first: str, agrees: str) -> None:
    talk = asked(demo, locale)
    waits = talk.say(first)
    assert waits["turn"]["outcome"] == "asked_for_consent"
    assert (waits["turn"]["acts"], waits["turn"]["tool_calls"]) == ([], [])  # nothing was read
    served = talk.say(agrees)
    assert talk.state()["consent"] is True
    assert (served["turn"]["outcome"], served["turn"]["intent"]) == ("answered", "track_order")
    assert "HP104317" in text_of(served)
    assert not {"How can I help you", "Wie kann ich Ihnen helfen"} & {m["text"][:26].rstrip("?") for m in served["messages"]}
    again = talk.say("thank you")
    assert [c["name"] for c in again["turn"]["tool_calls"]] == []  # it was served once


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "Yes, I agree. Where is HP104317?"),
        ("en-GB", "ok fine - where is HP104317 please"),
        ("de-DE", "Ja. Wo bleibt HP104317?"),
        ("de-DE", "ja klar, wo ist denn HP104317"),
    ],
)
def test_a_wish_in_the_same_message_as_the_yes_is_served(demo: Served, locale: str, words: str) -> None:
    talk = asked(demo, locale)
    talk.say("hello")
    served = talk.say(words)
    assert talk.state()["consent"] is True
    assert [c["name"] for c in served["turn"]["tool_calls"]] == ["track_order"]


@pytest.mark.parametrize(
    "words",
    [
        "yes, but only if you delete it afterwards",
        "yes, no, I don't want that",
        "yes. what do you do with my data?",
        "ja, aber nicht speichern",
        "yes and no",
        "my wife said yes, where is HP104317",
    ],
)
def test_a_yes_that_is_none_gives_no_consent(demo: Served, words: str) -> None:
    talk = asked(demo)
    talk.say("hello")
    talk.say(words)
    assert talk.state()["consent"] is not True


def test_all_that_was_written_before_the_yes_is_served(demo: Served) -> None:
    talk = asked(demo)
    for said in ("hello", "where is HP104317", "and do you deliver to the Isle of Wight?", "where is HP104317"):
        assert talk.say(said)["turn"]["outcome"] == "asked_for_consent"
    served = talk.say("Yes, I agree")
    assert [c["name"] for c in served["turn"]["tool_calls"]].count("track_order") == 1
    assert len(served["turn"]["acts"]) > 1


def test_after_a_greeting_alone_the_yes_is_thanked_for(demo: Served) -> None:
    talk = asked(demo)
    talk.say("good morning")
    assert "How can I help you?" in text_of(talk.say("that's fine"))


@pytest.mark.parametrize(
    ("locale", "refuses"),
    [("en-GB", "No, I do not agree"), ("en-GB", "I'd rather not"), ("de-DE", "Nein, ich stimme nicht zu")],
)
def test_what_was_refused_to_be_read_stays_for_the_person(demo: Served, locale: str, refuses: str) -> None:
    talk = asked(demo, locale)
    talk.say("where is my order HP104317?")
    refused = talk.say(refuses)
    assert talk.state()["consent"] is False
    assert refused["turn"]["tool_calls"] == []
    assert talk.say("ja" if locale == "de-DE" else "yes")["turn"]["outcome"] == "handed_off"
    handoff = talk.state()["handoff"]["id"]
    shown = demo.ok("GET", f"/v1/handoffs/{handoff}", key=AGENT)
    assert "where is my order HP104317?" in [m["text"] for m in shown["transcript"]]


@pytest.mark.parametrize(
    ("locale", "after_all"), [("en-GB", "You may read my messages"), ("de-DE", "Sie dürfen meine Nachrichten lesen")]
)
def test_who_agrees_after_all_is_served(demo: Served, locale: str, after_all: str) -> None:
    talk = asked(demo, locale)
    talk.say("HP104317, wo ist das?" if locale == "de-DE" else "HP104317, where is it?")
    talk.say("no")
    served = talk.say(after_all)
    assert talk.state()["consent"] is True
    assert [c["name"] for c in served["turn"]["tool_calls"]] == ["track_order"]


@pytest.mark.parametrize(
    "no_answer", ["why do you ask?", "do I have to?", "only if it is safe", "yes but only this one", "muss ich das?"]
)
def test_what_is_no_plain_yes_is_no_consent(demo: Served, no_answer: str) -> None:
    talk = asked(demo)
    assert talk.say(no_answer)["turn"]["outcome"] == "asked_for_consent"
    assert talk.state()["consent"] is None


def bought(market: Market, locale: str, *lines: tuple[str, int, str]) -> tuple[Talk, str]:
    customer = market.merchant.customer()
    return market.served.signed_in(customer, region="US", locale=locale), market.merchant.order(customer, list(lines))


def said_in(locale: str) -> Say:
    return Messages.load().speaking(locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_that_is_offered_sends_what_its_button_sends(locale: str) -> None:
    say = said_in(locale)
    sent = {say(key): OFFERED[action] for action, key in LABELS.items()}
    sent |= {say("offer-delivery-time"): DELIVERY_TIME, say("which-items.all"): ALL_ITEMS}
    sent |= {say("account-field.button", field=field): value for field, value in ACCOUNT_FIELDS.items()}
    assert len(sent) == len(LABELS) + 2 + len(ACCOUNT_FIELDS)
    for label, value in sent.items():
        for typed in (label, label.upper(), f" {label.rstrip('?')}. "):
            assert as_pressed(say, {}, typed) == value
    assert as_pressed(say, {}, "something else") == "something else"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", ["yes", "no"])
def test_the_labels_of_a_quote_answer_it(market: Market, locale: str, kind: str) -> None:
    talk, order = bought(market, locale, ("Brass Lamp", 1, "59.00"))
    quote = talk.do("refund_order", order_id=order, line_ids=["1"], reason="damaged")
    labels = {a["kind"]: a["label"] for m in quote["messages"] for a in m["actions"]}
    done = talk.say(labels["confirm" if kind == "yes" else "cancel"])
    assert market.merchant.paid(order) == (59 if kind == "yes" else 0)
    assert (done["turn"]["outcome"] == "action_done") == (kind == "yes")
    assert talk.state()["pending_action"] is None


def test_the_label_of_a_quote_that_was_left_asks_again(market: Market) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "59.00"))
    quote = talk.do("refund_order", order_id=order, line_ids=["1"], reason="damaged")
    label = next(a["label"] for m in quote["messages"] for a in m["actions"] if a["kind"] == "confirm")
    talk.say("where is my other order?")
    assert talk.say(label)["turn"]["outcome"] != "action_done"
    assert market.merchant.paid(order) == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_the_way_to_a_person_and_the_choices_of_a_question_can_be_typed(market: Market, locale: str) -> None:
    talk, order = bought(market, locale, ("Brass Lamp", 1, "59.00"), ("Gloves", 1, "19.00"))
    which = talk.say(f"I want to return something from {order}")
    labels = [a for m in which["messages"] for a in m["actions"]]
    lamp = next(a["label"] for a in labels if "Brass Lamp" in a["label"])
    talk.say(lamp)
    assert talk.state()["pending_action"]["amount"]["amount"] == "59.00"
    person = next(a["label"] for a in labels if a["kind"] == "handoff")
    assert talk.say(person)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_labels_of_consent_answer_it(demo: Served, locale: str) -> None:
    greeting = asked(demo, locale)
    labels = {a["value"]: a["label"] for m in greeting.transcript() for a in m["actions"]}
    for value, granted in ((AGREES, True), (DISAGREES, False)):
        talk = asked(demo, locale)
        talk.say(labels[value].lower())
        assert talk.state()["consent"] is granted
