"""Bodies of the graph versions' calls."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from api.schemas.fields import Body, GraphVersion, Short


class RolloutBody(Body):
    weights: Annotated[dict[GraphVersion, float], Field(max_length=50)]


class EvalResultBody(Body):
    """As the head of `report.json` has it."""

    suite: Annotated[Short, Field(max_length=80)]
    passed: Annotated[int, Field(ge=0, le=1_000_000)]
    total: Annotated[int, Field(ge=1, le=1_000_000)]

    @model_validator(mode="after")
    def _part_of_the_whole(self) -> Self:
        if self.passed > self.total:
            raise ValueError("passed is more than total")
        return self


class EvalResult(BaseModel):
    suite: str
    passed: int
    total: int
    ran_at: datetime


class VersionShown(BaseModel):
    name: str
    is_default: bool
    weight: float  # share of new conversations
    open_conversations: int
    schema_version: int | None  # of the state that it speaks; null for a version that this release does not hold
    migrates_to: str | None  # the version by whose graph a retired one's conversations go on
    eval_results: list[EvalResult]


class RolloutShown(BaseModel):
    weights: dict[str, float]
