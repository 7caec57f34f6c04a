"""When a candidate is refused: each rule at its boundary, on both sides."""

from typing import Any

import pytest

from domain.remedies import SuiteTried
from domain.retraining import IntentFigure, LearnedFrom, MeasuredOn, ModelFigures, ReadOtherwise
from insights.retraining import problems_of

LEARNED = LearnedFrom(role="intents", own=900, accepted=12, kept_for_sample=3, left_out={}, by_intent={}, data_sha256="")


def _figures(**changed: Any) -> ModelFigures:  # Any: its fields
    told: dict[str, Any] = {
        "n": 1000,
        "macro_f1": 0.9,
        "accuracy": 0.9,
        "out_of_scope_n": 500,
        "out_of_scope_recall": 0.9,
        "calibration_error": 0.02,
        "by_intent": {"cancel_order": IntentFigure(n=100, f1=0.9)},
    }
    return ModelFigures(**(told | changed))


def _problems(before: ModelFigures, after: ModelFigures, accepted: int = 12) -> list[str]:
    measured = MeasuredOn(role="intents", texts="frozen", before=before, after=after)
    return problems_of([LEARNED.model_copy(update={"accepted": accepted})], [measured], [], [])


@pytest.mark.parametrize(
    ("fine", "refused", "word"),
    [
        ({"macro_f1": 0.899}, {"macro_f1": 0.8989}, "macro-F1"),
        (
            {"by_intent": {"cancel_order": IntentFigure(n=100, f1=0.87)}},
            {"by_intent": {"cancel_order": IntentFigure(n=100, f1=0.869)}},
            "cancel_order",
        ),
        ({"out_of_scope_recall": 0.89}, {"out_of_scope_recall": 0.889}, "nobody's"),
        ({"calibration_error": 0.05}, {"calibration_error": 0.0501}, "calibration"),
    ],
)
def test_a_rule_holds_at_its_boundary(fine: dict[str, Any], refused: dict[str, Any], word: str) -> None:
    assert _problems(_figures(), _figures(**fine)) == []
    found = _problems(_figures(), _figures(**refused))
    assert len(found) == 1
    assert word in found[0]


def test_one_text_is_no_fall_where_there_are_few() -> None:
    before, after = IntentFigure(n=10, f1=0.9), IntentFigure(n=10, f1=0.8)
    assert _problems(_figures(by_intent={"a": before}), _figures(by_intent={"a": after})) == []
    worse = IntentFigure(n=10, f1=0.79)
    assert _problems(_figures(by_intent={"a": before}), _figures(by_intent={"a": worse})) != []


def test_the_calibration_error_of_few_texts_is_not_judged() -> None:
    assert _problems(_figures(n=199), _figures(n=199, calibration_error=0.3)) == []
    assert _problems(_figures(n=200), _figures(n=200, calibration_error=0.3)) != []


def test_an_intent_that_is_no_longer_read_is_a_fall() -> None:
    assert "cancel_order" in _problems(_figures(), _figures(by_intent={}))[0]


def test_suites_hold_it_too() -> None:
    same = MeasuredOn(role="intents", texts="frozen", before=_figures(), after=_figures())
    fine = SuiteTried(suite="core", cases=100, before=100, after=97, broken=["a", "b", "c"])
    assert problems_of([LEARNED], [same], [fine], []) == []
    assert "suite core" in problems_of([LEARNED], [same], [fine.model_copy(update={"after": 96})], [])[0]
    assert "c-17" in problems_of([LEARNED], [same], [fine], ["c-17"])[0]


def test_what_was_not_measured_or_teaches_nothing_is_not_proposed() -> None:
    assert "nothing new" in _problems(_figures(), _figures(), accepted=0)[0]
    assert "Nothing was measured" in problems_of([LEARNED], [], [], [])[0]


@pytest.mark.parametrize(("n", "of", "is_refused"), [(6, 11, True), (6, 12, False), (4, 4, False), (5, 5, True)])
def test_utterances_that_are_surely_another_intent_are_in_doubt(n: int, of: int, is_refused: bool) -> None:
    odd = ReadOtherwise(intent="send_invoice", n=n, of=of, read_as="cancel_order")
    same = MeasuredOn(role="intents", texts="frozen", before=_figures(), after=_figures())
    found = problems_of([LEARNED.model_copy(update={"read_otherwise": [odd]})], [same], [], [])
    assert bool(found) is is_refused
