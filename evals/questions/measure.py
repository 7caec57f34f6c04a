"""What becomes of questions that documents answer, and of such that none answers: `python -m evals.questions`.

A file is a list of questions: what is said (``says``), by whom (``customer``, none is a guest; ``region``), one of the words that a right
answer holds (``holds``) and the article that holds them. Without ``holds`` no article answers, and saying so is right. Files named
``…_kept_apart.yaml`` are measured, and not read while anything is mended."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

FOLDER = Path(__file__).parent
_LOCALES = {"US": "en-US", "GB": "en-GB", "DE": "de-DE"}
_UNKNOWN = frozenset({"no_answer_found", "not_understood"})


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    says: str
    region: str
    customer: str | None = None
    holds: list[str] = []
    article: str | None = None
    apart: bool = False  # not looked at while anything is mended

    @property
    def locale(self) -> str:
        return _LOCALES[self.region]


class Outcome(StrEnum):
    """What became of a question."""

    RIGHT = "right"
    OTHER = "another passage"
    LED = "led into an action, or asked who one is"
    UNKNOWN = "not known, and said so"
    TALK = "anything else"


@dataclass(frozen=True)
class Judged:
    asked: Asked
    outcome: Outcome
    told: str


def read_asked(folder: Path = FOLDER) -> list[Asked]:
    """All questions that are shipped. Raises ``pydantic.ValidationError`` where a file holds something else."""
    found: list[Asked] = []
    for file in sorted(folder.glob("*.yaml")):
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
        found += [Asked.model_validate({**row, "apart": file.stem.endswith("_kept_apart")}) for row in rows]
    return found


def outcome_of(asked: Asked, answer: dict[str, Any]) -> Judged:  # Any: the contract's JSON
    """``answer`` is that of `POST …/messages`."""
    told = " ".join(message["text"] for message in answer["messages"])
    turn = answer["turn"]
    cites = any(message["citations"] for message in answer["messages"])
    if asked.holds and any(words.casefold() in told.casefold() for words in asked.holds):
        outcome = Outcome.RIGHT
    elif turn["outcome"] in _UNKNOWN:
        outcome = Outcome.UNKNOWN if asked.holds else Outcome.RIGHT
    elif cites:
        outcome = Outcome.OTHER
    elif turn["tool_calls"] or turn["outcome"] in ("asked_for_input", "asked_for_confirmation", "action_refused"):
        outcome = Outcome.LED
    else:
        outcome = Outcome.TALK
    return Judged(asked, outcome, told)


async def measure(questions: Sequence[Asked], ask: Callable[[Asked], Awaitable[dict[str, Any]]]) -> list[Judged]:
    """Each question as the first message of a conversation of its own."""
    return [outcome_of(question, await ask(question)) for question in questions]


def table(judged: Sequence[Judged]) -> str:
    """Counts by kind of question."""
    kinds: dict[str, Counter[Outcome]] = {}
    for one in judged:
        language = "German" if one.asked.region == "DE" else "English"
        answered = "answered by an article" if one.asked.holds else "by none"
        kinds.setdefault(f"{language}, {answered}{', kept apart' if one.asked.apart else ''}", Counter())[one.outcome] += 1
    lines = ["| | " + " | ".join(Outcome) + " | of |", "| --- " * (len(Outcome) + 2) + "|"]
    for kind, counts in sorted(kinds.items()):
        lines.append(f"| {kind} | " + " | ".join(str(counts[outcome]) for outcome in Outcome) + f" | {counts.total()} |")
    return "\n".join(lines)
