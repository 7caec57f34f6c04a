"""What is said to a quote, a choice or a person that we offered: a yes in other words is asked for again, a question takes nothing away, a
choice is heard with what stands beside it, and what was refused is not brought again.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Served, Talk, says_any, text_of

SHELF, LAMP = ("Bookshelf", 1, "66.00"), ("Desk Lamp", 1, "84.00")
UNSAID = ("nothing was changed", "nichts geändert")


def quoted(market: Market, wish: str = "I want to return the desk lamp of {}, I don't like it") -> tuple[Talk, str]:
    talk, order = market.bought(SHELF, LAMP)
    talk.say(wish.format(order))
    assert quote_of(talk) is not None
    return talk, order


@pytest.mark.parametrize(
    "words",
    [
        "a lamp isn't a chair. ok forget it, just do the return I guess",
        "ok fine whatever, return it then",
        "forget what I said, just send it back",
        "never mind the label, start the return",
        "alright, guess I have no choice, do the return",
        "hm not sure about the label but go ahead anyway",
        "well that's a shame, but yes, return it",
        "what?? I said do the return",
        "na gut, dann schicken Sie es zurück",
        "egal, dann machen Sie es halt",
        "ach was soll's, geben Sie sie zurück",
        "nicht so wichtig, machen Sie es bitte",
    ],
)
def test_a_yes_in_other_words_is_asked_for_again(market: Market, words: str) -> None:
    talk, order = quoted(market)
    before = talk.state()["pending_action"]
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert not says_any(answer, *UNSAID)
    assert quote_of(talk) == (before["name"], order, ["2"])
    assert market.merchant.done_for(market.owner(order)) == []
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    "words",
    [
        "forget it, don't return it",
        "ok forget it, I'll keep it",
        "no, don't do the return",
        "stop, leave it",
        "never mind the return",
        "lieber nicht, ich behalte sie",
        "nein, das will ich nicht",
        "vergessen Sie es",
    ],
)
def test_a_no_stays_one(market: Market, words: str) -> None:
    talk, order = quoted(market)
    talk.say(words)
    assert talk.state()["pending_action"] is None
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words",
    [
        "that's not what I asked. is the postage free?",
        "what does it cost me to send it back?",
        "yes. how do I get the label?",
        "does it have to be in the original box?",
        "if I change my mind later, does it still cost nothing?",
        "that wasn't my question. when do I get the money?",
        "Das wollte ich nicht wissen. Was kostet mich der Rückversand?",
        "Muss ich den Rückversand selbst bezahlen?",
        "Nochmal: wenn sie doch nicht ankommt, wer haftet dann?",
        "Ich habe keinen Karton, geht das auch ohne?",
    ],
)
def test_a_side_question_leaves_the_quote(market: Market, words: str) -> None:
    talk, order = quoted(market)
    before = talk.state()["pending_action"]["id"]
    assert not says_any(talk.say(words), *UNSAID)
    assert talk.state()["pending_action"]["id"] == before
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Überall Scherben. Muss ich die zurückschicken?",
        "Das wollte ich nicht wissen. Muss die kaputte Lampe zurück oder kann die weg?",
        "Kann ich die kaputte wegwerfen?",
        "shards everywhere. do I have to send it back?",
        "not my question. can I bin it?",
    ],
)
def test_whether_broken_goods_go_back_is_told_of_the_refund(market: Market, words: str) -> None:
    talk, _ = quoted(market, "The desk lamp of {} came broken, I want my money back")
    answer = talk.say(words)
    assert says_any(answer, "send anything back", "nichts zurückschicken")
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


def test_how_the_label_comes_is_told(market: Market) -> None:
    talk, _ = quoted(market)
    answer = talk.say("yes. how do I get the label?")
    assert "label comes by e-mail" in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


def chosen_of_two(market: Market) -> tuple[Talk, str]:
    talk, order = market.bought(SHELF, LAMP)
    offered = talk.say("you sent me a white desk lamp and I ordered a black one")
    assert says_any(offered, "both can be")
    return talk, order


@pytest.mark.parametrize(
    "words",
    [
        "right one please. what do I do with the white one?",
        "send the right one please",
        "the right one. do I have to send this back?",
        "I'd like the right one please, and do I keep the white one?",
        "Send the right one",
    ],
)
def test_the_right_one_is_heard_and_handed_over(market: Market, words: str) -> None:
    talk, order = chosen_of_two(market)
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "handed_off"
    assert "as you chose" in text_of(answer)
    assert ("your question" in text_of(answer)) is ("?" in words)
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize("words", ["money back please", "the money please. how long does that take?", "my money back then"])
def test_the_money_is_heard_and_quoted(market: Market, words: str) -> None:
    talk, order = chosen_of_two(market)
    talk.say(words)
    assert quote_of(talk) == ("refund_order", order, ["2"])


@pytest.mark.parametrize("words", ["not the right one!", "is the right one in stock?", "neither"])
def test_what_takes_no_choice_takes_none(market: Market, words: str) -> None:
    talk, _ = chosen_of_two(market)
    assert talk.say(words)["turn"]["outcome"] != "handed_off"
    assert quote_of(talk) is None


@pytest.mark.parametrize("words", ["something else", "no, something else", "it's about something else"])
def test_something_else_is_asked_for(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0137", region="US")
    assert "something else" in text_of(talk.say("the coffee table is a bit meh"))
    answer = talk.say(words)
    assert "What is it about" in text_of(answer)
    assert "not getting this right" not in text_of(answer)
    assert answer["turn"]["failures"] == 0


def test_a_size_that_is_offered_is_no_name(demo: Served) -> None:
    talk = demo.signed_in("C0179", region="US", locale="de")
    answer = talk.say("Ich möchte den Bettbezug aus Bestellung HP113331 umtauschen, King gegen Double")
    if talk.state()["pending_action"] is None:
        talk.say("Den Leinenbettbezug in King")
        answer = talk.say("Double sand")
    assert talk.state()["pending_action"]["name"] == "exchange_items"
    assert says_any(answer, "size double, colour sand")


@pytest.mark.parametrize(("words", "variant"), [("70 in black please", "70 cm"), ("ok, the 50 oak then", "50 cm")])
def test_a_shown_variant_is_taken_for_what_does_not_fit(demo: Served, words: str, variant: str) -> None:
    talk = demo.signed_in("C0099", region="US")
    talk.say("Bought a mirror off you and it's way too big for the hallway, have you got it smaller?")
    answer = talk.say(words)
    assert talk.state()["pending_action"]["name"] == "exchange_items"
    assert f"→ size {variant}" in text_of(answer)
    other = demo.signed_in("C0099", region="US")
    other.say("what sizes does the round wall mirror come in?")
    other.say(words)
    assert other.state()["pending_action"] is None


@pytest.mark.parametrize(
    ("refusal", "after"),
    [
        ("no agent please", "does anyone have to sign for it?"),
        ("don't need a person", "ok then. must somebody be home for the parcel?"),
        ("no need for a person", "fine. will someone have to be there?"),
        ("no human, thanks", "well. should anybody be home?"),
        ("Nein, keine Person", "Na gut. Muss da jemand unterschreiben?"),
        ("bitte keinen Mitarbeiter", "Also gut. Soll da jemand zu Hause sein?"),
        ("ohne Person bitte", "Gut. Darf auch wer anders unterschreiben?"),
    ],
)
def test_a_person_who_was_refused_is_not_brought_by_a_question(demo: Served, refusal: str, after: str) -> None:
    talk = demo.talk(consent=True, region="US", locale="de" if "ei" in refusal.split()[0] or "ohne" in refusal else "en-US")
    talk.say("blorf zint quuxle frabbit")
    talk.say("skree vonk dilth mawb")
    assert talk.say(refusal)["turn"]["outcome"] != "handed_off"
    assert talk.say(after)["turn"]["outcome"] != "handed_off"
    for nonsense in ("orple wemp gnarf wib", "knurf dilbo wax", "trelp wonk zorp"):
        assert talk.say(nonsense)["turn"]["outcome"] != "handed_off"
    assert talk.say("a person please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words", ["there is no person here who answers, get me one", "no bot please, a person", "keine KI, ein Mensch bitte"]
)
def test_who_wants_a_person_still_gets_one(demo: Served, words: str) -> None:
    assert demo.talk(consent=True, region="US").say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    ("denial", "report"),
    [
        (
            "I don't want money, I want to know where it is",
            "yes but I haven't got the lamp. neighbours don't have it either",
        ),
        ("no refund please. where is it?", "the desk lamp never arrived, I tell you"),
        ("I'm not after my money back, where is it?", "it says delivered but the desk lamp is not here"),
        ("Ich will kein Geld, ich will wissen wo sie ist", "Die Desk Lamp ist nie angekommen"),
        ("Kein Geld zurück bitte, wo ist sie?", "Die Desk Lamp ist nie bei mir angekommen"),
    ],
)
def test_money_that_was_denied_is_not_quoted_later(market: Market, denial: str, report: str) -> None:
    talk, order = market.bought(SHELF, LAMP)
    talk.say(f"where is order {order}")
    talk.say(denial)
    answer = talk.say(report)
    assert quote_of(talk) is None
    assert says_any(answer, "colleague", "jemand aus unserem Team", "Jemand aus unserem Team")
    talk.say("ok then give me my money back")
    assert quote_of(talk) == ("refund_order", order, ["2"])


@pytest.mark.parametrize("words", ["I got no refund yet", "noch kein Geld bekommen", "still no money on my card"])
def test_money_that_is_missed_is_not_denied(market: Market, words: str) -> None:
    talk, order = market.bought(SHELF, LAMP)
    talk.say(words)
    talk.say("the desk lamp arrived broken, can I have my money back?")
    assert quote_of(talk) == ("refund_order", order, ["2"])
