"""Each published rule of a score, on records that differ in what the rule is about and in nothing else; and the statistics of scores."""

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.language.text.manners import says_it_is_automated, shouts, sounds_sorry
from domain.scores import DIMENSIONS, Dimension, Value
from insights.scores.agreement import ENOUGH, agreement, prediction
from insights.scores.rules import score
from records.scored_facts import SaidMessage, ScoredFacts, ScoredHandoff, ScoredOperation, ScoredTurn

BEGAN = datetime(2026, 10, 5, 9, tzinfo=UTC)
LATER = BEGAN + timedelta(hours=3)
HELLO = "Hello! I'm Pip, the AI assistant of Harbour & Pine: an automated system, not a person."
PROMISE = ScoredHandoff("h1", "conversation", "customer_request", "t1", BEGAN, None, None, None, False, None, None)


def said(text: str, turn: str = "t1", **more: Any) -> SaidMessage:
    return SaidMessage(f"m-{turn}", turn, "assistant", text, BEGAN, **{"offers": ("handoff",), **more})


def turn(number: int, outcome: str, reply: str = "Three to five days.", **more: Any) -> ScoredTurn:
    """``reply``: empty where the assistant said nothing."""
    name = f"t{number}"
    replies = (said(reply, name, **more.pop("message", {})),) if reply else ()
    plain = {"intent": "delivery_time", "failures": 0, "calls": (), "acts": frozenset(), "said": "How long?", "kind": "text"}
    return ScoredTurn(id=name, at=BEGAN, outcome=outcome, replies=replies, **{**plain, **more})


def talk(*turns: ScoredTurn, **more: Any) -> ScoredFacts:
    greeting = SaidMessage("m0", "t0", "assistant", more.pop("hello", HELLO), BEGAN)
    messages = [greeting, *(m for t in turns for m in t.replies), *more.pop("messages", [])]
    return ScoredFacts("c1", more.pop("status", "closed"), BEGAN, list(turns), messages, **more)


def of(facts: ScoredFacts, name: Dimension, now: datetime = LATER) -> tuple[Value, str]:
    found = score(facts, now, lambda text: "@" in text).verdicts[name]
    return found.value, found.reason


CITED = {"message": {"cites": ("a1",)}}
ANSWER = turn(1, "answered", **CITED)
UNHELPED = turn(2, "not_understood", "Sorry, what do you mean?", said="that's not what I asked", failures=1)
NOT_UNDERSTOOD = turn(1, "not_understood", "Sorry, I didn't understand that.", failures=1)
QUOTED = turn(1, "asked_for_confirmation", "Shall I?", calls=({"name": "cancel_order", "status": "needs_confirmation"},))
DONE = turn(2, "action_done", "Done.", calls=({"name": "cancel_order", "status": "succeeded"},), intent="affirm")
CANCELLED = ScoredOperation("t2", "cancel_order", "cancel_order", "done")
HANDED = turn(1, "handed_off", "I'm bringing in a person.", intent="human_agent")
THANKS = turn(3, "answered", "You're welcome!", intent="thanks", said="thanks")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (talk(THANKS), (None, "no_wish")),
        (talk(ANSWER, THANKS), (1, "answered")),
        (talk(QUOTED, DONE, operations=[CANCELLED]), (1, "done")),
        (talk(turn(1, "action_refused", "That is too late.")), (1, "refused_by_rule")),
        (talk(ANSWER, UNHELPED), (0, "not_understood")),
        (talk(NOT_UNDERSTOOD), (0, "not_understood")),
        (talk(NOT_UNDERSTOOD, turn(2, "answered")), (1, "answered")),
        (talk(turn(1, "answered", failures=1)), (0, "same_answer_again")),
        (talk(QUOTED), (0, "left_at_a_question")),
        (talk(QUOTED, turn(2, "answered", "All right.", intent="deny", said="no")), (1, "taken_back")),
        (talk(HANDED, handoffs=[PROMISE]), (0, "nobody_came")),
        (talk(HANDED, handoffs=[replace(PROMISE, first_reply_at=LATER)]), (1, "person_answered")),
    ],
)
def test_answered(facts: ScoredFacts, expected: tuple[Value, str]) -> None:
    assert of(facts, "answered") == expected


def test_who_waits_since_a_moment_was_not_let_down() -> None:
    waiting = talk(HANDED, handoffs=[PROMISE], status="waiting_for_human")
    for name in ("answered", "promise_kept"):
        assert of(waiting, name, BEGAN + timedelta(minutes=1)) == (None, "still_open")
        assert of(waiting, name, LATER) == (0, "nobody_came")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (talk(turn(1, "answered")), (None, "nothing_quoted")),
        (talk(ANSWER), (1, "quoted")),
        (talk(ANSWER, UNHELPED), (0, "did_not_help")),
        (talk(turn(1, "answered", message={"cites": ("a1",), "dead": ("a1",)})), (0, "not_live")),
        (talk(turn(1, "answered", message={"cites": ("a1",), "flags": ("outdated",)})), (0, "flagged")),
        (talk(turn(1, "answered", message={"cites": ("a1",), "flags": ("tone",)})), (1, "quoted")),
        (talk(turn(1, "answered", message={"cites": ("a1",), "helpful": False})), (0, "rated_unhelpful")),
    ],
)
def test_right_source(facts: ScoredFacts, expected: tuple[Value, str]) -> None:
    assert of(facts, "right_source") == expected


CLAIMED = replace(PROMISE, claimed_at=BEGAN)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (talk(ANSWER), (None, "nothing_promised")),
        (talk(QUOTED, DONE, operations=[CANCELLED]), (1, "receipt")),
        (talk(QUOTED, DONE, operations=[replace(CANCELLED, status="unknown")]), (0, "no_receipt")),
        (talk(HANDED, handoffs=[PROMISE]), (0, "nobody_came")),
        (talk(HANDED, handoffs=[CLAIMED]), (0, "claimed_and_silent")),
        (talk(HANDED, handoffs=[replace(CLAIMED, first_reply_at=LATER)]), (1, "person_came")),
        (talk(HANDED, handoffs=[replace(PROMISE, resumed_at=LATER, resume_action="withdraw")]), (None, "withdrawn")),
        (
            talk(HANDED, handoffs=[replace(PROMISE, resumed_at=BEGAN + timedelta(minutes=1), resume_action="close")]),
            (None, "left_at_once"),
        ),
        (talk(HANDED, handoffs=[replace(PROMISE, resumed_at=LATER, resume_action="close")]), (0, "nobody_came")),
        (talk(QUOTED, DONE, HANDED, operations=[CANCELLED], handoffs=[PROMISE]), (0, "nobody_came")),
    ],
)
def test_promise_kept(facts: ScoredFacts, expected: tuple[Value, str]) -> None:
    assert of(facts, "promise_kept") == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (talk(), (None, "nothing_said")),
        (talk(ANSWER, THANKS), (1, "as_it_should_be")),
        (talk(ANSWER, turn(2, "answered")), (0, "same_words_again")),
        (talk(turn(1, "error", "That did not work.", failures=1)), (0, "no_regret")),
        (talk(turn(1, "error", "Something went wrong on our side.", failures=1)), (1, "as_it_should_be")),
        (talk(turn(1, "answered", "WE SAID SO BEFORE.")), (0, "shouts")),
        (talk(turn(1, "answered", message={"flags": ("tone",)})), (0, "flagged")),
        (talk(ANSWER, messages=[SaidMessage("m9", None, "agent", "Calm down!!", BEGAN)]), (0, "shouts")),
    ],
)
def test_tone(facts: ScoredFacts, expected: tuple[Value, str]) -> None:
    assert of(facts, "tone") == expected


WHICH = turn(1, "asked_for_input", "Which order?", calls=({"name": "refund_order", "status": "needs_input"},))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (talk(THANKS), (None, "no_wish")),
        (talk(ANSWER), (1, "little")),
        (talk(NOT_UNDERSTOOD, turn(2, "answered", intent="other")), (1, "little")),
        (talk(NOT_UNDERSTOOD, turn(2, "answered")), (0, "said_again")),
        (talk(NOT_UNDERSTOOD, turn(2, "no_answer_found", failures=2, intent="other")), (0, "no_progress")),
        (talk(ANSWER, turn(2, "answered", "Yes.", said="I already told you")), (0, "already_told")),
        (talk(WHICH, replace(WHICH, id="t2")), (0, "asked_again")),
        (talk(WHICH, turn(2, "asked_for_input", "Which goods?")), (1, "little")),
    ],
)
def test_effort(facts: ScoredFacts, expected: tuple[Value, str]) -> None:
    assert of(facts, "effort") == expected


FAILED_TWICE = turn(2, "not_understood", "Sorry, what?", failures=2)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (talk(), (None, "nobody_spoke")),
        (talk(ANSWER), (1, "kept")),
        (talk(ANSWER, hello="Hello, I'm Pip. How can I help?"), (0, "not_disclosed")),
        (talk(QUOTED, DONE, operations=[CANCELLED]), (1, "kept")),
        (talk(replace(QUOTED, calls=()), DONE, operations=[CANCELLED]), (0, "without_a_yes")),
        (talk(turn(1, "action_done"), operations=[ScoredOperation("t1", "send_invoice", "send_invoice", "done")]), (1, "kept")),
        (talk(turn(1, "answered", acts=frozenset({"urgent"}))), (0, "not_handed_over")),
        (talk(turn(1, "handed_off", acts=frozenset({"urgent"}))), (1, "kept")),
        (talk(NOT_UNDERSTOOD, FAILED_TWICE), (1, "kept")),
        (talk(NOT_UNDERSTOOD, turn(2, "not_understood", "Sorry, what?", failures=2, message={"offers": ()})), (0, "no_person_offered")),
        (talk(turn(1, "answered", "It goes to ana@example.com.")), (0, "personal_data")),
        (talk(turn(1, "answered", "Write to help@shop.example.", **CITED)), (1, "kept")),
        (talk(turn(1, "answered", message={"flags": ("unsafe",)})), (0, "flagged")),
    ],
)  # fmt: skip
def test_compliance(facts: ScoredFacts, expected: tuple[Value, str]) -> None:
    assert of(facts, "compliance") == expected


def test_the_overall_score_is_the_share_of_what_applies() -> None:
    found = score(talk(ANSWER, UNHELPED), LATER, lambda _: False)
    values = [found.verdicts[name].value for name in DIMENSIONS]
    assert values == [0, 0, None, 1, 0, 1]
    assert found.overall == pytest.approx(2 / 5)
    assert score(talk(), LATER, lambda _: False).overall is None


def test_a_verdict_names_the_turn_that_decided() -> None:
    found = score(talk(ANSWER, UNHELPED), LATER, lambda _: False).verdicts
    assert (found["right_source"].turn_id, found["answered"].turn_id) == ("t1", "t2")


@pytest.mark.parametrize(
    ("text", "sorry"),
    [
        ("I'm sorry about this.", True),
        ("Das tut mir leid.", True),
        ("Something went wrong on our side", True),
        ("Done.", False),
    ],
)
def test_regret_is_read(text: str, sorry: bool) -> None:
    assert sounds_sorry(text) is sorry


@pytest.mark.parametrize(("text", "loud"), [("No!!", True), ("YOU MUST PAY now", True), ("Your DHL parcel, HP104!", False)])
def test_shouting_is_read(text: str, loud: bool) -> None:
    assert shouts(text) is loud


def test_every_greeting_that_ships_says_that_it_is_automated() -> None:
    from domain.messages.messages import Messages

    for locale in ("en", "de"):
        say = Messages.load().speaking(locale)
        assert says_it_is_automated(say("greeting", assistant="Pip", company="Harbour & Pine"))
    assert not says_it_is_automated("Hello, this is Paul. Maid service?")


def test_kappa_is_that_of_scikit_learn() -> None:
    from sklearn.metrics import cohen_kappa_score  # late: it takes longer than most tests

    rng, values = random.Random(3), [1, 0, None]
    first = [rng.choice(values) for _ in range(200)]
    second = [one if rng.random() < 0.7 else rng.choice(values) for one in first]
    found = agreement(list(zip(first, second, strict=True)))
    assert found.kappa == pytest.approx(cohen_kappa_score([str(v) for v in first], [str(v) for v in second]))
    assert found.same == sum(a == b for a, b in zip(first, second, strict=True))
    assert agreement([]).kappa is None
    assert agreement([(1, 1)] * 5).kappa is None  # chance alone says the same


def test_what_it_tells_of_ratings_is_what_scipy_and_scikit_learn_say() -> None:
    from scipy.stats import spearmanr  # late: it takes longer than most tests
    from sklearn.metrics import roc_auc_score  # late: it takes longer than most tests

    rng = random.Random(4)
    rated = [(rng.choice([0.2, 0.4, 0.6, 0.8, 1.0]), rng.randint(1, 5)) for _ in range(80)]
    found = prediction(rated)
    assert found.spearman == pytest.approx(spearmanr(*zip(*rated, strict=True)).statistic)
    auc = roc_auc_score([rating >= 4 for _, rating in rated], [overall for overall, _ in rated])
    assert found.auc == pytest.approx(auc)
    assert found.low is not None
    assert found.high is not None
    assert found.low < auc < found.high
    assert prediction(rated[: ENOUGH - 1]).auc is None
    assert prediction([(1.0, 5)] * ENOUGH).spearman is None


def test_every_reason_has_its_words_on_the_page() -> None:
    home = Path(__file__).parents[2]
    rules = [f for f in (home / "insights" / "scores").glob("*.py") if f.name not in ("report.py", "score_service.py")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in rules)
    said = set(re.findall(r'reason="([a-z_]+)"', code))
    said |= set(re.findall(r'^\s+\("([a-z_]+)", ', code, re.MULTILINE))  # of a table of rules
    texts = (home / "web" / "src" / "messages" / "admin-scores-en.ts").read_text(encoding="utf-8")
    assert len(said) > 25
    assert sorted(reason for reason in said if f"    {reason}: " not in texts) == []
