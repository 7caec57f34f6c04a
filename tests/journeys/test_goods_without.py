"""Goods are looked for that shall be without something: nothing that is it is offered, and what is not known is not promised."""

import pytest

from tests.service import Served, says_any, text_of


def ask(demo: Served, words: str, region: str = "GB") -> dict:
    return demo.talk(consent=True, region=region).say(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm allergic to feathers, which of your pillows are ok for me?",
        "I can't have feathers. do you sell any pillows without?",
        "do you have any pillows that aren't feather?",
        "have you got a non-feather pillow",
        "is there a feather-free pillow?",
        "that's a FEATHER pillow. Is there anything without feathers?",
        "Habt ihr Kissen ohne Federn?",
        "Ich bin allergisch gegen Federn, welches Kissen kann ich nehmen?",
        "federfreie kissen?",
    ],
)
def test_who_cannot_bear_feathers_is_offered_none(demo: Served, words: str) -> None:
    answer = ask(demo, words, "DE" if "issen" in words else "GB")
    said = text_of(answer)
    assert "in stock" not in said
    assert "vorrätig" not in said
    assert "NOMITE" in said  # the article on allergies
    assert says_any(answer, "colleague", "Team", "person")
    assert answer["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    "words",
    [
        "any throws that are not wool",
        "forget it. are your throws wool? I react to wool too",
        "Gibt es eine Decke, die nicht aus Wolle ist?",
        "Wolle vertrage ich nicht, welche Decke?",
    ],
)
def test_a_wool_throw_is_nothing_without_wool(demo: Served, words: str) -> None:
    answer = ask(demo, words, "DE" if "Wolle" in words else "GB")
    assert "throws and the top of the picnic blanket" in text_of(answer)
    assert says_any(answer, "Wool Throw isn't", "Wool Throw ist nicht")


@pytest.mark.parametrize("words", ["do you sell leather-free slippers", "is the cutting board free of plastic"])
def test_what_goods_are_made_of_is_not_promised(demo: Served, words: str) -> None:
    assert says_any(ask(demo, words), "can't promise")


def test_of_colours_the_others_are_told(demo: Served) -> None:
    said = text_of(ask(demo, "do you have the desk lamp in anything but black?"))
    assert "brass" in said
    assert "black" not in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("do you have a feather pillow", "is in stock"),
        ("can i order without an account?", "as a guest"),
        ("is there no wool throw in my parcel?", ""),
        ("I don't want the wool throw, can I cancel it?", ""),
        ("can I return it without the box?", ""),
    ],
)
def test_other_questions_are_answered_as_before(demo: Served, words: str, says: str) -> None:
    said = text_of(ask(demo, words))
    assert says in said
    assert "without it" not in said
