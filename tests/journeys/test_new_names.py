"""A new name for the account: only where one is told, whole, and in part to be seen before the yes."""

import pytest

from tests.service import ADMIN, Served, text_of

WHO = "C0163"


def name_of(demo: Served) -> str:
    return str(demo.ok("GET", f"/v1/backoffice/customers/{WHO}", None, ADMIN)["name"])


@pytest.mark.parametrize(
    "words",
    [
        "my last name is Wendt now, please change it",
        "bitte meinen Nachnamen in Wendt ändern",
        "my surname is misspelt, it should be Wendt",
    ],
)
def test_a_last_name_leaves_the_first_one(demo: Served, words: str) -> None:
    before = name_of(demo)
    talk = demo.signed_in(WHO, region="US")
    quoted = talk.say(words)
    assert quoted["turn"]["outcome"] == "asked_for_confirmation"
    assert f"({before[0]}. W.)" in text_of(quoted), "its owner sees what will stand there"
    talk.do("confirm")
    assert name_of(demo) == f"{before.split()[0]} Wendt"
    talk.do("update_account", name=before)
    talk.do("confirm")
    assert name_of(demo) == before


def test_one_word_that_may_be_either_is_asked_about(demo: Served) -> None:
    talk = demo.signed_in(WHO, region="US")
    assert "first and last" in text_of(talk.say("change my name to Wendt please"))
    assert talk.say("Paula Wendt")["turn"]["outcome"] == "asked_for_confirmation"


@pytest.mark.parametrize(
    "words",
    ["na egal, ja zurück damit", "Elif heiße ich ja immer noch, steht da jetzt Elif Wendt?", "does it say Paula Wendt now?"],
)
def test_what_names_no_new_name_changes_none(demo: Served, words: str) -> None:
    talk = demo.signed_in(WHO, region="US")
    assert talk.say(words)["turn"]["outcome"] != "asked_for_confirmation"
    assert talk.state()["pending_action"] is None


def test_an_address_of_mail_is_seen_in_part_before_the_yes(demo: Served) -> None:
    talk = demo.signed_in(WHO, region="US")
    assert "(p***@example.org)" in text_of(talk.say("change my email to paula.wendt@example.org"))
    assert "(…34)" in text_of(talk.say("change my phone number to +1 415 555 0134"))
    assert "paula.wendt" not in str(talk.transcript())
