"""Questions that used to be answered by what only stood near: an honest "I do not know" goes before an off fact."""

import pytest

from tests.service import Served, says_any, text_of


@pytest.mark.parametrize("said", ["mugs", "blue", "saturday", "lamps", "Tassen"])
def test_a_bare_word_is_no_question_to_the_documents(demo: Served, said: str) -> None:
    answer = demo.talk(region="US").say(said)
    assert [c for m in answer["messages"] for c in m["citations"]] == []
    assert "Hello" not in text_of(answer)


@pytest.mark.parametrize(
    ("said", "title"), [("opening hours", "opening hours"), ("gift wrapping", "gift"), ("price match", "match prices")]
)
def test_a_subject_in_a_word_or_two_is_answered(demo: Served, said: str, title: str) -> None:
    answer = demo.talk(region="US").say(said)
    assert any(title in c["title"].lower() for m in answer["messages"] for c in m["citations"])


@pytest.mark.parametrize(
    "said",
    ["morning or evening?", "what time does it get here", "will it be here before 5pm", "eher vormittags oder abends?"],
)
def test_the_hour_of_a_parcel_is_not_known(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("where is HP104251")
    answer = talk.say(said)
    assert "HP104251" in text_of(answer)
    assert [c for m in answer["messages"] for c in m["citations"]] == []
    assert "day only" in text_of(answer) or "nur den Tag" in text_of(answer)


@pytest.mark.parametrize(
    "said", ["do you have a shop in boston i can walk into", "boston. physical store", "is there a store near Leeds?"]
)
def test_a_shop_where_there_is_none(demo: Served, said: str) -> None:
    answer = text_of(demo.talk(region="US").say(said))
    assert "no shop of ours" in answer
    assert all(town in answer for town in ("Portland", "Bristol", "Hamburg", "Halifax"))


def test_a_shop_where_there_is_one(demo: Served) -> None:
    assert "no shop of ours" not in text_of(demo.talk(region="US").say("do you have a shop in Bristol?"))


@pytest.mark.parametrize("said", ["do you deliver to Ireland?", "do you ship to dublin or not"])
def test_a_place_is_not_answered_by_another(demo: Served, said: str) -> None:
    answer = text_of(demo.talk(region="GB", consent=True).say(said))
    assert "customs papers" not in answer
    assert "ferry" not in answer
    assert "France and Canada" in answer


@pytest.mark.parametrize(
    ("region", "said", "told"),
    [
        ("US", "do you ship to hawaii", "3 to 6 working days more"),
        ("US", "can you ship to puerto rico?", "3 to 6 working days more"),
        ("GB", "do you deliver to the isle of man", "2 working days more"),
        ("CA", "do you ship to the yukon", "4 to 8 working days more"),
        ("DE", "liefert ihr auch auf Sylt?", "Sylt wird beliefert wie das Festland"),
    ],
)
def test_whether_it_goes_to_a_place_is_told_with_the_days(demo: Served, region: str, said: str, told: str) -> None:
    answer = text_of(demo.talk(region=region, consent=True).say(said))
    assert told in answer
    assert "Standard delivery within" in answer or "Standardlieferung innerhalb" in answer  # and what that is added to


@pytest.mark.parametrize("said", ["can you send it to my work", "can you ship it to my mum"])
def test_where_a_parcel_goes_is_no_such_question(demo: Served, said: str) -> None:
    assert "working days more" not in text_of(demo.signed_in("C0001", region="US").say(said))


@pytest.mark.parametrize(
    ("region", "said", "told", "not_told"),
    [
        ("GB", "do you deliver on Saturdays?", "United Kingdom are often", "Germany"),
        ("GB", "can a parcel come at the weekend, on saturday?", "United Kingdom", "Germany"),
        ("DE", "do you deliver on Saturdays?", "In Germany and Canada", "United Kingdom"),
        ("FR", "do you deliver on Saturdays?", "In France it does not", "United Kingdom"),
        ("CA", "how much does delivery cost", "9.95 CAD", "6.95"),
    ],
)
def test_the_answer_is_of_ones_own_country(demo: Served, region: str, said: str, told: str, not_told: str) -> None:
    answer = text_of(demo.talk(region=region, locale="en-GB", consent=True).say(said))
    assert told in answer
    assert not_told not in answer


def test_northern_ireland_still_is(demo: Served) -> None:
    answer = text_of(demo.talk(region="GB", consent=True).say("do you deliver to Northern Ireland?"))
    assert "Northern Ireland" in answer or "working days" in answer


@pytest.mark.parametrize(
    "said",
    [
        "my code WELCOME10 doesnt work at checkout it says invalid",
        "the voucher code was rejected",
        "Mein Gutscheincode ist ungültig",
    ],
)
def test_a_code_that_is_refused_is_asked_of_the_documents(demo: Served, said: str) -> None:
    answer = demo.talk(region="US").say(said)
    assert says_any(answer, "may have expired", "vielleicht abgelaufen")
    assert "unsubscribe" not in text_of(answer)


@pytest.mark.parametrize("said", ["What if I don't have a printer for the label?", "I have not got a printer at home"])
def test_a_heading_is_no_answer_and_a_printer_no_parcel(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0004", region="US")
    talk.say("how do I print the return label?")
    answer = text_of(talk.say(said))
    assert "spam" not in answer
    assert not answer.startswith("No printer?")


@pytest.mark.parametrize("said", ["what colours does the oyster bay stoneware come in", "does it come in blue"])
def test_a_colour_is_not_answered_by_a_temperature(demo: Served, said: str) -> None:
    assert "°C" not in text_of(demo.talk(region="US").say(said))


def test_a_question_beside_what_is_told_is_found(demo: Served) -> None:
    answer = demo.talk(region="US").say("and price match? ive seen the skillet cheaper on amazon")
    assert "match its price" in text_of(answer)


@pytest.mark.parametrize("said", ["why did you say it twice lol", "you already said that", "warum sagst du das zweimal"])
def test_a_remark_on_our_answers_is_no_question(demo: Served, said: str) -> None:
    talk = demo.talk(region="US")
    talk.say("what are your opening hours?")
    answer = talk.say(said)
    assert [c for m in answer["messages"] for c in m["citations"]] == []
    assert answer["conversation"]["failures"] == 1


def test_the_same_answer_is_not_given_a_third_time(demo: Served) -> None:
    talk = demo.talk(region="US")
    answers = [text_of(talk.say("what are your opening hours?")) for _ in range(3)]
    assert ["9:00" in answer for answer in answers] == [True, True, False]
    assert "person" in answers[2]


def test_who_has_not_ordered_yet_has_no_account_taken_over(demo: Served) -> None:
    answer = demo.talk(region="US").say(
        "why do you need an order number, I told you I havent ordered. I just want the discount"
    )
    assert answer["turn"]["intent"] != "urgent"


@pytest.mark.parametrize(
    "said", ["someone placed an order on my account, I never ordered this", "I have not ordered this, somebody used my card"]
)
def test_who_did_not_order_what_came_still_alarms(demo: Served, said: str) -> None:
    assert demo.talk(region="US").say(said)["turn"]["intent"] == "urgent"
