"""An offer that was made to a visitor, and the conversation that begins from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

OfferArm = Literal["offered", "held_out"]


class Offer(BaseModel):
    """One that was made, or held back to compare with. Nothing here says to whom."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str  # of its rule
    arm: OfferArm
    created_at: datetime
    dismissed_at: datetime | None
    opened_at: datetime | None  # when a conversation was opened with it, to the hour

    @property
    def is_taken_up(self) -> bool:
        """Whether a conversation that is opened with it begins from it."""
        return self.arm == "offered" and self.dismissed_at is None

    @property
    def label(self) -> str:
        """What key figures are split by (`docs/kpis.md`)."""
        return label_of(self.name, "held_out" if self.arm == "held_out" else "taken" if self.is_taken_up else "dismissed")


OfferEnd = Literal["taken", "dismissed", "held_out"]


def label_of(name: str, end: OfferEnd) -> str:
    return name if end == "taken" else f"{name} ({end.replace('_', ' ')})"


@dataclass(frozen=True)
class Opening:
    """The offer with which a conversation is opened. ``text``: what was offered; none where it opens as any other does."""

    id: str
    label: str
    text: str | None = None
    asks: str | None = None  # what the documents are asked
    person: bool = False
