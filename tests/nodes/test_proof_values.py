"""What is read as a proof of identity, from which words, in which order; and that no value is two things."""

from typing import Any

import pytest

from domain.language.text.entities import find_entities
from nodes.actions.pipeline.proof_values import brings_a_proof, values_given, without_used
from nodes.actions.pipeline.proofs import plain_postcode
from nodes.state import ConversationState

AT, LATER = "2026-11-28T12:00:00+00:00", "2026-11-28T12:10:00+00:00"
CODE = {"digest": "d", "until": LATER, "email": "[EMAIL_1]", "customer_id": None}


def said(text: str, *, asked: str | None = None, order: str | None = None, **more: Any) -> ConversationState:
    """A turn's words; ``order``: of what is being done, ``asked``: what our last message asked for."""
    arguments = {"order_id": order} if order else {}
    task = {"action": "track_order", "arguments": arguments, "asked": asked} if asked or order else None
    state = {"turn": {"kind": "text", "text": text, "at": AT}, "entities": find_entities(text), "task": task, **more}
    return state  # type: ignore[return-value]  # the channels that are read here


@pytest.mark.parametrize(
    ("words", "postcode"),
    [
        ("53789", "53789"),
        ("it's 53789-1234", "53789-1234"),
        ("my zip code is 53789", "53789"),
        ("the postcode of that order is LS5 4WA", "LS5 4WA"),
        ("ls54wa", "ls54wa"),
        ("K1A 0B6 is the postal code", "K1A 0B6"),
        ("D02 X285", "D02 X285"),
        ("1012 AB", "1012 AB"),
        ("PLZ 10115", "10115"),
        ("1010", "1010"),
        ("my postcode is LV-1010", "LV-1010"),
        ("00-950", "00-950"),
        ("1100-148", "1100-148"),
        ("110 00", "110 00"),
        ("my post code: 010011", "010011"),
    ],
)
def test_a_postcode_is_read_where_it_was_asked_for(words: str, postcode: str) -> None:
    given = values_given(said(words, asked="identity", order="HP104251"))
    assert given == {"order_id": "HP104251", "postcode": postcode}


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("where is my order HP104251? my postcode is 53789", {"order_id": "HP104251", "postcode": "53789"}),
        ("my zip is 53789, where is HP104251", {"order_id": "HP104251", "postcode": "53789"}),
        ("it's [EMAIL_1] and the order is HP104251", {"order_id": "HP104251", "email": "[EMAIL_1]"}),
        ("HP104251 [EMAIL_1]", {"order_id": "HP104251", "email": "[EMAIL_1]"}),
        ("order number 104251, postcode 53789", {"order_id": "104251", "postcode": "53789"}),
        ("zip code for order 104251 is 53789", {"order_id": "104251", "postcode": "53789"}),
    ],
)
def test_what_the_first_message_gives_is_a_whole_proof(words: str, given: dict[str, str]) -> None:
    state = said(words, intent="track_order")
    assert {k: v for k, v in values_given(state).items() if k in given} == given
    assert brings_a_proof(said(words, intent="track_order"), is_wish=True)


@pytest.mark.parametrize(
    ("first", "then", "given"),
    [
        ({"order_id": "HP104251"}, "53789", {"order_id": "HP104251", "postcode": "53789"}),
        ({"postcode": "53789"}, "HP104251", {"order_id": "HP104251", "postcode": "53789"}),
        ({"email": "[EMAIL_1]"}, "the order is HP104251", {"order_id": "HP104251", "email": "[EMAIL_1]"}),
        ({"order_id": "53789"}, "HP104251", {"order_id": "HP104251", "postcode": "53789"}),
        ({"order_id": "HP104251"}, "no wait, HP104268 and 53789", {"order_id": "HP104268", "postcode": "53789"}),
    ],
)
def test_halves_come_in_any_order(first: dict[str, str], then: str, given: dict[str, str]) -> None:
    assert values_given(said(then, asked="identity", identity={"said": first})) == given


@pytest.mark.parametrize(
    "words",
    ["482913", "482 913", "the code is 482-913", "482913 - and when will it arrive?", "ok: 482913. Where is HP104251?"],
)
def test_an_awaited_code_is_read_whatever_else_is_said(words: str) -> None:
    state = said(words, asked="code", identity={"code": CODE}, intent="track_order")
    assert values_given(state) == {"code": "482913"}
    assert brings_a_proof(state, is_wish=True)


def test_a_code_that_nobody_waits_for_or_no_longer_holds_is_none() -> None:
    assert "code" not in values_given(said("482913", asked="identity"))
    assert "code" not in values_given(
        said("482913", asked="code", identity={"code": {**CODE, "until": AT[:11] + "11:59:00+00:00"}})
    )
    assert "code" not in values_given(said("order 482913, zip 53789", asked="code", identity={"code": CODE}))


@pytest.mark.parametrize(
    ("words", "intent", "more"),
    [
        ("do you deliver to 90210?", "policy_question", {"asked": "identity", "order": "HP104251"}),
        ("change the e-mail of order HP104251 to [EMAIL_1]", "update_account", {}),
        ("send HP104251 to [ADDRESS_1], zip 02108", "change_shipping_address", {}),
        ("where is my order HP104251?", "track_order", {}),
    ],
)
def test_other_words_are_no_proof(words: str, intent: str, more: dict[str, str]) -> None:
    assert not brings_a_proof(said(words, intent=intent, **more), is_wish=intent != "policy_question")


def test_a_list_of_guesses_is_one_try() -> None:
    guesses = " ".join(str(n) for n in range(10000, 10200))
    given = values_given(said(f"HP104251 {guesses}", asked="identity"))
    assert given["order_id"] == "HP104251"
    assert isinstance(given["postcode"], str)
    assert len(given["postcode"]) == 5


def test_what_proved_is_read_as_nothing_else() -> None:
    left = without_used(find_entities("53789 and [EMAIL_1] for 104251, code 482913"), "HP104251")
    assert left["order_ids"] == ["HP104251"]
    assert not any(left[kind] for kind in ("numbers", "postcodes", "loose_postcodes", "emails", "codes"))


@pytest.mark.parametrize(
    ("typed", "held"),
    [("53789", "53789-1234"), ("53789-1234", "53789"), ("ls54wa", "LS5 4WA"), ("1010", "LV-1010"), ("110 00", "11000")],
)
def test_postcodes_are_compared_as_people_write_them(typed: str, held: str) -> None:
    assert plain_postcode(typed) == plain_postcode(held)
