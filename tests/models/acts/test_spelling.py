"""Misspelt words are put right towards what the rules know, and nothing else is touched."""

import pytest

from domain.acts import ReadingContext
from models.acts.embedded_reader import EmbeddedReader
from models.acts.spelling import corrected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i recieved the rong curtains", "i received the wrong curtains"),
        ("cansel my ordr", "cancel my order"),
        ("it dosn't work", "it doesnt work"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert corrected(typed).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "the charger, the cracker, the skillet and the lantern",  # words, one letter from others
        "Ich habe eine kaputte Vase bekommen",
        "write to [EMAIL_1] about HP104233",
    ],
)
def test_what_is_a_word_stays(typed: str) -> None:
    assert corrected(typed).text == typed


def test_goods_are_never_misspelt() -> None:
    assert corrected("the refnd mug").text == "the refund mug"
    assert corrected("the refnd mug", ["Refnd mug"]).text == "the refnd mug"


async def test_acts_keep_the_words_as_typed() -> None:
    reader = EmbeddedReader.shipped()
    text = "pls cansel HP104233, and were is HP104251"
    acts = (await reader.read(text, ReadingContext())).acts
    assert acts[0].intent == "cancel_order"
    assert all(act.text == text[act.start : act.end] for act in acts)
    assert "cansel HP104233" in acts[0].text
