"""Struggles: signs are facts, shares are tested exactly, planted topics are found, none are invented, and the remedy fits the cause."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.knowledge_care import GapDraft
from insights.struggles.proposal import Proposal, proposed
from insights.struggles.signs import Struggle, struggles
from insights.struggles.topics import Period, StruggleTopic, discoveries, rose, struggle_topics
from kb.gaps.topics import EmbeddedTopics
from models.embeddings import MiniLmEmbedder
from records.said import SaidIn, SaidTurn

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MONTH = timedelta(days=30)
THIS, LAST = Period(NOW - MONTH, NOW, 300), Period(NOW - 2 * MONTH, NOW - MONTH, 300)
SUBJECTS = {
    "kayaks": ["Do you rent out kayaks?", "can I rent a kayak", "kayak rental for a weekend", "how much is renting a kayak"],
    "engraving": ["Can you engrave a name?", "engraving on the board", "do you engrave initials", "engrave a mug for me"],
    "instalments": [
        "pay in instalments?",
        "monthly instalments possible?",
        "can I pay by instalments",
        "instalment plan for a table",
    ],
    "llamas": [
        "my llama ate the lamp shade",
        "llama chewed the lamp",
        "the llama bit my lampshade",
        "lamp eaten by a llama",
    ],
    "password": ["I forgot my password", "password does not work", "cannot log in with my password", "reset the password"],
    "moths": ["moths in the wool blanket", "how to keep moths away", "moth holes in my blanket", "moths ate the wool"],
}


def said(
    n: int, text: str, at: datetime = NOW - timedelta(days=1), outcome: str = "no_answer_found", **more: object
) -> SaidTurn:
    given: dict[str, object] = {
        "intent": "policy_question",
        "failures": 1,
        "refusal": None,
        "called": False,
        "cited": {},
        **more,
    }
    return SaidTurn(
        id=f"t{n:05}", conversation_id=str(given.pop("of", f"c{n:05}")), at=at, text=text, outcome=outcome, **given
    )  # type: ignore[arg-type]  # as the fields are


def in_conversation(*turns: SaidTurn, csat: int | None = None, status: str = "open") -> list[Struggle]:
    conversations = {t.conversation_id: SaidIn(t.conversation_id, status, "US", NOW, csat) for t in turns}
    return struggles(turns, conversations, NOW)


@settings(deadline=None)  # its first example imports SciPy
@given(st.integers(1, 40), st.integers(0, 40), st.integers(40, 400), st.integers(40, 400))
def test_p_is_scipys(now: int, before: int, all_now: int, all_before: int) -> None:
    from scipy.stats import fisher_exact  # late: it takes longer than most tests

    theirs = fisher_exact([[now, all_now - now], [before, all_before - before]], alternative="greater")
    assert rose(now, all_now, before, all_before) == pytest.approx(theirs.pvalue, rel=1e-6)


@settings(deadline=None)  # its first example imports SciPy
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_discoveries_are_scipys(p: list[float]) -> None:
    from scipy.stats import false_discovery_control  # late: it takes longer than most tests

    assert discoveries(p, 0.05) == [q <= 0.05 for q in false_discovery_control(p)]


@pytest.mark.parametrize(
    ("turn", "sign"),
    [
        (said(1, "x", outcome="not_understood"), "not_understood"),
        (said(1, "x"), "no_source"),
        (said(1, "x", outcome="action_refused", refusal="not_allowed", called=True), "refused"),
        (said(1, "x", outcome="asked_for_input"), "clarification"),
        (said(1, "x", failures=2), "second_failure"),
        (said(1, "I already told you", outcome="answered"), "already_told"),
    ],
)
def test_a_sign_is_a_fact_of_the_turn(turn: SaidTurn, sign: str) -> None:
    (found,) = in_conversation(turn)
    assert sign in found.signs


def test_what_went_well_is_no_struggle_and_a_bad_score_makes_it_one() -> None:
    fine = said(1, "How long is delivery?", outcome="answered", failures=0)
    assert in_conversation(fine) == []
    assert in_conversation(fine, csat=5) == []
    (bad,) = in_conversation(fine, csat=1)
    assert bad.signs == {"low_csat"}


def test_a_wish_for_a_person_tells_of_what_was_asked_before() -> None:
    asked = said(1, "Do you rent kayaks?", of="c")
    (found,) = in_conversation(asked, said(2, "a person please", outcome="handed_off", intent="human_agent", of="c"))
    assert (found.turn, found.signs) == (asked, {"no_source", "handed_off"})


def test_who_leaves_after_a_failure_gave_up() -> None:
    asked = said(1, "Do you rent kayaks?")
    assert "gave_up" not in in_conversation(asked)[0].signs
    assert "gave_up" in in_conversation(asked, status="closed")[0].signs


@pytest.fixture(scope="module")
def finder() -> EmbeddedTopics:
    return EmbeddedTopics(MiniLmEmbedder())


def _month(
    rng: random.Random, period: Period, subjects: Sequence[str], shares: dict[str, int], start: int
) -> list[Struggle]:
    """Conversations of a month: each subject comes up about as often as its share says."""
    found = []
    for subject in subjects:
        for _ in range(sum(rng.random() < shares.get(subject, 15) / 300 for _ in range(300))):
            at = period.since + rng.random() * (period.until - period.since)
            turn = said(start + len(found), rng.choice(SUBJECTS[subject]), at)
            found.append(Struggle(turn, frozenset({"no_source"}), None))
    return found


async def _flagged(finder: EmbeddedTopics, seed: int, planted: dict[str, int]) -> set[str]:
    rng, subjects = random.Random(seed), list(SUBJECTS)
    some = [*_month(rng, LAST, subjects, {}, 0), *_month(rng, THIS, subjects, planted, 50_000)]
    topics, unread = await struggle_topics(some, THIS, LAST, finder)
    assert unread == 0
    return {_subject_of(t) for t in topics if t.is_rising}


def _subject_of(topic: StruggleTopic) -> str:
    texts = [s.turn.text for s in topic.struggles]
    return max(SUBJECTS, key=lambda name: sum(t in SUBJECTS[name] for t in texts))


async def test_planted_topics_are_found_and_flags_are_right(finder: EmbeddedTopics) -> None:
    right = wrong = missed = 0
    for seed in range(40):
        planted = set(random.Random(f"planted {seed}").sample(list(SUBJECTS), 2))
        flags = await _flagged(finder, seed, dict.fromkeys(planted, 45))
        right, wrong, missed = right + len(flags & planted), wrong + len(flags - planted), missed + len(planted - flags)
    assert right / (right + wrong) >= 0.9, (right, wrong)
    assert right / (right + missed) >= 0.6, (right, missed)


async def test_where_nothing_was_planted_hardly_a_run_flags(finder: EmbeddedTopics) -> None:
    runs = [await _flagged(finder, 1000 + seed, {}) for seed in range(100)]
    assert sum(bool(flags) for flags in runs) <= 5


def _topic(some: list[Struggle]) -> StruggleTopic:
    from insights.statistics import wilson

    return StruggleTopic("t", "name", some, wilson(len(some), 100), wilson(0, 100), 1.0, is_rising=False)


def _fault(kind: str, rng: random.Random) -> tuple[Proposal, str, str]:
    """A planted fault's proposal, and the kind and detail that are right. Most of its conversations show it, some show other things."""
    n = rng.randint(4, 12)
    some: list[Struggle] = []
    intent = rng.choice(["track_order", "send_invoice", "cancel_order"])
    for i in range(n):
        is_noise = i >= 0.75 * n
        if is_noise:
            some.append(Struggle(said(i, f"question {i}", outcome="handed_off"), frozenset({"handed_off"}), None))
        elif kind == "utterances":
            later = said(100 + i, "said plainly", outcome="action_done", intent=intent, called=True)
            turn = said(i, f"words {i}", outcome="not_understood", intent="out_of_scope")
            some.append(Struggle(turn, frozenset({"not_understood"}), later))
        elif kind == "rule":
            refused = said(i, f"question {i}", outcome="action_refused", refusal="window_passed", called=True)
            some.append(Struggle(refused, frozenset({"refused"}), None))
        elif kind == "unexplained":
            turn = said(i, f"question {i}", outcome="answered", failures=0)
            some.append(Struggle(turn, frozenset({"low_csat"}), None))
        elif kind == "missing":
            some.append(Struggle(said(i, f"question {i}"), frozenset({"no_source", "handed_off"}), None))
        else:
            turn = said(i, f"question {i}", outcome="answered", failures=0, cited={"A1": "Returns"})
            some.append(Struggle(turn, frozenset({"low_csat", "handed_off"}), None))
    draft = GapDraft(title="q", body="A person's answer of some length.", conversation_id="c00001")
    has_draft = kind != "unexplained" and rng.random() < 0.5  # what a person answered would be an article
    wanted = {
        "utterances": ("utterances", intent),
        "missing": ("article", ""),
        "wrong": ("article", "A1"),
        "rule": ("policy", "window_passed"),
        "unexplained": ("eval_case", ""),
    }[kind]
    return proposed(_topic(some), draft if has_draft else None), *wanted


def test_planted_faults_of_every_kind_get_the_right_remedy() -> None:
    rng = random.Random(3)
    kinds = [("utterances", "missing", "wrong", "rule", "unexplained")[n % 5] for n in range(40)]
    right = 0
    for kind in kinds:
        proposal, wanted, detail = _fault(kind, rng)
        named = proposal.intent or proposal.refusal or (proposal.article.article_id if proposal.article else None)
        right += proposal.kind == wanted and (named or "") == detail
    assert right >= 28, f"{right} of 40"


def test_a_rule_that_refuses_is_a_matter_of_policy() -> None:
    refused = [said(n, "refund", outcome="action_refused", refusal="window_passed", called=True) for n in range(4)]
    proposal = proposed(_topic([Struggle(t, frozenset({"refused"}), None) for t in refused]), None)
    assert (proposal.kind, proposal.refusal) == ("policy", "window_passed")
