"""What a retrained model learns from: accepted utterances with their provenance, and no text that is measured on."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest

from domain.retraining import AcceptedUtterance
from models.intents.intent_model import IntentModel
from models.intents.training.examples import Row
from models.intents.training.retrain import MeasuredTextLearned, OwnData, Retrained, own_data, refuse_measured, retrain
from models.intents.training.train import learn_rows

GOODS = ["pan", "kettle", "mug", "board", "knife", "lamp", "jar", "oven", "fork", "bowl"]
ROWS = [
    Row(text.format(good), label)
    for label, text in (
        ("track_order", "where is my {}"),
        ("cancel_order", "cancel the {} please"),
        ("out_of_scope", "sing of a {}"),
    )
    for good in GOODS
]
NEW = [
    "stop the parcel",
    "halt the parcel",
    "do not send the parcel",
    "hold the parcel",
    "no parcel for me",
    "parcel, no thanks",
]


def _embed(texts: Sequence[str]) -> np.ndarray:
    """Sums of a vector a word: near where words are shared."""
    rows = [np.sum([_word(word) for word in text.lower().split()], axis=0) for text in texts]
    return np.array([row / np.linalg.norm(row) for row in rows], np.float32)


def _word(word: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
    return np.random.default_rng(seed).normal(size=48)


def _said(text: str, intent: str = "cancel_order", turn: str = "") -> AcceptedUtterance:
    at = datetime(2026, 5, 1, tzinfo=UTC)
    return AcceptedUtterance(
        text=text,
        intent=intent,
        turn_id=turn or f"turn of {text}",
        conversation_id="c1",
        remedy_id="r1",
        accepted_by="Ada",
        said_at=at,
        accepted_at=at,
    )


@pytest.fixture(scope="module")
def own() -> OwnData:
    return own_data("intents", ROWS)


@pytest.fixture(scope="module")
def before(own: OwnData) -> IntentModel:
    return learn_rows(list(own.learn), _embed, like=IntentModel.load().card)


def _again(before: IntentModel, own: OwnData, accepted: list[AcceptedUtterance], **changed: object) -> Retrained:
    kept_out, recent = changed.get("kept_out", ()), changed.get("recent", ())
    return retrain(before, own, accepted, [], kept_out, recent, _embed)  # type: ignore[arg-type]  # a test's own words


def test_a_fifth_of_each_label_is_frozen_and_never_learned(own: OwnData) -> None:
    assert (len(own.learn), len(own.frozen)) == (24, 6)
    assert not {row.text for row in own.learn} & {row.text for row in own.frozen}


def test_accepted_words_are_learned_and_counted(before: IntentModel, own: OwnData) -> None:
    done = _again(before, own, [_said(text) for text in NEW])
    assert (done.learned.accepted, done.learned.own, done.learned.by_intent) == (6, 24, {"cancel_order": 6})
    assert [turn for turn, _ in done.turns] == [f"turn of {text}" for text in NEW]
    assert done.model.predict("halt that parcel", _embed(["halt that parcel"])[0]).intent == "cancel_order"
    assert done.model.card["data_sha256"] == done.learned.data_sha256


def test_what_is_in_a_suite_frozen_unknown_or_repeated_is_left_out(before: IntentModel, own: OwnData) -> None:
    accepted = [
        *map(_said, NEW),
        _said("STOP  the parcel now"),
        _said(own.frozen[0].text, own.frozen[0].label),
        _said("make tea", "make_tea"),
        _said(NEW[0], turn="another turn"),
    ]
    done = _again(before, own, accepted, kept_out={"stop the parcel now", own.learn[0].text})
    assert done.learned.left_out == {
        "in_a_suite": 1,
        "measured_on": 1,
        "own_in_a_suite": 1,
        "repeated": 1,
        "unknown_intent": 1,
    }
    assert done.learned.accepted == len(NEW)


def test_a_fifth_of_the_last_quarter_is_measured_on_and_not_learned(before: IntentModel, own: OwnData) -> None:
    accepted = [_said(text) for text in NEW]
    done = _again(before, own, accepted, recent={one.turn_id for one in accepted})
    assert (done.learned.kept_for_sample, done.learned.accepted) == (1, 5)
    assert [(m.texts, m.after.n) for m in done.measured] == [("frozen", 6), ("sample", 1)]


def test_a_text_that_is_measured_on_stops_the_training() -> None:
    with pytest.raises(MeasuredTextLearned):
        refuse_measured([Row("Hello  THERE", "greeting")], {"hello there"}, [])
    with pytest.raises(MeasuredTextLearned):
        refuse_measured([Row("a", "x")], (), [Row("A", "y")])
    refuse_measured([Row("b", "x")], {"a"}, [])


def test_own_rows_with_the_words_of_the_sample_are_not_learned(before: IntentModel, own: OwnData) -> None:
    same = [_said(row.text, "track_order") for row in own.learn if row.label == "cancel_order"]
    done = _again(before, own, same, recent={one.turn_id for one in same})
    assert done.learned.kept_for_sample == 1
    assert done.learned.left_out["own_measured_on"] == 1
