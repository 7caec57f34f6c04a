"""What is said around a question or a quote of ours: it is answered, served or taken note of, and nothing that waits is lost by it.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market
from tests.service import Talk, says_any, text_of

SPAM = ("spam folder", "Spam-Ordner")
PERSON = ("bringing in a person", "a person will take over", "hole jemanden", "übernimmt")


@pytest.fixture
def two(market: Market) -> tuple[Talk, str, str]:
    """A lamp and a chair that came, and mills that are being prepared."""
    customer = market.merchant.customer()
    came = market.merchant.order(customer, [("Desk Lamp", 1, "84.00"), ("Dining Chair", 1, "146.00")])
    due = market.merchant.order(customer, [("Salt Mills", 2, "45.00")], status="pending")
    return market.talk(customer), came, due


def asked_for_code(market: Market) -> Talk:
    """A guest whose order is proven, of whom a code is asked."""
    _, order = market.bought(("Linen Pillowcase", 1, "24.00"))
    postcode = market.merchant.orders[order]["shipping_address"]["postcode"]
    talk = market.served.talk(region="US")
    talk.say("I moved, please change the address in my account")
    assert "six-digit code" in text_of(talk.say(f"{order}, {postcode}"))
    return talk


@pytest.mark.parametrize(
    "words",
    [
        "there is no code in my mail. I just want change address",
        "i didnt get a code",
        "nothing came",
        "still nothing, checked spam too",
        "where is the code?",
        "can you send it again",
        "it hasn't arrived",
        "Es ist kein Code angekommen",
        "immer noch nichts",
    ],
)
def test_who_has_no_code_is_told_where_it_may_be_and_gets_a_person(market: Market, words: str) -> None:
    talk = asked_for_code(market)
    answer = talk.say(words)
    assert says_any(answer, *SPAM)
    assert not says_any(answer, "Please type it here", "geben Sie ihn hier ein")
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


def test_who_says_it_twice_gets_the_person_and_a_code_that_comes_is_still_taken(market: Market) -> None:
    talk = asked_for_code(market)
    talk.say("i did not get any mail")
    assert "isn't right" in text_of(talk.say("ah here it is: 123456"))
    talk = asked_for_code(market)
    talk.say("no code here")
    assert talk.say("still nothing")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "I don't have access to that email, it's an old work one. Can I do it anyway?",
        "i cant get into that mailbox",
        "that email is closed",
    ],
)
def test_who_cannot_reach_the_mailbox_gets_a_person(market: Market, words: str) -> None:
    assert asked_for_code(market).say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("words", ["I can't get into my account", "i cant access my account"])
def test_who_cannot_reach_the_account_is_helped_to_a_password(market: Market, words: str) -> None:
    answer = market.served.talk(region="US").say(words)
    assert (answer["turn"]["intent"], answer["turn"]["outcome"]) == ("reset_password", "asked_for_input")


@pytest.mark.parametrize(
    "words", ["I haven't got an order with you", "i never ordered anything, i only have an account", "no order"]
)
def test_who_has_no_order_is_known_by_the_account_or_gets_a_person(market: Market, words: str) -> None:
    talk = market.served.talk(region="US")
    talk.say("please change the address in my account")
    assert "e-mail address" in text_of(answer := talk.say(words))
    assert "order number" not in text_of(answer)
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


def test_a_yes_to_the_person_is_one_whatever_else_was_asked(market: Market) -> None:
    talk = market.served.talk(region="US")
    talk.say("I want a copy of my data and my account deleted")
    assert (
        talk.say("I haven't got an order with you, only an account. And yes to the person.")["turn"]["outcome"]
        == "handed_off"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Wait, which order is that one? I want to be sure it's the mills. And will it still come before Friday?",
            "Salt Mills",
        ),
        ("which order is that one?", "Salt Mills"),
        ("hold on, is that for the mills?", "Salt Mills"),
        ("oh lovely. but is it for one or for two?", "2 × Salt Mills"),
        ("Moment, ist das für die Mühlen?", "Salt Mills"),
    ],
)
def test_what_is_asked_of_the_quote_is_told_and_the_quote_stays(two: tuple[Talk, str, str], words: str, told: str) -> None:
    talk, _, due = two
    talk.say(f"please send {due} to 418 Elmwood Avenue, Providence, RI 02907")
    before = talk.state()["pending_action"]
    assert before is not None
    answer = talk.say(words)
    assert told in text_of(answer)
    assert talk.state()["pending_action"]["id"] == before["id"]
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


def test_several_questions_beside_a_yes_are_answered_and_move_nothing(two: tuple[Talk, str, str], market: Market) -> None:
    talk, came, _ = two
    talk.say("the desk lamp is broken, i want my money back")
    answer = talk.say("Yes. To which card? I must send first the old?")
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert "don't have to send anything back" in text_of(answer)
    assert market.merchant.done_for(market.owner(came)) == []
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


def test_a_no_beside_a_question_is_still_a_no(two: tuple[Talk, str, str]) -> None:
    talk, _, _ = two
    talk.say("the desk lamp is broken, i want my money back")
    talk.say("Wait. No. which order?")
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words",
    [
        "ok do the chair first then whatever",
        "what?? i said DO the chair",
        "ok do it then whatever",
        "do that one first",
        "ok return the chair first",
    ],
)
def test_who_tells_to_do_it_with_a_sigh_is_asked_for_a_plain_yes(two: tuple[Talk, str, str], words: str) -> None:
    talk, came, _ = two
    talk.say(f"i want to return the dining chair of {came}, i don't like it")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert quote_of(talk) == ("return_items", came, ["2"])


@pytest.mark.parametrize("words", ["do the lamp first", "refund the chair first", "ok whatever, leave it"])
def test_what_is_not_quoted_is_no_such_yes(two: tuple[Talk, str, str], words: str) -> None:
    talk, came, _ = two
    talk.say(f"i want to return the dining chair of {came}, i don't like it")
    answer = talk.say(words)
    assert "plain yes" not in text_of(answer)
    assert answer["turn"]["outcome"] != "action_done"


def test_that_nothing_was_changed_is_said_once(two: tuple[Talk, str, str]) -> None:
    talk, _, _ = two
    talk.say("refund the broken lamp and return the chair, i don't like it")
    text = text_of(talk.say("no, not that. return the chair"))
    assert text.count("nothing was changed") <= 1


@pytest.mark.parametrize(
    "words",
    [
        "u didnt answer about the adress. can u send {due} to 22 Birch Lane, Boulder, CO 80301?",
        "You are not listening! Change the address of {due} to 22 Birch Lane, Boulder, CO 80301",
    ],
)
def test_what_is_wanted_beside_a_reproach_is_served(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, due = two
    talk.say(words.format(due=due))
    assert (quote_of(talk) or ("", ""))[:2] == ("change_shipping_address", due)


@pytest.mark.parametrize(
    "words", ["You are not listening. I want my 102 dollars back, the second one.", "this is useless, refund it"]
)
def test_money_is_not_quoted_for_what_a_reproach_leaves_open(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, _ = two
    talk.say("how long does a refund take?")
    answer = talk.say(words)
    assert quote_of(talk) is None
    assert "Tell me what went wrong" not in text_of(answer)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_what_went_wrong_is_asked_once(two: tuple[Talk, str, str]) -> None:
    talk, _, _ = two
    assert "Tell me what went wrong" in text_of(talk.say("I'm very unhappy with your shop"))
    assert "Tell me what went wrong" not in text_of(talk.say("I am so angry"))


def test_goods_that_do_not_work_are_no_reproach(two: tuple[Talk, str, str]) -> None:
    talk, came, _ = two
    talk.say("the desk lamp doesnt work")
    assert quote_of(talk) == ("refund_order", came, ["1"])


def test_a_refusal_that_is_told_again_is_no_failure_to_understand(two: tuple[Talk, str, str]) -> None:
    talk, came, _ = two
    talk.say("skree vonk dilth")
    answer = talk.say(f"change the address of {came} to 9 Lake Road, Portland, ME 04101")
    assert answer["turn"]["outcome"] == "action_refused"
    assert "not getting this right" not in text_of(answer)


def test_damage_is_regretted_once(two: tuple[Talk, str, str]) -> None:
    talk, _, _ = two
    assert "sorry about the damage" in text_of(talk.say("the desk lamp came with a big dent"))
    talk.say("no")
    assert "sorry about the damage" not in text_of(talk.say("the chair is broken too"))


@pytest.mark.parametrize(
    "words", ["what if the lamp is broken?", "i want to return the lamp, changed my mind", "where is my order"]
)
def test_nothing_is_regretted_where_nothing_is_wrong(two: tuple[Talk, str, str], words: str) -> None:
    assert "sorry" not in text_of(two[0].say(words))


@pytest.mark.parametrize(
    "words",
    [
        "nvm do u ship to hawaii",
        "never mind. do you ship to Hawaii?",
        "lol no. forget it, can you ship to hawaii?",
        "egal, liefert ihr nach Hawaii?",
    ],
)
def test_what_follows_a_never_mind_is_asked_and_the_rest_is_dropped(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, _ = two
    talk.say("I want to return something")
    answer = talk.say(words)
    assert answer["turn"]["intent"] not in ("deny", "return_items")
    assert not says_any(answer, "back to what you wanted", "zurück zu Ihrem Anliegen")


@pytest.mark.parametrize(
    "words",
    [
        "ok finally. thx. ill do that when it comes",
        "ok thank you, i'll send it back when it arrives",
        "thanks i'll wait then",
        "danke, mach ich dann",
    ],
)
def test_thanks_beside_what_one_will_do_are_thanks(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, _ = two
    talk.say("is returning free?")
    assert talk.say(words)["turn"]["intent"] == "thanks"


@pytest.mark.parametrize("words", ["thanks. where is {due}", "thx, cancel {due}, ordered by mistake"])
def test_thanks_beside_a_wish_are_none(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, due = two
    assert tools(talk.say(words.format(due=due)))


@pytest.mark.parametrize(
    "words", ["No I don't want to reset it", "I dont need a new password", "ich will kein neues Passwort"]
)
def test_who_wants_no_new_password_is_sent_no_link(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, _ = two
    talk.say("I can't log in, it says wrong password")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "answered"
    assert not says_any(answer, "on its way", "unterwegs")


@pytest.mark.parametrize(
    "words", ["when i click it it says expired. can u send another", "the link doesnt work", "send it again please"]
)
def test_a_link_that_is_of_no_use_is_sent_once_more(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, _ = two
    talk.say("I forgot my password")
    answer = talk.say(words)
    assert answer["turn"]["intent"] == "reset_password"
    assert tools(answer)[0][0] == "send_password_reset"


def test_a_link_goes_where_the_words_say(market: Market) -> None:
    talk = market.served.talk(region="US")
    talk.say("forgot password. the link u sent doesnt work")
    answer = talk.say("password reset. pls send me a new password reset link to rhys.p106@example.com")
    assert "a link to set a new password is on its way" in text_of(answer)
    assert tools(answer) == [("send_password_reset", "")]


@pytest.mark.parametrize(
    "words",
    [
        "pls stop sending me ur emails i get like 3 a day",
        "too many mails from you, take me off",
        "ihr schickt mir zu viele Mails",
    ],
)
def test_fewer_mails_are_an_unsubscription(market: Market, words: str) -> None:
    assert market.served.talk(region="US").say(words)["turn"]["intent"] == "unsubscribe"


def test_fewer_of_what_was_ordered_is_heard_beside_another_wish(two: tuple[Talk, str, str]) -> None:
    talk, _, due = two
    answer = talk.say("I ordered two mills but I'd like just the one. Also can I pay with another card?")
    assert f"cancel order {due} as a whole" in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "will it come in the morning? also can i change the adress to my moms place instead",
        "kommt es vormittags? Und bitte schick mir die Rechnung",
    ],
)
def test_what_is_wanted_beside_the_hour_is_served(two: tuple[Talk, str, str], words: str) -> None:
    talk, _, due = two
    talk.say(f"where is {due}")
    served = tools(talk.say(words))
    assert served[0] == ("track_order", due)
    assert served[1][0] in ("change_shipping_address", "send_invoice")


@pytest.mark.parametrize("words", ["when is my coffee table coming?", "COFFEE TABLE. When.", "wann kommt der coffee table?"])
def test_goods_that_are_named_whole_are_no_others_of_their_kind(market: Market, words: str) -> None:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Bedside Table", 1, "120.00"), ("Oyster Mug", 1, "9.00")])
    due = market.merchant.order(customer, [("Wall Clock", 1, "58.00"), ("Coffee Table", 1, "240.00")], status="pending")
    market.merchant.order(customer, [("Bedside Table", 1, "120.00")])
    assert tools(market.talk(customer).say(words)) == [("track_order", due)]


def test_a_ruined_birthday_is_no_damage(two: tuple[Talk, str, str]) -> None:
    talk, _, _ = two
    assert "damage" not in text_of(talk.say("you ruined my birthday"))
    assert quote_of(talk) is None
