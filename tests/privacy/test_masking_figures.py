"""Recall by kind and false alarms, with floors: what `python -m evals.privacy` prints must not get worse."""

import functools
from collections.abc import Iterable

import pytest

from domain.personal_data import PersonalData
from evals.privacy.__main__ import the_masker
from evals.privacy.generated.messages import generated
from evals.privacy.measure import TARGETS, Figures, MarkedText, clean_texts, hard_texts, late_texts, measure, shortfalls
from privacy.masking import TextMasker
from tests.privacy.marked_lines import clean_lines, older_lines, personal_lines


@pytest.fixture(scope="module")
def shops() -> TextMasker:
    """With the demo's goods, which are nobody's names."""
    return the_masker()


@functools.cache
def _found(masker: TextMasker, text: str, region: str | None) -> list[PersonalData]:
    """Texts are in several of the sets."""
    return masker.find(text, region)


def _measured(masker: TextMasker, texts: Iterable[MarkedText]) -> Figures:
    figures = measure(lambda text, region: _found(masker, text, region), texts)
    assert figures.marked.total() >= 100 or not figures.clean_texts
    return figures


def test_every_kind_reaches_its_target_on_texts_written_by_hand(shops: TextMasker) -> None:
    figures = _measured(shops, [*hard_texts(), *clean_texts()])
    assert shortfalls(figures) == [], [*figures.missed, *figures.false_alarms]
    assert set(figures.marked) == set(TARGETS)
    assert figures.misread.total() <= 0.02 * figures.marked.total(), "kinds are told apart"


def test_and_on_those_that_nobody_looks_at(shops: TextMasker) -> None:
    assert shortfalls(_measured(shops, (one for one in [*hard_texts(), *clean_texts()] if one.is_held_out))) == []


def test_and_on_those_written_when_the_rules_were_finished(shops: TextMasker) -> None:
    figures = _measured(shops, late_texts())
    assert shortfalls(figures) == [], [*figures.missed, *figures.false_alarms]


def test_and_on_generated_messages(shops: TextMasker) -> None:
    figures = _measured(shops, generated(400, seed=3))
    assert figures.found.total() / figures.marked.total() >= 0.97
    assert shortfalls(figures) == [], [*figures.missed, *figures.false_alarms]


def test_and_on_the_first_lines(masker: TextMasker) -> None:
    figures = _measured(masker, [*personal_lines(), *clean_lines(), *older_lines()])
    assert figures.found.total() / figures.marked.total() >= 0.98, figures.missed
    assert len(figures.false_alarms) <= 2, figures.false_alarms


def test_a_miss_and_a_false_alarm_are_counted() -> None:
    """The measure can fail."""
    figures = measure(
        lambda _text, _region: [], [MarkedText("call 555", "US", [("phone", 5, 8)]), MarkedText("hello", None)]
    )
    assert figures.recall("phone") == 0
    assert shortfalls(figures) == ["phone: 0.000 < 0.93"]


def test_there_is_enough_to_measure_on() -> None:
    assert sum(len(one.spans) for one in hard_texts()) >= 400
    assert len({one.text for one in clean_texts()}) >= 200
    assert len({one.text for one in generated(2_000, seed=1)}) >= 1_500
