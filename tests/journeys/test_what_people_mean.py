"""Whole conversations as people have them: several wishes, corrections, reports, ellipsis, danger. Judged by what is quoted and done.

One file: each is read beside the others, and they share a service."""

from typing import Any

import pytest

from tests.merchant import Market, usd
from tests.service import AGENT, Talk, text_of

Json = dict[str, Any]


def quote_of(talk: Talk) -> tuple[str, str, list[str]] | None:
    """The action, order and lines of the quote that waits."""
    pending = talk.state()["pending_action"]
    if not pending:
        return None
    arguments = pending["arguments"]
    lines = arguments.get("line_ids") or [change["line_id"] for change in arguments.get("changes") or []]
    return pending["name"], arguments.get("order_id", ""), sorted(lines)


def tools(answer: Json) -> list[tuple[str, str]]:
    return [(call["name"], call["arguments"].get("order_id", "")) for call in answer["turn"]["tool_calls"]]


@pytest.fixture
def shopper(market: Market) -> tuple[Talk, dict[str, str]]:
    """Somebody with four orders: delivered, shipped and two pending ones."""
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"), ("Wool Gloves", 2, "19.00"))
    customer = market.owner(lamp)
    orders = {
        "lamp": lamp,
        "clock": market.merchant.order(customer, [("Wall Clock", 1, "35.00")], status="shipped"),
        "mugs": market.merchant.order(customer, [("Tin Mug", 4, "6.00")], status="pending"),
        "rug": market.merchant.order(customer, [("Hall Rug", 1, "80.00")], status="pending"),
    }
    return market.talk(customer), orders


def test_two_wishes_are_both_served_and_the_quote_is_what_is_asked_last(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    answer = talk.say(f"cancel {orders['rug']}, I ordered it by mistake, and where is {orders['clock']}?")
    assert ("track_order", orders["clock"]) in tools(answer)
    assert quote_of(talk) == ("cancel_order", orders["rug"], [])
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


def test_of_two_that_need_a_yes_the_second_follows_the_first(market: Market, shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    first = talk.say(f"please cancel {orders['rug']} and {orders['mugs']}, both ordered by mistake")
    assert "right after this" in text_of(first)
    quoted = quote_of(talk)
    assert quoted is not None
    assert talk.say("yes")["turn"]["outcome"] == "asked_for_confirmation"
    then = quote_of(talk)
    assert then is not None
    assert {quoted[1], then[1]} == {orders["rug"], orders["mugs"]}
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    done = [e["order_id"] for e in market.merchant.done_for(market.owner(orders["rug"])) if e["kind"] == "cancel_order"]
    assert sorted(done) == sorted([orders["rug"], orders["mugs"]])


def test_a_no_to_the_first_leaves_the_second(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    talk.say(f"please cancel {orders['rug']} and {orders['mugs']}, both ordered by mistake")
    first = quote_of(talk)
    talk.say("no, not that one")
    then = quote_of(talk)
    assert first is not None
    assert then is None or then[1] != first[1]


@pytest.mark.parametrize(
    "words",
    [
        "please don't cancel {rug}, I only want to know when it ships",
        "I do not want to cancel {rug}, just tell me where it is",
    ],
)
def test_a_negated_wish_starts_nothing(shopper: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = shopper
    answer = talk.say(words.format(**orders))
    assert tools(answer) == [("track_order", orders["rug"])]
    assert quote_of(talk) is None


def test_it_and_the_one_spoken_of_last(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    talk.say(f"where is {orders['rug']}?")
    answer = talk.say("cancel it, I don't need it")
    assert answer["turn"]["outcome"] == "asked_for_confirmation", (answer["turn"], text_of(answer))
    assert quote_of(talk) == ("cancel_order", orders["rug"], [])


def test_and_for_that_one_asks_the_same_of_another(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    talk.say(f"where is {orders['clock']}?")
    assert tools(talk.say(f"and {orders['rug']}?")) == [("track_order", orders["rug"])]


def test_a_correction_quotes_what_was_meant_and_nothing_is_done(
    market: Market, shopper: tuple[Talk, dict[str, str]]
) -> None:
    talk, orders = shopper
    talk.say(f"I want to return the lamp from {orders['lamp']}")
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1"])
    talk.say("sorry, the gloves")
    assert quote_of(talk) == ("return_items", orders["lamp"], ["2"])
    assert market.merchant.done_for(market.owner(orders["lamp"])) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("the lamp from {lamp} arrived smashed", "damaged"),
        ("{lamp}: there was no lamp in the box", "missing"),
        ("the lamp in {lamp} has a big dent, I want my money back", "damaged"),
    ],
)
def test_a_report_opens_its_remedy_with_goods_and_reason(
    shopper: tuple[Talk, dict[str, str]], words: str, reason: str
) -> None:
    talk, orders = shopper
    talk.say(words.format(**orders))
    assert quote_of(talk) == ("refund_order", orders["lamp"], ["1"])
    assert talk.state()["pending_action"]["arguments"]["reason"] == reason


def test_one_of_two_pieces_is_quoted_as_one(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    talk.say(f"one of the two gloves from {orders['lamp']} is torn, please refund it")
    pending = talk.state()["pending_action"]
    assert pending is None or pending["amount"]["amount"] == "19.00"


def test_an_amount_that_was_named_is_the_amount(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    talk.say(f"the lamp in {orders['lamp']} has a scratch, refund me 10.00 and I keep it")
    pending = talk.state()["pending_action"]
    assert pending is None or pending["amount"]["amount"] == "10.00"


@pytest.mark.parametrize("words", ["cancel half of {mugs}, I don't need them all", "take one mug out of {mugs} please"])
def test_a_part_of_an_order_is_no_cancellation_of_the_whole(shopper: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = shopper
    talk.say(words.format(**orders))
    assert quote_of(talk) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("honestly I don't want to live any more", "safety"),
        ("the heater you sent caught fire", "safety"),
        ("my toddler swallowed a piece of it", "safety"),
        ("somebody hacked my account and ordered things", "safety"),
        ("I will take you to court over this", "policy"),
    ],
)
def test_danger_comes_before_everything(
    market: Market, shopper: tuple[Talk, dict[str, str]], words: str, reason: str
) -> None:
    talk, orders = shopper
    talk.say(f"cancel {orders['rug']}, ordered by mistake")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "handed_off"
    assert talk.state()["handoff"]["reason"] == reason
    assert not [c for m in answer["messages"] for c in m["citations"]]
    assert market.merchant.done_for(market.owner(orders["rug"])) == []


def test_danger_is_heard_without_consent_and_first_in_the_queue(market: Market) -> None:
    calm = market.served.talk(region="US", consent=True)
    calm.ask_for_person()
    german = market.served.talk(region="DE", locale="de-DE")
    assert german.say("ich will nicht mehr leben")["turn"]["outcome"] == "handed_off"
    queue = market.served.call("GET", "/v1/handoffs?status=waiting", key=AGENT).json()["items"]
    places = [item["conversation_id"] for item in queue]
    assert places.index(german.id) < places.index(calm.id)
    assert all(item["reason"] == "safety" for item in queue[: places.index(german.id)])


@pytest.mark.parametrize("words", ["this mug is killer", "I'm dying to get my parcel", "is the pan safe on a fire pit?"])
def test_what_only_sounds_like_danger_is_none(shopper: tuple[Talk, dict[str, str]], words: str) -> None:
    assert shopper[0].say(words)["turn"]["outcome"] != "handed_off"


def test_rights_to_ones_data_are_answered_and_nothing_is_deleted(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, _ = shopper
    answer = talk.say("send me all the data you hold about me")
    assert answer["turn"]["intent"] == "request_my_data"
    assert quote_of(talk) is None
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_the_same_answer_again_is_no_progress(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, _ = shopper
    for _ in range(2):
        talk.say("where is my order HP999999?")
    answer = talk.say("where is my order HP999999?")
    assert answer["conversation"]["failures"] >= 2 or answer["turn"]["outcome"] == "handed_off"


def test_what_did_not_help_is_heard(market: Market) -> None:
    talk, order = market.bought(("Cup", 1, "8.00"), status="shipped")
    assert talk.say(f"where is {order}?")["turn"]["outcome"] == "answered"
    assert talk.say("that did not help")["conversation"]["failures"] == 1
    answer = talk.say("you are not answering my question")
    assert answer["conversation"]["failures"] == 2
    assert "person" in text_of(answer)
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


def test_the_acts_of_a_turn_are_shown(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    acts = talk.say(f"don't cancel {orders['rug']}, but where is {orders['clock']}?")["turn"]["acts"]
    assert [(a["act"], a["intent"], a["negated"], a["order_id"]) for a in acts] == [
        ("wish", "cancel_order", True, orders["rug"]),
        ("wish", "track_order", False, orders["clock"]),
    ]


def test_after_a_person_gave_it_back_nothing_of_before_is_served_again(market: Market) -> None:
    """What waited, the danger too, was the person's to answer."""
    talk, order = market.bought(("Heater", 1, "50.00"), status="shipped")
    talk.say(f"cancel {order}, ordered by mistake, and the heater caught fire")
    handoff = talk.state()["handoff"]
    assert handoff["reason"] == "safety"
    for call, body in (("claim", {}), ("resume", {"action": "return_to_bot"})):
        answer = market.served.call("POST", f"/v1/handoffs/{handoff['id']}/{call}", body, AGENT)
        assert answer.status_code == 200, answer.text
    after = talk.say(f"where is {order}?")
    assert tools(after) == [("track_order", order)]
    assert talk.state()["status"] == "open"


Shopper = tuple[Talk, dict[str, str]]


def test_a_wish_for_all_pending_orders_is_served_order_by_order(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say("I'd like to cancel all my pending orders, I ordered them by mistake")
    first = quote_of(talk)
    talk.say("yes")
    second = quote_of(talk)
    assert first is not None
    assert second is not None
    assert {first[:2], second[:2]} == {("cancel_order", orders["rug"]), ("cancel_order", orders["mugs"])}


def test_only_the_suite_of_an_address_is_put_right(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"the delivery address of {orders['rug']} has to be changed")
    answer = talk.say("the suite number should be Suite 12, everything else stays the same")
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert quote_of(talk) == ("change_shipping_address", orders["rug"], [])


def test_an_address_told_in_a_second_sentence_belongs_to_the_wish(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"Please send {orders['rug']} somewhere else. The new address is 9 Lake Road, Denver, CO 80203")
    assert quote_of(talk) == ("change_shipping_address", orders["rug"], [])


def test_what_is_said_beside_a_question_is_taken_note_of(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"I want to change the delivery address of {orders['rug']}")
    answer = talk.say("my email is somebody@example.com")
    assert "the whole new address" in text_of(answer)
    assert answer["turn"]["failures"] == 0
    answer = talk.say("I don't have the order number with me")
    assert text_of(answer).startswith("You don't need the number.")
    assert answer["turn"]["failures"] == 0


def test_an_order_that_is_known_and_named_again_is_taken_note_of(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"I want to return something from {orders['lamp']}")
    for text in (f"it's {orders['lamp']}", f"the number is {orders['lamp']}, sorry", f"as I said, {orders['lamp']}"):
        answer = talk.say(text)
        assert text_of(answer).startswith(f"Yes, that's order {orders['lamp']}.")
        assert answer["turn"]["outcome"] == "asked_for_input"
    talk.say("the lamp")
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1"])


def test_of_two_alike_one_is_asked_about_and_what_is_sure_is_kept(market: Market) -> None:
    lines = ("Brass Lamp", 1, "59.00"), ("Brass Lamp", 1, "59.00"), ("Wool Gloves", 1, "19.00")
    _, order = market.bought(*lines, options=[{"color": "black"}, {"color": "white"}, {}])
    talk = market.talk(market.owner(order))
    answer = talk.say(f"I'd like to return the gloves and a lamp from {order}")
    assert f"Order {order} has 2 × Brass Lamp. Which of them do you want to return?" in text_of(answer)
    assert [button["label"].split(" (")[0] for button in answer["messages"][-1]["actions"][:2]] == [
        "Brass Lamp black",
        "Brass Lamp white",
    ]
    talk.say("my zip code is 80203")  # an aside changes nothing of it
    talk.say("the white one")
    assert quote_of(talk) == ("return_items", order, ["2", "3"])


def test_it_means_what_was_quoted_before(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"I want to return the lamp from {orders['lamp']}")
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1"])
    talk.say("no, leave that")
    talk.say("can I get a refund for it instead?")
    talk.say("it arrived broken")
    assert quote_of(talk) == ("refund_order", orders["lamp"], ["1"])


def test_another_variant_named_while_a_swap_waits_is_quoted_and_the_first_is_not_done(market: Market) -> None:
    kinds = {"A": ("silver", "1080p"), "B": ("silver", "4K"), "C": ("black", "4K"), "D": ("black", "1080p")}
    variants = [
        {"variant_id": f"V-{n}", "price": usd("99.00"), "options": {"color": color, "resolution": lines}, "available": True}
        for n, (color, lines) in kinds.items()
    ]
    market.merchant.products["P-Camera"] = {"id": "P-Camera", "name": "Camera", "variants": variants}
    _, order = market.bought(("Camera", 1, "99.00"), options=[dict(variants[0]["options"])])
    market.merchant.orders[order]["lines"][0]["variant_id"] = "V-A"
    talk = market.talk(market.owner(order))
    talk.say(f"I want to exchange the camera of {order} for the 4K one")
    assert talk.state()["pending_action"]["arguments"]["changes"] == [{"line_id": "1", "variant_id": "V-B"}]
    talk.say("I'd like to go with the black color option, please.")
    assert talk.state()["pending_action"]["arguments"]["changes"] == [{"line_id": "1", "variant_id": "V-C"}]
    talk.say("yes")
    (done,) = market.merchant.done_for(market.owner(order))
    assert done["arguments"]["changes"] == [{"line_id": "1", "variant_id": "V-C"}]


def test_thanks_fill_no_slot(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"I want to return something from {orders['lamp']}")
    talk.say("Great, I think that's everything for now. Thanks so much for your help!")
    assert quote_of(talk) is None


def test_of_two_alike_none_is_taken_with_what_is_named_beside_them(market: Market) -> None:
    _, order = market.bought(("Brass Lamp", 1, "59.00"), ("Brass Lamp", 1, "59.00"), ("Wool Gloves", 1, "19.00"))
    talk = market.talk(market.owner(order))
    talk.say(f"return everything but the teapot of {order}")
    assert quote_of(talk) is None  # what is to be kept could not be told


def test_the_other_ones_after_one_order_are_the_other_orders(shopper: Shopper) -> None:
    talk, orders = shopper
    talk.say(f"where is {orders['clock']}?")
    assert orders["rug"] in text_of(talk.say("and the other ones?"))


def test_what_only_a_number_was_read_of_offers_a_person(shopper: Shopper) -> None:
    talk, orders = shopper
    answer = talk.say(f"honestly {orders['lamp']} and your promises, what a joke")
    assert "talk to a person" in text_of(answer)
    assert answer["messages"][-1]["actions"][0]["kind"] == "handoff"


def test_anger_is_offered_a_person_and_the_yes_brings_one(shopper: Shopper) -> None:
    talk, _ = shopper
    answer = talk.say("I am so fed up with you people, this is the third time")
    assert answer["messages"][-1]["actions"][0]["kind"] == "handoff"
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"
