"""Figures are read as what they mean, and found again however they are written."""

import re

import pytest

from domain.figures import figures, said_as, said_with_unit


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("lasts 7000 days", [("duration", "day", "7000")]),
        ("within two weeks", [("duration", "day", "14")]),
        ("3 to 5 working days", [("duration", "working day", "3"), ("duration", "working day", "5")]),
        ("costs $1,200.50 in all", [("amount", "USD", "1200.5")]),
        ("49 dollars", [("amount", "USD", "49")]),
        ("€5–€10", [("amount", "EUR", "10"), ("amount", "EUR", "5")]),
        ("10 % off", [("percent", "", "10")]),
        ("until 31 December 2026", [("date", "year", "2026-12-31")]),
        ("by Jan 5", [("date", "", "01-05")]),
        ("at 9:00 or 5 pm", [("time", "", "09:00"), ("time", "", "17:00")]),
        ("up to 2 kg", [("measure", "kg", "2")]),
        ("rinse it three times", [("count", "time", "3")]),
        ("one of these, and you may ask 24 of them", []),
        ("no figure here", []),
    ],
)
def test_a_figure_has_a_kind_a_unit_and_a_value(text: str, facts: list[tuple[str, str, str]]) -> None:
    assert [f.fact for f in figures(text)] == facts


@pytest.mark.parametrize(
    ("written", "found", "not_found"),
    [
        ("8888 days", ["8,888 days", "8888 days"], ["18888 days", "8888.5 days", "888 days"]),
        ("$4.50", ["$4.50", "$ 4.5"], ["$14.50", "$4.55"]),
        ("three times", ["3 times", "three times"], ["13 times", "three spoons"]),
        ("31 December 2026", ["31 December 2026"], ["30 December 2026"]),
    ],
)
def test_a_pattern_finds_the_figure_and_no_other(written: str, found: list[str], not_found: list[str]) -> None:
    (figure,) = figures(written)
    for text in found:
        assert re.search(said_with_unit(figure), f"It is {text}.", re.IGNORECASE), text
    for text in not_found:
        assert not re.search(said_with_unit(figure), f"It is {text}.", re.IGNORECASE), text
    assert re.search(said_as(figure), f"It is {found[0]}.", re.IGNORECASE)
