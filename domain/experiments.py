"""Experiments: variants of wording or strategy, who is in which, and when a variant was shown. Never of money rules: no setting
here reaches a policy."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ExperimentKind = Literal["greeting", "clarifying", "retrieval", "phrasing"]
ExperimentStatus = Literal["running", "stopped", "promoted"]


class VariantSettings(BaseModel):
    """What a variant sets; nothing: as it is without the experiment."""

    model_config = ConfigDict(extra="forbid")

    messages: dict[str, str] = Field(
        default_factory=dict
    )  # id of a message, or of its attribute (`greeting.person`) → its words
    choose_below: float | None = Field(None, ge=0, le=1)
    choose_among: float | None = Field(None, ge=0, le=1)
    segments: int | None = Field(None, ge=1, le=20)  # that a search for an answer looks at


# What variants of a kind may set.
SETTINGS_OF: dict[ExperimentKind, frozenset[str]] = {
    "greeting": frozenset({"messages"}),
    "phrasing": frozenset({"messages"}),
    "clarifying": frozenset({"choose_below", "choose_among", "messages"}),
    "retrieval": frozenset({"segments"}),
}


class Variant(BaseModel):
    name: str
    share: float
    settings: VariantSettings = Field(default_factory=VariantSettings)


class Experiment(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    kind: ExperimentKind
    variants: list[Variant]
    intents: list[str] | None
    status: ExperimentStatus
    promoted: str | None  # the variant that everybody gets since
    needed: int  # conversations a variant for the test with a fixed horizon
    created_at: datetime
    created_by: str
    ended_at: datetime | None
    ended_by: str | None

    def variant_of(self, key: str) -> Variant:
        """The variant of whom ``key`` names: the same at every time and on every replica."""
        if self.status == "promoted":
            return next(v for v in self.variants if v.name == self.promoted)
        digest = hashlib.sha256(f"experiment {self.id} {key}".encode()).digest()
        at, reached = int.from_bytes(digest[:7], "big") / 2**56, 0.0
        for variant in self.variants:
            reached += variant.share
            if at < reached:
                return variant
        return self.variants[-1]


class Enrolment(BaseModel):
    """A conversation's place in an experiment, kept with the conversation: it stays as it is when the experiment ends.

    ``messages``: the ids that any variant says in its own words. Saying one of them shows the variant, whichever it is."""

    experiment_id: str
    kind: ExperimentKind
    variant: str
    settings: VariantSettings
    messages: list[str] = Field(default_factory=list)
    intents: list[str] | None = None
    exposed_at: datetime | None = None
    is_promoted: bool = False


def enrolled(experiments: Sequence[Experiment], key: str) -> list[Enrolment]:
    """A new conversation's places, in the order in which the experiments began."""
    found = []
    for one in experiments:
        variant = one.variant_of(key)
        found.append(
            Enrolment(
                experiment_id=one.id,
                kind=one.kind,
                variant=variant.name,
                settings=variant.settings,
                messages=sorted({name for v in one.variants for name in v.settings.messages}),
                intents=one.intents,
                is_promoted=one.status == "promoted",
            )
        )
    return found


def variant_name(enrolments: Sequence[Enrolment]) -> str | None:
    """What `Turn.variant` says: the running experiments' variants."""
    return ", ".join(e.variant for e in enrolments if not e.is_promoted)[:80] or None


@dataclass(frozen=True)
class Happened:
    """What of a turn says whether a variant was shown."""

    kind: str
    intent: str | None
    searched: bool  # documents were looked through
    said: Collection[str] = field(default_factory=frozenset)  # ids of messages


def shows(enrolment: Enrolment, turn: Happened) -> bool:
    """Whether the turn showed what the variants differ in. The same of every variant, else their groups could not be compared."""
    if enrolment.intents and turn.intent not in enrolment.intents:
        return False
    if enrolment.kind == "greeting":
        return turn.kind == "greeting" or bool(enrolment.intents)
    if enrolment.kind == "retrieval":
        return turn.searched
    if enrolment.kind == "phrasing" and enrolment.messages:
        return any(name in turn.said for name in enrolment.messages)
    return turn.kind == "text"
