"""Figures out of columns are those of one conversation after another, whatever was put in, changed and taken out, in whatever order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from insights.behind_a_number import behind, counting
from insights.conversation_summary import Handled, Summary
from insights.kpi_index import BlockUnreadable, packed, unpacked
from insights.kpi_table import GROUPS, KpiTable
from insights.kpis import grouped_kpis, kpis
from tests.insights.plain_figures import plain_kpis, returned

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

SEEDS = range(40)


def summaries(random: Random, most: int = 30) -> list[Summary]:
    """Anything that the types allow."""
    return [_summary(random, f"{n:03}") for n in range(random.randint(0, most))]


def _summary(random: Random, own: str) -> Summary:
    def seconds() -> float:
        return random.random() * 1e5

    def at() -> datetime:
        return NOW - timedelta(seconds=random.choice([random.randint(0, 7200), random.randint(0, 900_000)]))

    def some() -> tuple[float, ...]:
        return tuple(seconds() for _ in range(random.randint(0, 2)))

    def perhaps(value: Any) -> Any:  # Any: whatever a summary's field holds
        return value if random.random() < 0.6 else None

    return Summary(
        id=own,
        customer_id=random.choice([None, "K1", "K2", "K3"]),
        created_at=at(),
        ended_at=at(),
        status=random.choice(["open", "closed"]),
        closed_by=random.choice([None, "agent", "customer"]),
        groups={by: random.choice([None, "a", "b"]) for by in GROUPS},
        intents=frozenset(random.choices(["track_order", "cancel_order"], k=random.randint(0, 2))),
        last_customer_at=perhaps(at()),
        handoff_reason=random.choice([None, None, "policy", "repeated_failure"]),
        handoff_at=perhaps(at()),
        is_confirmed=random.random() < 0.3,
        failed_last=random.random() < 0.5,
        answered_last=random.random() < 0.6,
        was_answered=random.random() < 0.6,
        repeated_itself=random.random() < 0.3,
        handled=perhaps(Handled(seconds(), seconds() / 4, seconds() / 4)),
        waits=some(),
        first_response_ms=perhaps(seconds()),
        csat=perhaps(random.randint(1, 5)),
        turns=random.randint(4, 9),
        failed_turns=random.randint(0, 4),
        flags=random.randint(0, 2),
        dismissed_flags=random.randint(0, 2),
        fixed_after=some(),
        tokens=random.randint(0, 900),
        cost=perhaps(seconds()),
        is_erased=random.random() < 0.1,
    )


def assert_same(table: KpiTable, some: Sequence[Summary]) -> None:
    back = returned(some)
    assert kpis(table, NOW) == plain_kpis(some, NOW, back)
    for by in GROUPS:
        for group in grouped_kpis(table, by, NOW):
            mine = [s for s in some if s.groups[by] == group.group[by]]
            assert group.model_dump(exclude={"group"}) == plain_kpis(mine, NOW, back).model_dump()


@pytest.mark.parametrize("seed", SEEDS)
def test_figures_are_those_of_one_conversation_after_another_whatever_changed_and_went(seed: int) -> None:
    random = Random(seed)
    some, later = summaries(random), summaries(random)
    table = KpiTable.of(some)
    assert_same(table, some)
    table = table.with_rows(range(len(later)), later)
    now = later + some[len(later) :]
    assert_same(table, now)
    gone = random.sample(range(len(now)), len(now) // 2)
    assert_same(table.without(gone), [one for n, one in enumerate(now) if n not in gone])


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_that_were_kept_in_blocks_are_the_same_summaries(seed: int) -> None:
    some = summaries(Random(seed))
    table, anew = KpiTable.of(some), KpiTable()
    blocks = [packed(part) for _, part in table.parted("day")]
    joined = anew.joined([unpacked(block, anew) for block in blocks])
    assert sorted(joined.summaries, key=lambda one: one.id) == some
    assert joined.came_back == table.came_back
    assert_same(joined, joined.summaries)


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b[: len(b) // 2], lambda b: b[:200] + b"x" * 40 + b[240:]])
def test_what_holds_no_rows_is_told_and_not_counted(damage: Callable[[bytes], bytes]) -> None:
    block = packed(KpiTable.of(summaries(Random(3))))
    with pytest.raises(BlockUnreadable):
        unpacked(damage(block), KpiTable())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_number_counts_the_conversations_that_it_leads_to(seed: int) -> None:
    some = [replace(one, is_erased=False) for one in summaries(Random(seed))]
    table, back = KpiTable.of(some), returned(some)
    whole = plain_kpis(some, NOW, back)
    for measure, n in (
        ("conversations", whole.conversations),
        ("resolved_by_ai.assumed", whole.resolved_by_ai.assumed),
        ("gave_up_rate", whole.gave_up_rate.count),
        ("containment_rate", whole.containment_rate.count),
        ("still_open", whole.still_open),
        ("reopened_rate", whole.reopened_rate.count),
        ("first_contact_resolution_rate", whole.first_contact_resolution_rate.count),
        ("csat.share_satisfied", whole.csat.share_satisfied.count),
        ("cost_per_conversation", whole.cost_per_conversation.conversations),
        ("handoff_reasons.policy", whole.handoff_reasons.get("policy", 0)),
    ):
        found = counting(measure)
        assert found is not None
        assert len(behind(table, found, NOW, None, 50)) == n, measure
    for one, came_back in behind(table, lambda c: ~c.unknown, NOW, None, 50):
        assert one.result(NOW, came_back) != "unknown"
        assert came_back is (one.id in back)
