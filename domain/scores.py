"""What a conversation's quality is scored on, by the published rules and by people (docs/scores.md)."""

from datetime import datetime
from typing import Literal, get_args

from pydantic import BaseModel

Dimension = Literal["answered", "right_source", "promise_kept", "tone", "effort", "compliance"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
Value = Literal[0, 1] | None  # as it should be, not so, or not applicable


class Verdict(BaseModel):
    """Of one dimension. ``reason`` is the rule that decided; ``turn_id`` where, if at a certain turn."""

    value: Value
    reason: str
    turn_id: str | None = None


class Score(BaseModel):
    """``overall``: the share of the applicable dimensions that are 1; null where none is."""

    conversation_id: str
    rules_version: str
    overall: float | None
    verdicts: dict[Dimension, Verdict]


class Reading(BaseModel):
    """A person's own judgement of one dimension. ``note`` is masked."""

    dimension: Dimension
    value: Value
    note: str | None
    by: str
    at: datetime
