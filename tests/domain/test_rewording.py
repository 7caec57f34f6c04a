"""Other words for one message, in files and in replies."""

import re

import pytest

from domain.messages.files import of_texts
from domain.messages.messages import Messages
from domain.messages.rewording import reworded, told_as
from domain.messages.wordable import is_wordable, mistakes
from graphs.turns.told import told_in

FILE = "# Ours.\nparcel = Parcel { $number }.\n\n# More.\nrefund =\n    .yes = Yes\n"


@pytest.mark.parametrize(
    ("key", "words", "was", "becomes"),
    [
        ("parcel", "No. { $number }", "parcel = Parcel { $number }.", "parcel = No. { $number }"),
        ("refund.yes", "Yes, please", "    .yes = Yes", "    .yes = Yes, please"),
        ("refund.no", "No", "    .yes = Yes\n", "    .yes = Yes\n    .no = No\n"),
        ("refund.yes", None, "\n# More.\nrefund =\n    .yes = Yes\n", "\n"),
        ("hello", "Hi", "    .yes = Yes\n", "    .yes = Yes\nhello = Hi\n"),
        ("hello", None, "", ""),
    ],
)
def test_one_message_of_a_file_is_changed_and_nothing_else(key: str, words: str | None, was: str, becomes: str) -> None:
    other = {"de.ftl": "parcel = Paket.\n"}
    made = reworded({"en.ftl": FILE, **other}, "en", key, words)
    assert made == {"en.ftl": FILE.replace(was, becomes) if was else FILE, **other}


def test_a_file_begins_with_its_first_message_and_ends_with_its_last() -> None:
    made = reworded({}, "de", "parcel", "Paket")
    assert made == {"de.ftl": "parcel = Paket\n"}
    assert reworded({"de.ftl": "parcel = Paket\n"}, "de", "parcel", None) == {"de.ftl": None}
    parted = reworded({"de.orders.ftl": "parcel = Paket\n"}, "de", "hello", "Hallo")
    assert parted == {"de.orders.ftl": "parcel = Paket\nhello = Hallo\n"}


def test_words_are_found_in_a_reply_whatever_their_values_are() -> None:
    words = "You have { $n ->\n    [one] one mug\n   *[other] { $n } mugs\n}\nof { $shop }."
    found = re.compile(told_as("mugs", words))
    assert found.search("Hello. You have one mug of Harbour & Pine.")
    assert found.search("You have 12 mugs\nof Harbour & Pine.")
    assert not found.search("You have 12 jugs of Harbour & Pine.")
    assert found.search(Messages([of_texts("en.ftl", "en", {"mugs": words})]).speaking("en")("mugs", n=3, shop="Us"))


def test_what_a_reply_was_made_of_is_told_in_its_order() -> None:
    said = {"button": ["Yes"], "second": ["Twice.", "Again."], "first": ["Once."], "dropped": ["Never mind."], "empty": [""]}
    assert told_in(["Once. And", "Again."], said) == ["first", "second"]


def test_what_was_agreed_to_is_not_for_other_words() -> None:
    shipped = Messages.load()
    assert is_wordable(shipped, "parcel")
    assert not any(is_wordable(shipped, key) for key in ("quote.question", "consent-question.yes", "disclosure", "urgent"))
    own = shipped.beside([of_texts("en.ftl", "en", {"parcel": "Ours"})])
    own_term = of_texts("de.ftl", "de", {})
    assert mistakes(own, {"parcel": "By { -shop }"})[0].message == "there is no term -shop"
    assert own.words("parcel")["en"] == "Ours"
    assert own_term.texts == {}
