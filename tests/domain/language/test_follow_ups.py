import pytest

from domain.language.questions.follow_ups import is_fragment, with_topic
from domain.language.questions.question_form import question_parts


@pytest.mark.parametrize(
    ("topic", "question", "whole"),
    [
        ("How long does delivery take?", "and for Germany?", "How long does delivery take? and for Germany?"),
        ("How long does delivery take?", "what about express?", "How long does delivery take? what about express?"),
        ("How do I return an item?", "how long does that take?", "return item how long does that take?"),
        ("How long does delivery take?", "what does it cost?", "delivery what does it cost?"),
        ("How do I clean a skillet?", "and do you sell coffee?", None),
        ("How do I clean a skillet?", "How long is the warranty?", None),
        (None, "and for Germany?", None),
    ],
)
def test_a_follow_up_is_made_whole_by_its_topic(topic: str | None, question: str, whole: str | None) -> None:
    assert with_topic(question, topic) == whole


def test_a_long_message_stands_for_itself() -> None:
    assert (
        with_topic("My lamp came in two pieces, so I would like to know how it can be mended", "Where is my order?") is None
    )
    assert not is_fragment("and do you sell coffee?")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "How long does delivery take and how much does it cost?",
            ["How long does delivery take", "how much does it cost?"],
        ),
        ("Do gift cards expire? Can I return them?", ["Do gift cards expire", "Can I return them?"]),
        ("How do I clean and oil a cutting board?", ["How do I clean and oil a cutting board?"]),
        ("Hi? Can I return a pan?", ["Hi? Can I return a pan?"]),
        ("What is a? What is b? What is c? What is d?", ["What is a? What is b? What is c? What is d?"]),
    ],
)
def test_two_questions_in_one_message_are_taken_apart(text: str, parts: list[str]) -> None:
    assert question_parts(text) == parts
