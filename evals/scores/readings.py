"""Kept conversations, two readings of each by dimension, and how far rules and readings agree."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from domain.scores import DIMENSIONS, Dimension, Value
from insights.scores.agreement import Agreement, agreement
from insights.scores.rules import HoldsPersonalData, score
from records.scored_facts import ScoredFacts

HERE = Path(__file__).parent
FLOOR = 0.6
_FACTS = TypeAdapter(ScoredFacts)
_SIGNS: dict[str, Value] = {"1": 1, "0": 0, "-": None}
Readings = dict[str, dict[Dimension, Value]]  # by the conversation's id


@dataclass(frozen=True)
class Kept:
    """``now``: when it was looked at; ``apart``: no rule was mended by it."""

    facts: ScoredFacts
    now: datetime
    apart: bool


def kept() -> list[Kept]:
    lines = (HERE / "conversations.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Kept(_FACTS.validate_python(one["facts"]), datetime.fromisoformat(one["now"]), one["apart"])
        for one in map(json.loads, lines)
    ]


def read_by(name: str) -> Readings:
    """``first`` or ``second``: a line a conversation, its id and a sign a dimension (1, 0, or - where it does not apply)."""
    found: Readings = {}
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            conversation_id, *signs = line.split()
            found[conversation_id] = {d: _SIGNS[sign] for d, sign in zip(DIMENSIONS, signs, strict=True)}
    return found


def by_rules(some: Sequence[Kept], holds_personal_data: HoldsPersonalData) -> Readings:
    found: Readings = {}
    for one in some:
        verdicts = score(one.facts, one.now, holds_personal_data).verdicts
        found[one.facts.id] = {d: verdicts[d].value for d in DIMENSIONS}
    return found


def agree(one: Readings, other: Readings, ids: Sequence[str], dimension: Dimension) -> Agreement:
    return agreement([(one[i][dimension], other[i][dimension]) for i in ids])
