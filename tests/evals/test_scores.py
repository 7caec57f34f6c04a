"""The rules agree with two readings of the kept conversations, half of which no rule was mended by."""

import pytest

from domain.scores import DIMENSIONS, Dimension
from evals.scores.readings import FLOOR, agree, by_rules, kept, read_by
from privacy.in_clear import holds_personal_data


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("apart", [True, False], ids=["kept-apart", "mended-by"])
def test_rules_and_readings_agree(dimension: Dimension, *, apart: bool) -> None:
    some = [one for one in kept() if one.apart is apart]
    ids, rules = [one.facts.id for one in some], by_rules(some, holds_personal_data())
    assert len(ids) >= 30
    for name in ("first", "second"):
        found = agree(rules, read_by(name), ids, dimension)
        assert found.kappa is not None
        assert found.kappa >= FLOOR, (name, found)


def test_each_kept_conversation_was_read_twice() -> None:
    ids = {one.facts.id for one in kept()}
    assert ids == set(read_by("first")) == set(read_by("second"))
    assert len(ids) >= 60


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("It goes to ana@example.com.", True),
        ("It was sent to h***@example.com. Your reference is F712A4EBB779.", False),
        ("Order HP104268 goes to [EMAIL_1].", False),
        ("We call you on +1 202 555 0173.", True),
    ],
)
def test_only_what_is_in_clear_is_personal_data(text: str, *, shows: bool) -> None:
    assert holds_personal_data()(text) is shows
