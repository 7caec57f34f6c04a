"""Experiments: what the tests promise, proven on simulated arms; and one that runs, is shown, stopped and promoted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from domain.experiments import Enrolment, Experiment, Happened, VariantSettings, enrolled, shows
from insights.conversation_summary import Summary, summarize
from insights.experiments.results import Results, results
from insights.experiments.significance import Count, needed, ratio_mismatch, sequential, two_shares
from records.kpi_facts import ConversationFacts, TurnFact
from records.variants import Enrolled
from tests.service import ADMIN, ENGINEER, Served, customer_token

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LOOKS = range(200, 6001, 100)  # conversations an arm at which somebody looks


def first_alarm(chance: np.random.Generator, control: float, arm: float) -> int | None:
    """The first look at which the sequential test says that the arms differ."""
    a, b = np.cumsum(chance.random(6000) < control), np.cumsum(chance.random(6000) < arm)
    for n in LOOKS:
        found = sequential(Count(int(a[n - 1]), n), Count(int(b[n - 1]), n))
        if found is not None and found.p <= 0.05:
            return n
    return None


def test_looking_at_equal_arms_a_hundred_times_alarms_in_at_most_one_of_twenty() -> None:
    chance = np.random.default_rng(1)
    alarms = sum(first_alarm(chance, share, share) is not None for share in (0.1, 0.4, 0.6, 0.85) for _ in range(100))
    assert alarms <= 20, f"{alarms} of 400 null experiments"


def test_a_difference_of_five_points_is_found() -> None:
    chance = np.random.default_rng(2)
    found = sum(first_alarm(chance, 0.6, 0.65) is not None for _ in range(100))
    assert found >= 90, f"{found} of 100"


def test_a_split_of_52_to_48_raises_the_alarm_and_a_fair_one_does_not() -> None:
    from scipy.stats import chisquare  # late: it takes longer than most tests

    assert ratio_mismatch([5200, 4800], [0.5, 0.5]) < 0.001
    assert ratio_mismatch([5060, 4940], [0.5, 0.5]) > 0.001
    assert ratio_mismatch([0, 0], [0.5, 0.5]) == 1.0
    for seen, shares in (([520, 480], [0.5, 0.5]), ([300, 320, 410], [0.3, 0.3, 0.4])):
        wanted = [sum(seen) * share for share in shares]
        assert ratio_mismatch(seen, shares) == pytest.approx(float(chisquare(seen, wanted).pvalue))


def test_the_sample_size_gives_the_power_that_it_promises() -> None:
    from scipy.stats import fisher_exact  # late: it takes longer than most tests

    n, chance = needed(0.6), np.random.default_rng(3)
    assert 1900 < n < 2050
    pairs = zip(chance.binomial(n, 0.6, 1000), chance.binomial(n, 0.65, 1000), strict=True)
    found = sum(two_shares(Count(int(a), n), Count(int(b), n)) <= 0.05 for a, b in pairs)
    assert 870 <= found <= 930
    assert two_shares(Count(60, 100), Count(75, 100)) == pytest.approx(
        float(fisher_exact([[60, 40], [75, 25]]).pvalue), abs=0.015
    )


def an_experiment(**more: Any) -> Experiment:
    given = {
        "id": "e1",
        "name": "hello",
        "kind": "greeting",
        "variants": [{"name": "plain", "share": 0.5}, {"name": "warm", "share": 0.5}],
        "intents": None,
        "status": "running",
        "promoted": None,
        "needed": 2000,
        "created_at": NOW,
        "created_by": "Eve",
        "ended_at": None,
        "ended_by": None,
    }
    return Experiment.model_validate(given | more)


def talked(n: int, is_good: bool) -> Summary:
    at = NOW - timedelta(hours=3)
    turn = TurnFact("text", at, at, "policy_question", "answered" if is_good else "not_understood", None, "v", 20)
    facts = ConversationFacts(f"c{n}", None, "web", "US", "v", "closed", at, at, turns=[turn], last_customer_at=at)
    return summarize(facts)


def shown(good: dict[str, int], of: dict[str, int]) -> Results:
    experiment, places, summaries, n = an_experiment(), [], {}, 0
    for name, total in of.items():
        for i in range(total):
            place = Enrolment(experiment_id="e1", kind="greeting", variant=name, settings=VariantSettings(), exposed_at=NOW)
            places.append(Enrolled(f"c{n}", None, place))
            summaries[f"c{n}"] = talked(n, i < good[name])
            n += 1
    return results(experiment, places, summaries, set(), NOW)


@pytest.mark.parametrize(
    ("good", "of", "verdict"),
    [
        ((30, 45), (50, 50), "not_enough_data"),
        ((600, 750), (1000, 1000), "better"),
        ((750, 600), (1000, 1000), "worse"),
        ((600, 600), (1000, 1000), "not_enough_data"),
        ((3000, 3010), (5000, 5000), "no_difference"),
        ((600, 750), (1100, 900), "invalid"),
    ],
)
def test_the_verdict_in_words(good: tuple[int, int], of: tuple[int, int], verdict: str) -> None:
    names = ("plain", "warm")
    found = shown(dict(zip(names, good, strict=True)), dict(zip(names, of, strict=True)))
    assert found.verdict == verdict
    assert f"warm {good[1]} of {of[1]} resolved" in found.words
    assert [a.exposed for a in found.arms] == list(of)


def test_customers_keep_their_variant_and_the_shares_come_out() -> None:
    experiment = an_experiment(variants=[{"name": "a", "share": 0.2}, {"name": "b", "share": 0.8}])
    drawn = [enrolled([experiment], f"customer-{n}")[0].variant for n in range(4000)]
    assert drawn == [enrolled([experiment], f"customer-{n}")[0].variant for n in range(4000)]
    assert 700 < drawn.count("a") < 900
    promoted = experiment.model_copy(update={"status": "promoted", "promoted": "a"})
    assert {e.variant for n in range(50) for e in enrolled([promoted], str(n))} == {"a"}


def test_a_wording_is_shown_when_it_is_said_in_every_variant() -> None:
    place = Enrolment(
        experiment_id="e", kind="phrasing", variant="plain", settings=VariantSettings(), messages=["not-understood"]
    )
    assert shows(place, Happened("text", None, False, frozenset({"not-understood"})))
    assert not shows(place, Happened("text", None, False, frozenset({"greeting"})))
    narrow = place.model_copy(update={"intents": ["track_order"]})
    assert not shows(narrow, Happened("text", "send_invoice", False, frozenset({"not-understood"})))


@contextmanager
def running(demo: Served, **body: Any) -> Iterator[dict[str, Any]]:
    made = demo.call("POST", "/v1/experiments", body, ENGINEER)
    assert made.status_code == 201, made.text
    try:
        yield dict(made.json())
    finally:
        demo.call("POST", f"/v1/experiments/{made.json()['id']}/stop", {}, ENGINEER)


WARM = "Welcome, dear guest! I'm { $assistant }, the AI assistant of { $company }: an automated system, not a person."


def test_a_greeting_is_tried_stopped_and_promoted(demo: Served) -> None:
    variants = [
        {"name": "plain", "share": 0.5},
        {"name": "warm", "share": 0.5, "settings": {"messages": {"greeting": WARM}}},
    ]
    with running(demo, name="A warmer hello", kind="greeting", variants=variants) as made:
        seen: dict[str, set[str]] = {}
        for n in range(12):
            talk = demo.talk(consent=True, region="US", customer_token=customer_token(f"nobody-{n % 6}"))
            turn = talk.say("Hello")["turn"]
            assert (turn["variant"] == "warm") == ("Welcome, dear guest!" in talk.made["messages"][0]["text"])
            seen.setdefault(f"nobody-{n % 6}", set()).add(turn["variant"])
        assert all(len(names) == 1 for names in seen.values())
        assert {name for names in seen.values() for name in names} == {"plain", "warm"}
        path = f"/v1/experiments/{made['id']}"
        found = demo.call("GET", f"{path}/results", key=ENGINEER).json()
        assert found["verdict"] == "not_enough_data"
        assert sum(a["conversations"] for a in found["arms"]) == sum(a["exposed"] for a in found["arms"]) == 12
        assert demo.call("POST", f"{path}/stop", {"promote": "gold"}, ADMIN).status_code == 400
        promoted = demo.call("POST", f"{path}/stop", {"promote": "warm"}, ADMIN).json()
        assert (promoted["status"], promoted["promoted"]) == ("promoted", "warm")
        after = demo.talk(consent=True, region="US")
        assert "Welcome, dear guest!" in after.made["messages"][0]["text"]
        assert after.say("Hello")["turn"]["variant"] is None
    assert "Welcome" not in demo.talk(consent=True, region="US").made["messages"][0]["text"]


def test_whatever_a_greeting_is_made_to_say_it_tells_that_it_is_no_person(demo: Served) -> None:
    settings = {"messages": {"greeting": "Hi, I am Pip from the service team, a real person."}}
    variants = [{"name": name, "share": 0.5, "settings": settings} for name in ("a", "b")]
    with running(demo, name="A lie", kind="greeting", variants=variants) as made:
        said = demo.talk(region="US").made["messages"][0]["text"]
        assert "Hi, I am Pip" in said
        assert "I'm an AI assistant: an automated system, not a person." in said
    told = demo.call("GET", "/v1/audit-log?kind=experiment_changed", key=ADMIN).json()["items"][:2]
    assert [(e["actor"], e["detail"]) for e in told] == [
        ("Eve", {"experiment_id": made["id"], "status": "stopped"}),
        ("Eve", {"experiment_id": made["id"], "status": "running"}),
    ]


def test_a_wording_counts_as_shown_when_it_is_said(demo: Served) -> None:
    variants = [
        {"name": "a", "share": 0.5},
        {"name": "b", "share": 0.5, "settings": {"messages": {"not-understood.and-not-in-articles": "Pardon me?"}}},
    ]
    with running(demo, name="Pardon", kind="phrasing", variants=variants) as made:
        lost, helped = demo.talk(consent=True, region="US"), demo.talk(consent=True, region="US")
        lost.say("blorp quux fnord")
        helped.say("How long does delivery take?")
        arms = demo.call("GET", f"/v1/experiments/{made['id']}/results", key=ENGINEER).json()["arms"]
        assert (sum(a["conversations"] for a in arms), sum(a["exposed"] for a in arms)) == (2, 1)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"variants": [{"name": "a", "share": 0.5}]}, "2 items"),
        ({"variants": [{"name": "a", "share": 0.5}, {"name": "b", "share": 0.4}]}, "sum to 0.9"),
        ({"variants": [{"name": "a", "share": 0.5}, {"name": "a", "share": 0.5}]}, "same name"),
        ({"settings": {"segments": 3}}, "may set messages"),
        ({"settings": {"approve_above": "5000"}}, "approve_above"),
        ({"settings": {"messages": {"no-such-message": "Hi"}}}, "no-such-message"),
        ({"settings": {"messages": {"greeting": "Hi { $nobody }"}}}, "nobody"),
        ({"settings": {"messages": {"quote.question": "Shall I look?"}}}, "quote.question is not for experiments"),
        (
            {"settings": {"messages": {"cancel.paid": "look up when your parcel arrives"}}},
            "cancel.paid is not for experiments",
        ),
        ({"settings": {"messages": {"yes-to-quote": "Yes, please look"}}}, "yes-to-quote is not for experiments"),
        ({"settings": {"messages": {"consent-question.yes": "Hello"}}}, "consent-question.yes is not for experiments"),
        ({"settings": {"messages": {"disclosure": "a real person"}}}, "disclosure is not for experiments"),
    ],
)
def test_an_experiment_that_cannot_run_is_refused_with_what_is_wrong(
    demo: Served, change: dict[str, Any], says: str
) -> None:
    variants = [{"name": "a", "share": 0.5}, {"name": "b", "share": 0.5, "settings": change.get("settings", {})}]
    body = {"name": "wrong", "kind": "greeting", "variants": change.get("variants", variants)}
    answer = demo.call("POST", "/v1/experiments", body, ADMIN)
    assert (answer.status_code, answer.json()["code"]) == (400, "validation_failed")
    assert says in answer.text
