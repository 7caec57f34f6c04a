"""Key figures: exactly one result a conversation, intervals as scipy has them, and figures read from a real service."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from insights.kpis import grouped_kpis, kpis, result_of, wilson
from records.kpi_facts import ConversationFacts, HandoffFact, TurnFact
from tests.service import ADMIN, Served

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def turn(outcome: str, intent: str = "policy_question", minute: int = 1) -> TurnFact:
    at = NOW - timedelta(hours=2) + timedelta(minutes=minute)
    return TurnFact("text", at, at, intent, outcome, None, "support-v1", 20)


def facts(*turns: TurnFact, status: str = "closed", **more: Any) -> ConversationFacts:
    last = turns[-1].at if turns else NOW
    return ConversationFacts(
        "c",
        None,
        "web",
        "US",
        "support-v1",
        status,
        NOW - timedelta(hours=2),
        None,
        list(turns),
        last_customer_at=last,
        **more,
    )


HELD = [HandoffFact("customer_request", NOW, None, None, None)]


@pytest.mark.parametrize(
    ("conversation", "result"),
    [
        (facts(turn("answered")), "assumed"),
        (facts(turn("answered"), status="open"), "unknown"),
        (facts(turn("answered"), turn("answered", "thanks", 2), status="open"), "confirmed"),
        (facts(turn("answered"), csat=(5, NOW)), "confirmed"),
        (facts(turn("answered"), csat=(2, NOW)), "assumed"),
        (facts(turn("answered"), turn("no_answer_found", minute=2)), "gave_up"),
        (facts(turn("no_answer_found"), turn("answered", minute=2)), "assumed"),
        (facts(turn("not_understood"), status="open"), "gave_up"),
        (facts(turn("answered", "greeting")), "unknown"),
        (facts(turn("answered"), turn("handed_off", "human_agent", 2), handoffs=HELD), "handed_off"),
        (facts(turn("answered"), turn("answered", "thanks", 2), handoffs=HELD), "handed_off"),
    ],
)
def test_every_conversation_has_one_result(conversation: ConversationFacts, result: str) -> None:
    assert result_of(conversation, NOW) == result


@given(st.integers(0, 400), st.integers(1, 400))
def test_the_interval_is_scipys(count: int, n: int) -> None:
    count = min(count, n)
    ours = wilson(count, n)
    theirs = binomtest(count, n).proportion_ci(method="wilson")
    assert (ours["low"], ours["high"]) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


turns = st.lists(
    st.builds(
        turn,
        st.sampled_from(["answered", "action_done", "not_understood", "handed_off"]),
        st.sampled_from(["thanks", "track_order"]),
    ),
    min_size=1,
    max_size=5,
)
conversations = st.lists(
    st.builds(lambda t, s: facts(*t, status=s), turns, st.sampled_from(["open", "closed"])), max_size=20
)


@given(conversations)
def test_results_add_up_to_all_conversations_in_every_grouping(some: list[ConversationFacts]) -> None:
    whole = kpis(some, NOW)
    resolved = sum(whole["resolved_by_ai"].values())
    assert resolved + whole["handed_off"] + whole["gave_up"] + whole["unknown"] == whole["conversations"] == len(some)
    for by in ("day", "graph_version", "region", "channel", "intent", "variant"):
        assert sum(g["conversations"] for g in grouped_kpis(some, by, NOW)) == len(some)


def test_the_figures_of_a_service_count_what_happened(demo: Served) -> None:
    before = demo.call("GET", "/v1/kpis", key=ADMIN).json()["items"][0]
    happy = demo.talk(consent=True, region="US")
    happy.say("How long does delivery take?")
    happy.say("Thanks, that helped!")
    demo.call("POST", f"/v1/conversations/{happy.id}/csat", {"score": 5}, happy.token)
    demo.talk(consent=True, region="US").say("I want to talk to a person")
    demo.talk(consent=True, region="US")
    after = demo.call("GET", "/v1/kpis", key=ADMIN).json()["items"][0]
    assert after["conversations"] == before["conversations"] + 2
    assert after["resolved_by_ai"]["confirmed"] == before["resolved_by_ai"]["confirmed"] + 1
    assert after["handed_off"] == before["handed_off"] + 1
    assert after["csat"]["responses"] == before["csat"]["responses"] + 1
    bad = demo.call("GET", "/v1/kpis?from=yesterday", key=ADMIN)
    assert (bad.status_code, bad.json()["code"]) == (400, "validation_failed")
