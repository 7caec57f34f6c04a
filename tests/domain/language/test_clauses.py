"""One message, several clauses: what is split, and what stays together."""

import pytest

from domain.language.text.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("keep HP115919 and cancel HP116184", ["keep HP115919", "cancel HP116184"]),
        ("where is HP104251 and cancel HP104268", ["where is HP104251", "cancel HP104268"]),
        ("Track no. 104251. Cancel 104268.", ["Track no. 104251", "Cancel 104268"]),
        ("the lid is missing, the pan is scratched", ["the lid is missing", "the pan is scratched"]),
        ("I returned it but where is my refund?", ["I returned it", "where is my refund"]),
    ],
)
def test_each_clause_stands_alone(text: str, parts: list[str]) -> None:
    assert [clause.text for clause in clauses(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "return the salt and pepper mill",
        "cancel HP104268 and HP104270",
        "refund the hat and the scarf",
        "If it does not come by Friday I will cancel",
        "it cost 9.00 at no. 12",
    ],
)
def test_a_list_a_name_and_a_condition_stay_together(text: str) -> None:
    assert [clause.text for clause in clauses(text)] == [text]


def test_places_are_those_of_the_message() -> None:
    text = "  Hello!  Where is it?  "
    assert [text[clause.start : clause.end] for clause in clauses(text)] == ["Hello", "Where is it"]
    assert [clause.asks for clause in clauses(text)] == [False, True]
