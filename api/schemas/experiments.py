"""Bodies of the experiments' calls."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from api.schemas.fields import Body, Short
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
