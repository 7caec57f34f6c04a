"""Bodies of the calls about what not everybody gets alike: variants in an experiment, and graph versions."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from api.schemas.fields import Body, GraphVersion, Short
from domain.experiments import SETTINGS_OF, ExperimentKind, VariantSettings

ArmName = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9 _.-]*$")]
_ROUNDING = 0.001  # thirds written with three decimals are a whole


class VariantBody(Body):
    name: ArmName
    share: Annotated[float, Field(gt=0, lt=1, strict=False)]
    settings: Annotated[VariantSettings, Field(default_factory=VariantSettings)]


class ExperimentBody(Body):
    """The first variant is what the others are compared with."""

    name: Annotated[Short, Field(max_length=80)]
    kind: ExperimentKind
    variants: Annotated[list[VariantBody], Field(min_length=2, max_length=5)]
    intents: Annotated[list[Annotated[str, Field(max_length=80)]], Field(min_length=1, max_length=50)] | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        names = [v.name for v in self.variants]
        if len(set(names)) < len(names):
            raise ValueError("two variants have the same name")
        if abs(sum(v.share for v in self.variants) - 1) > _ROUNDING:
            raise ValueError(f"the shares sum to {sum(v.share for v in self.variants):g}, not to 1")
        for variant in self.variants:
            more = set(variant.settings.model_dump(exclude_defaults=True)) - SETTINGS_OF[self.kind]
            if more:
                allowed = ", ".join(sorted(SETTINGS_OF[self.kind]))
                raise ValueError(
                    f"{variant.name} sets {', '.join(sorted(more))}; a {self.kind} experiment may set {allowed}"
                )
        return self


class StopBody(Body):
    """``promote``: the variant that every new conversation gets from now on; none: as before the experiment."""

    promote: ArmName | None = None


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
