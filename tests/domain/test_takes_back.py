"""Words that take back a request which a person is to decide, and words that only come beside it."""

import pytest

from domain.language.quotes.refusal import takes_back


@pytest.mark.parametrize(
    "words",
    [
        "I changed my mind, don't do it",
        "let's leave it, I no longer want this",
        "forget it",
        "cancel that",
        "cancel my refund please",
        "no thanks I don't want the refund anymore",
        "please stop the refund",
        "nevermind",
        "I'll keep it after all",
        "I don't need a refund any more, it works",
        "please withdraw my request",
        "take it back",
        "please don't refund it",
        "lass es, ich will sie doch behalten",
        "ich habe es mir anders überlegt",
        "ach, brich das ab",
        "vergessen Sie es",
        "j'ai changé d'avis",
    ],
)
def test_what_takes_a_refund_back(words: str) -> None:
    assert takes_back(words, "refund_order")


@pytest.mark.parametrize(
    "words",
    [
        "please don't cancel it",
        "please don't cancel the refund",
        "don't worry, I can wait",
        "wait, how long does it take?",
        "stop ignoring me",
        "no, the jacket was navy",
        "don't forget the dish",
        "it's not fair",
        "I have not changed my mind",
        "what if I change my mind?",
        "can I keep it?",
        "I don't want it in my house",
        "leave it at the door next time",
        "no, the refund please",
        "I want my money back",
        "I never got an answer",
        "why not today",
        "nicht so schnell wie gedacht, oder?",
        "ich will das Geld zurück",
    ],
)
def test_what_comes_beside_it(words: str) -> None:
    assert not takes_back(words, "refund_order")


def test_what_is_asked_for_is_not_taken_back_by_saying_it_again() -> None:
    assert not takes_back("please cancel it", "cancel_order")
    assert takes_back("please don't cancel it", "cancel_order")
    assert not takes_back("delete it already", "delete_account")
