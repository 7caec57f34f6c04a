"""In which order the goods of an exchange or return go, and how the label comes: answered from the documents, and nothing is begun anew.

One file: the conversations share a service."""

from collections.abc import Iterator

import pytest

from tests.service import Served, Talk, text_of

SCANNED = "when the carrier has scanned your return parcel"
ASKS = "Shall I go ahead?"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("shop") / "data") as served:
        yield served


@pytest.fixture(scope="module")
def exchanging(shop: Served) -> Talk:
    """Whose black lamp is quoted to be exchanged. No question to the quote takes it away."""
    talk = shop.signed_in("C0110", region="GB")
    reply = talk.say("would it be possible to swop my desk lamp for the brass one, mine's black")
    assert ASKS in text_of(reply), text_of(reply)
    return talk


@pytest.mark.parametrize(
    "words",
    [
        "well do i send mine first or not",
        "do you send the new one first or do i send mine back first?",
        "so I post mine and then you ship the new one?",
        "do i keep the black till the new one's here, else i'm sat in the dark",
        "when do i get the new one, only after you have mine?",
    ],
)
def test_asked_of_an_exchange_that_waits(exchanging: Talk, words: str) -> None:
    reply = exchanging.say(words)
    assert SCANNED in text_of(reply), text_of(reply)
    assert ASKS in text_of(reply), text_of(reply)
    assert not reply["turn"]["tool_calls"]


def test_asked_once_it_is_done(shop: Served) -> None:
    talk = shop.signed_in("C0110", region="GB")
    talk.say("would it be possible to swop my desk lamp for the steel one, mine's black")
    assert "registered" in text_of(talk.say("yes"))
    for words in (
        "cheers, so post it back by the 14th and new one comes after?",
        "send back first, then new one ships?",
    ):
        reply = talk.say(words)
        assert SCANNED in text_of(reply), text_of(reply)
        assert not reply["turn"]["tool_calls"], words


def test_the_label_of_a_return_that_waits(shop: Served) -> None:
    talk = shop.signed_in("C0071", region="US")
    assert ASKS in text_of(talk.say("I want to return the kettle from HP113249, no longer needed"))
    asked = talk.say("yes. is the label free and how do I get it, no printer")
    assert all(said in text_of(asked) for said in ("labels are free", "QR code", ASKS)), text_of(asked)
    for words, told in (
        ("I have no printer", "QR code"),
        ("how do I get the label?", "by e-mail"),
        ("no printer here", "QR code"),
    ):
        reply = talk.say(words)
        assert all(said in text_of(reply) for said in (told, ASKS)), text_of(reply)
    assert ASKS in text_of(talk.say("i said YES send it back"))
    assert "registered" in text_of(talk.say("yes"))


@pytest.mark.parametrize("words", ["no, leave it", "I have no printer, leave it", "no I'd rather keep the kettle"])
def test_a_no_is_still_one(shop: Served, words: str) -> None:
    talk = shop.signed_in("C0071", region="US")
    talk.say("I want to return the folding chair from HP113135, no longer needed")
    assert ASKS not in text_of(talk.say(words))
    assert talk.say("yes")["turn"]["outcome"] != "action_done"
