"""Who asks what answers here is told it, and who asks for a person, or for goods, is not taken for that."""

import pytest

from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.people.asks_for_person import asks_for_person


@pytest.mark.parametrize(
    "text",
    [
        "Who am I talking to",
        "hi, am I talking to a robot?",
        "is this a real person",
        "are you a real person or a bot?",
        "r u real",
        "bist du ein Mensch",
        "sind Sie ein echter Mensch?",
        "mit wem spreche ich hier?",
        "spreche ich mit einem Menschen?",
        "êtes-vous un humain ?",
    ],
)
def test_the_question_what_answers_is_read(text: str) -> None:
    assert asks_what_we_are(text)
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "is this a bot or can I get a human",
        "is this a coffee machine",
        "is it made for people",
        "are you the manager",
        "who is my parcel with",
        "is this a bath mat for one person",
    ],
)
def test_other_questions_are_not(text: str) -> None:
    assert not asks_what_we_are(text)
