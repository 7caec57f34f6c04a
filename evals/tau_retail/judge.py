"""Judges a dialogue that was played through the service: what was done, what was not, and what should not have been."""

from collections import Counter
from typing import Literal

from pydantic import BaseModel

from evals.tau_retail.writes import Write

Ending = Literal["done", "quoted", "quoted_otherwise", "refused", "handed_off", "not_reached"]
ENDINGS: tuple[Ending, ...] = ("done", "quoted", "quoted_otherwise", "refused", "handed_off", "not_reached")


class PlayedTurn(BaseModel):
    said: str
    intent: str | None
    outcome: str | None
    failures: int
    answered: list[str] = []
    executed: list[Write] = []
    quoted: list[Write] = []
    refused: list[Write] = []


class Verdict(BaseModel):
    """``endings`` is one for each write of the dialogue's agent, in its order."""

    id: str
    turns: list[PlayedTurn]
    expected: list[Write]
    endings: list[Ending]
    wrong: list[Write]  # executed by us, not done by the dialogue's agent
    failed_turns: int
    not_understood: int
    handed_off: bool


def judged(dialogue_id: str, expected: list[Write], turns: list[PlayedTurn]) -> Verdict:
    executed = [write for turn in turns for write in turn.executed]
    left = Counter(expected)
    wrong = []
    for write in executed:
        if left[write] > 0:
            left[write] -= 1
        else:
            wrong.append(write)
    failing = ("not_understood", "no_answer_found", "error")
    return Verdict(
        id=dialogue_id,
        turns=turns,
        expected=expected,
        endings=[_ending(write, turns) for write in expected],
        wrong=wrong,
        failed_turns=sum(turn.outcome in failing for turn in turns),
        not_understood=sum(turn.outcome == "not_understood" for turn in turns),
        handed_off=any(turn.outcome == "handed_off" for turn in turns),
    )


def _ending(write: Write, turns: list[PlayedTurn]) -> Ending:
    if any(write in turn.executed for turn in turns):
        return "done"
    if any(write in turn.quoted for turn in turns):
        return "quoted"
    if any(write.same_target(quote) for turn in turns for quote in turn.quoted):
        return "quoted_otherwise"
    if any(write.action == no.action and no.order_id in (None, write.order_id) for turn in turns for no in turn.refused):
        return "refused"
    return "handed_off" if any(turn.outcome == "handed_off" for turn in turns) else "not_reached"


def table(verdicts: list[Verdict]) -> str:
    """Figures of all dialogues, a line each."""
    turns = [turn for v in verdicts for turn in v.turns]
    endings = Counter(ending for v in verdicts for ending in v.endings)
    outcomes = Counter(turn.outcome or "none" for turn in turns)
    rows = [
        ("dialogues", len(verdicts)),
        ("customer turns", len(turns)),
        ("writes of the dialogues' agent", sum(endings.values())),
        *((f"  {ending.replace('_', ' ')}", endings[ending]) for ending in ENDINGS),
        ("wrong side effects", sum(len(v.wrong) for v in verdicts)),
        ("turns that failed", sum(v.failed_turns for v in verdicts)),
        ("dialogues handed off", sum(v.handed_off for v in verdicts)),
        ("outcomes", len(turns)),
        *((f"  {outcome}", n) for outcome, n in outcomes.most_common()),
    ]
    return "\n".join(f"{name:34} {n:5}" for name, n in rows)


def worst(verdicts: list[Verdict], n: int) -> list[Verdict]:
    """Wrong side effects first, then the most failed turns, then the most writes not done."""

    def badness(verdict: Verdict) -> tuple[int, int, int]:
        return len(verdict.wrong), verdict.failed_turns, sum(ending != "done" for ending in verdict.endings)

    return sorted(verdicts, key=badness, reverse=True)[:n]
