"""Recall a kind and false alarms on the hand-written lines. `-k figures -s` prints the table of docs/privacy.md."""

import sys

from privacy.masking import TextMasker
from tests.privacy.marked_lines import clean_lines, held_out_lines, measure, personal_lines

_NAMES_AND_ADDRESSES = {"name", "address"}  # found by a model too: not every one


def test_figures_on_the_marked_lines(masker: TextMasker) -> None:
    figures = measure(masker, personal_lines(), clean_lines())
    table = [
        f"| {kind} | {marked} | {figures.found[kind] / marked:.3f} | {figures.misread[kind]} |"
        for kind, marked in sorted(figures.marked.items())
    ]
    alarms = f"clean lines: {figures.clean_lines}, with a false alarm: {len(figures.false_alarms)}"
    sys.stdout.write("\n".join(["", *table, alarms, *figures.missed, *figures.false_alarms, ""]))
    for kind, marked in figures.marked.items():
        assert figures.found[kind] / marked >= (0.9 if kind in _NAMES_AND_ADDRESSES else 0.99), kind
    assert len(figures.false_alarms) <= 0.01 * figures.clean_lines
    assert sum(figures.misread.values()) <= 2


def test_there_are_enough_lines_to_measure_on() -> None:
    assert sum(len(line.spans) for line in personal_lines()) >= 150
    assert len(set(clean_lines())) >= 150


def test_figures_on_lines_that_nothing_was_tuned_on(masker: TextMasker) -> None:
    lines = held_out_lines()
    figures = measure(masker, [line for line in lines if line.spans], [line.text for line in lines if not line.spans])
    found, marked = figures.found.total(), figures.marked.total()
    sys.stdout.write("\n".join(["", f"found {found} of {marked}", *figures.missed, *figures.false_alarms, ""]))
    assert found / marked >= 0.9
    assert len(figures.false_alarms) <= 2
