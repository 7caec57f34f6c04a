"""What a fix changes in an answer, from the texts before and after."""

import re

from hypothesis import given
from hypothesis import strategies as st

from insights.correction import correction

BEFORE = "The tether warranty lasts 7000 days. It costs 20 dollars. Write to the workshop within two weeks."


def holds(answer: str, before: str, after: str, agent: str | None, new_answer: str) -> bool:
    """Whether a later answer passes what the fix demands."""
    change = correction(answer, before, after, agent)
    said = all(re.search(p, new_answer, re.IGNORECASE) for p in change.says)
    return said and not any(re.search(p, new_answer, re.IGNORECASE) for p in change.not_says)


def test_the_new_figure_must_be_said_and_the_old_one_must_not() -> None:
    after = BEFORE.replace("7000", "8888")
    assert holds("It lasts 7000 days.", BEFORE, after, None, "The warranty lasts 8,888 days.")
    assert not holds("It lasts 7000 days.", BEFORE, after, None, "The warranty lasts 7,000 days.")
    assert not holds("It lasts 7000 days.", BEFORE, after, None, "The warranty is long.")


def test_what_changed_elsewhere_in_the_article_is_not_asked_of_this_answer() -> None:
    after = BEFORE.replace("7000", "8888").replace("20 dollars", "25 dollars")
    assert holds("It costs 20 dollars.", BEFORE, after, None, "It costs 25 dollars.")
    assert not correction("Write to the workshop.", BEFORE, after).says


def test_the_agents_figure_counts_where_the_article_was_written_anew() -> None:
    after = "Tethers are covered for 8888 days, cost 25 dollars, and 3 workshops repair them within 60 days."
    assert (
        correction("It lasts 7000 days.", BEFORE, after, "it is 8888 days now").says
        == correction("", "", after, "8888 days").says
    )
    assert holds("It lasts 7000 days.", BEFORE, after, "8888 days", "They are covered for 8888 days.")


def test_a_sentence_that_was_taken_out_must_not_be_said() -> None:
    before = "Lamps are sent by post. You may burn them in the garden on a dry evening."
    answer = "You may burn them in the garden on a dry evening."
    after = "Lamps are sent by post. Bring them to a collection point."
    assert not holds(answer, before, after, None, answer)
    assert holds(answer, before, after, None, "Bring them to a collection point.")


def test_figures_of_another_article_are_left_alone() -> None:
    assert not correction("It lasts 7000 days. Delivery takes 4 days.", BEFORE, BEFORE.replace("7000", "8888")).not_says[1:]


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_texts_give_patterns_that_compile_and_that_the_new_article_passes(answer: str, before: str, after: str) -> None:
    change = correction(answer, before, after, answer)
    assert all(re.search(p, after, re.IGNORECASE) for p in change.says)
    assert not any(re.search(p, after, re.IGNORECASE) for p in change.not_says)
