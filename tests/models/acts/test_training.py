"""The reader's data: enough, readable, the same for the same seed; and what is kept apart is learned from by nobody."""

from pathlib import Path

import pytest

from domain.intents import ACT_INTENTS
from models.acts.scoring import parts_right
from models.acts.training.encoder_examples import label_of
from models.acts.training.examples import KEPT_APART, act_of, all_examples, read_examples
from models.acts.training.generate import generated_rows


def test_there_are_enough_and_every_kind() -> None:
    rows, written = generated_rows(), all_examples()
    assert len(rows) + len(written) > 6000
    assert len(written) > 600
    kinds = {act.act for example in written for act in example.acts}
    assert kinds == {"wish", "report", "question", "value", "yes", "no", "correction", "talk", "urgent"}
    named = {act.intent for example in written for act in example.acts} - {None}
    assert named <= set(ACT_INTENTS)


def test_the_same_seed_gives_the_same_rows() -> None:
    assert generated_rows(20) == generated_rows(20)
    assert len({row.text for row in generated_rows()}) == len(generated_rows())


def test_what_is_kept_apart_stands_nowhere_else() -> None:
    kept = {example.text for example in read_examples(KEPT_APART)}
    others = {example.text for example in all_examples() if not example.kept_apart}
    made = {row.text for row in generated_rows()}
    said_by_everybody = {"ok", "hello", "yes", "2", "goodbye"}
    assert kept & (others | made) <= said_by_everybody
    assert all(example.kept_apart for example in read_examples(KEPT_APART))


def test_notation() -> None:
    act = act_of("!wish:return_items @HP104233 =tea towels *2 =>blue")
    assert (act.intent, act.negated, act.orders[0].number) == ("return_items", True, "HP104233")
    assert [(ref.text, ref.quantity, ref.wanted) for ref in act.goods] == [("tea towels", 2, False), ("blue", None, True)]
    with pytest.raises(ValueError, match="no act"):
        act_of("so: what")


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "messages.txt"
    file.write_text("[wish:track_order]\nwhere is it\nwhere => nonsense:of what\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"messages\.txt, line 3"):
        read_examples(file)


def test_every_act_has_a_label() -> None:
    assert label_of(act_of("report.charged_twice")) == "report_problem.charged_twice"
    assert label_of(act_of("!wish:cancel_order")) == "cancel_order"
    assert label_of(act_of("urgent.fraud")) == "urgent.fraud"
    assert label_of(act_of("value.damaged")) == "value"


def test_a_wrong_order_is_no_right_reading() -> None:
    right = [act_of("wish:cancel_order @HP104233")]
    assert parts_right([act_of("wish:cancel_order @hp-104233")], right)["all"]
    assert not parts_right([act_of("wish:cancel_order @HP104234")], right)["all"]
    assert not parts_right([act_of("!wish:cancel_order @HP104233")], right)["all"]
