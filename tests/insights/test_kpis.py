"""Key figures: exactly one result a conversation, intervals as scipy has them, and figures read from a real service."""

import asyncio
import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.clock import utc_now
from insights.conversation_summary import summarize
from insights.kpi_index import KpiIndex
from insights.kpi_table import KpiTable
from insights.kpis import grouped_kpis, kpis
from insights.statistics import wilson
from records.kpi_facts import ConversationFacts, HandoffFact, TurnFact
from tests.insights.plain_figures import returned
from tests.service import ADMIN, AGENT, ENGINEER, Served

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
        turns=list(turns),
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
    assert summarize(conversation).result(NOW) == result


@settings(deadline=None)  # its first example imports SciPy
@given(st.integers(0, 400), st.integers(1, 400))
def test_the_interval_is_scipys(count: int, n: int) -> None:
    from scipy.stats import binomtest  # late: it takes longer than most tests

    count = min(count, n)
    ours = wilson(count, n)
    theirs = binomtest(count, n).proportion_ci(method="wilson")
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


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
def test_results_add_up_to_all_conversations_in_every_grouping(given_facts: list[ConversationFacts]) -> None:
    some = [summarize(c) for c in given_facts]
    table = KpiTable.of(some)
    whole = kpis(table, NOW)
    resolved = whole.resolved_by_ai.confirmed + whole.resolved_by_ai.assumed
    assert resolved + whole.handed_off + whole.gave_up + whole.unknown == whole.conversations == len(some)
    assert whole.still_open + whole.ended.conversations == len(some)
    for by in ("day", "graph_version", "region", "language", "channel", "intent", "variant"):
        assert sum(g.conversations for g in grouped_kpis(table, by, NOW)) == len(some)


def test_handling_time_is_told_in_parts_that_add_up() -> None:
    at = NOW - timedelta(hours=2)
    held = HandoffFact(
        "customer_request", at + timedelta(minutes=5), at + timedelta(minutes=15), None, at + timedelta(minutes=35)
    )
    one = summarize(facts(turn("answered", minute=0), turn("handed_off", minute=5), handoffs=[held]))
    figures = kpis(KpiTable.of([one]), NOW)
    parts = figures.aht_parts_seconds
    assert (parts.with_assistant, parts.waiting_for_person, parts.with_person) == (300, 600, 1200)
    assert figures.aht_seconds.mean == 2100


def test_who_says_the_same_again_after_no_progress_repeats_themselves() -> None:
    stuck = replace(turn("not_understood", "track_order"), failures=1)
    again = summarize(facts(stuck, turn("answered", "track_order", 2)))
    other = summarize(facts(stuck, turn("answered", "send_invoice", 2)))
    asked = summarize(facts(turn("asked_for_input", "track_order"), turn("answered", "track_order", 2)))
    assert [s.repeated_itself for s in (again, other, asked)] == [True, False, False]
    assert kpis(KpiTable.of([again, other, asked]), NOW).repeat_rate.count == 1


def test_a_customer_who_returns_on_the_same_intent_was_not_served_the_first_time() -> None:
    first, later = (summarize(replace(facts(turn("answered")), id=i, customer_id="C1")) for i in ("a", "b"))
    assert returned([first, later]) == {"a"}
    figures = kpis(KpiTable.of([first, later]), NOW)
    assert (figures.resolved_by_ai.assumed, figures.unknown, figures.reopened_rate.count) == (1, 1, 1)
    assert (figures.first_contact_resolution_rate.count, figures.first_contact_resolution_rate.n) == (1, 2)


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


def behind(demo: Served, measure: str, **only: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    after = ""
    while True:
        query = "&".join(f"{name}={value}" for name, value in only.items())
        body = demo.call("GET", f"/v1/kpis/conversations?measure={measure}&limit=2&{query}{after}", key=ENGINEER).json()
        found += body["items"]
        if body["next"] is None:
            return found
        after = f"&after={body['next']}"


def recomputed(demo: Served) -> dict[str, Any]:
    """The figures of everything, read anew from the service's own database."""

    async def read() -> dict[str, Any]:
        async with demo.records() as database:
            found = await KpiIndex(database, utc_now, begins_anew=True).period(None, None)
        return grouped_kpis(found, None, utc_now())[0].model_dump(mode="json")

    return asyncio.run(read())


def test_a_number_leads_to_its_conversations_and_stays_what_reading_everything_anew_gives(demo: Served) -> None:
    def figures() -> dict[str, Any]:
        return dict(demo.call("GET", "/v1/kpis", key=ENGINEER).json()["items"][0])

    figures()  # from here on the service only reads what changed
    lost, helped = demo.talk(consent=True, region="NZ", locale="en-NZ"), demo.talk(consent=True, region="NZ", channel="app")
    for words in ("blorp quux fnord", "gnarf wibble zot", "frob snark zzyx"):
        lost.say(words)
    assert figures() == recomputed(demo)
    helped.say("How long does delivery take?")
    demo.call("POST", f"/v1/conversations/{helped.id}/csat", {"score": 2}, helped.token)
    assert figures() == recomputed(demo)
    demo.call("POST", f"/v1/conversations/{helped.id}/csat", {"score": 5}, helped.token)
    handoff = lost.state()["handoff"]["id"]
    demo.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    demo.call("POST", f"/v1/handoffs/{handoff}/resume", {"action": "close"}, AGENT)
    demo.call("POST", f"/v1/conversations/{helped.id}/close", {}, helped.token)
    now = figures()
    assert now == recomputed(demo)
    for measure, count in (
        ("conversations", now["conversations"]),
        ("handoff_reasons.repeated_failure", now["handoff_reasons"]["repeated_failure"]),
        ("csat.share_satisfied", now["csat"]["share_satisfied"]["count"]),
        ("gave_up", now["gave_up"]),
        *((f"handoff_hours.{hour}", n) for hour, n in now["handoff_hours"].items()),
        ("deflection_rate", now["deflection_rate"]["count"]),
    ):
        assert len(behind(demo, measure)) == count, measure
    (mine,) = behind(demo, "handoff_reasons.repeated_failure", region="NZ", language="en", channel="web")
    assert (mine["id"], mine["outcome"], mine["handoff_reason"]) == (lost.id, "handed_off", "repeated_failure")
    (good,) = behind(demo, "csat.5", region="NZ", channel="app")
    assert (good["id"], good["outcome"], good["csat"]) == (helped.id, "confirmed", 5)
    assert [c["id"] for c in behind(demo, "conversations", region="NZ")] == [helped.id, lost.id]
    wrong = demo.call("GET", "/v1/kpis/conversations?measure=luck", key=ENGINEER)
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "measure")


def test_handoffs_are_counted_by_the_hour_at_which_they_were_opened() -> None:
    def opened(hour: int) -> HandoffFact:
        return HandoffFact("policy", NOW.replace(hour=hour, minute=59), None, None, None)

    given = [facts(turn("handed_off"), handoffs=[opened(hour)]) for hour in (23, 4, 4)]
    assert kpis(KpiTable.of([summarize(f) for f in given]), NOW).handoff_hours == {"04": 2, "23": 1}


def test_what_customers_wrote_beside_their_rating_is_masked_and_names_its_conversation(demo: Served) -> None:
    good, bad = demo.talk(consent=True, region="PT"), demo.talk(consent=True, region="PT")
    for talk, score, words in ((good, 5, "quick!"), (bad, 1, "nobody wrote to rosa.marin@example.org")):
        talk.say("How long does delivery take?")
        assert demo.call(
            "POST", f"/v1/conversations/{talk.id}/csat", {"score": score, "comment": words}, talk.token
        ).is_success

    def comments(query: str, key: str = AGENT) -> list[dict[str, Any]]:
        answer = demo.call("GET", f"/v1/insights/comments?{query}", key=key)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    assert [(c["id"], c["score"]) for c in comments("limit=2")] == [(bad.id, 1), (good.id, 5)]
    (worst,) = comments("most=2&limit=1", ADMIN)
    assert worst["comment"].startswith("nobody wrote to [EMAIL_")
    assert [c["id"] for c in comments(f"limit=1&after={bad.id}")] == [good.id]
    assert comments("to=2020-01-01T00:00:00Z") == []
    assert demo.call("GET", "/v1/insights/comments", key=ENGINEER).status_code == 403


def test_the_table_has_a_row_a_group_and_the_same_figures(demo: Served) -> None:
    for region in ("NO", "IS"):
        demo.talk(consent=True, region=region).say("How long does delivery take?")
    groups = demo.call("GET", "/v1/kpis?group_by=region", key=ADMIN).json()["items"]
    answer = demo.call("GET", "/v1/kpis/export?group_by=region", key=ADMIN)
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [r["group.region"] for r in rows] == [g["group"]["region"] or "" for g in groups]
    assert [int(r["conversations"]) for r in rows] == [g["conversations"] for g in groups]
    assert [r["deflection_rate.low"] for r in rows] == [str(g["deflection_rate"]["low"]) for g in groups]
    only = demo.call("GET", "/v1/kpis/export?group_by=region&region=NO", key=ADMIN)
    assert [r["group.region"] for r in csv.DictReader(io.StringIO(only.text))] == ["NO"]
