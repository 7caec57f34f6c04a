"""Page triggers: on which page, and when there, a visitor is offered help (`docs/page-offers.md` explains each field); an offer that was
made, and the conversation that begins from it.

Rules look at a page and at what was done on it, never at who does it. What a visitor is offered does not depend on any policy.
"""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from domain.money import Money
from domain.rules.policy import Rule
from domain.rules.policy_values import Amount, Kind, Label, RegionCode, Unique

Seconds = Annotated[int, Field(ge=1, le=3600)]
Times = Annotated[int, Field(ge=1, le=1000)]
Hours = Annotated[float, Field(ge=0, le=8760, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=0.9, allow_inf_nan=False)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]


def _pattern(value: str) -> str:
    if not value.startswith(("/", "*", "http://", "https://")) or "?" in value or "#" in value:
        raise ValueError("a pattern is a path such as /pricing* or an address, without ? and #: those are never looked at")
    return value


UrlPattern = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_pattern)]


class CartValue(Rule):
    """A cart in another currency is never enough."""

    amount: Amount
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class OfferRule(Rule):
    """On a page of one of the ``kinds`` or at one of the ``urls``, when all that is named has been reached."""

    name: Name  # also what the message `page-offer` is chosen by, and what key figures are split by
    kinds: Unique[Kind] = Field(default_factory=list)
    urls: Unique[UrlPattern] = Field(default_factory=list)
    regions: Unique[RegionCode] = Field(default_factory=list)  # none: everywhere
    dwell_seconds: Seconds | None = None
    visits: Times | None = None  # of this page
    cart_value: CartValue | None = None
    errors: Times | None = None  # that the page reported since it was opened
    asks: Annotated[str, Field(min_length=3, max_length=300, pattern=r"\S")] | None = None
    person: bool = False  # whether a person is offered beside it
    cooldown_hours: Hours | None = None
    holdout: Share | None = None

    def is_for(self, page: "Visit") -> bool:
        """Whether the page and what was done on it fit, but for the time spent there."""
        here = page.kind in self.kinds if page.kind else False
        here = here or any(fnmatchcase(page.path, p) or fnmatchcase(page.address, p) for p in self.urls)
        return (
            here
            and (not self.regions or page.region in self.regions)
            and page.visits >= (self.visits or 0)
            and page.errors >= (self.errors or 0)
            and self._has_cart(page.cart)
        )

    def _has_cart(self, cart: Money | None) -> bool:
        least = self.cart_value
        return least is None or (cart is not None and cart.currency == least.currency and cart.amount >= least.amount)


@dataclass(frozen=True)
class Visit:
    """What a page tells of itself. It is looked at, and not kept."""

    kind: str | None = None
    address: str = ""  # scheme, host and path
    path: str = ""
    region: str | None = None
    dwell: float = 0
    visits: int = 1
    cart: Money | None = None
    errors: int = 0


class Triggers(Rule):
    """A file of page triggers. The first rule that fits makes the offer."""

    version: Label
    # Between two offers to one visitor. An offer that names hours of its own neither waits for others nor makes them wait.
    cooldown_hours: Hours = 24
    holdout: Share = 0  # of the visitors who would be made an offer: they are made none, to compare with
    offers: Annotated[list[OfferRule], Field(min_length=1, max_length=200)]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        found = [
            InitErrorDetails(
                type=PydanticCustomError("contradiction", "{message}", {"message": message, "involves": (place,)}),
                loc=place,
                input=None,
            )
            for place, message in self._contradictions()
        ]
        if found:
            raise ValidationError.from_exception_data("Triggers", found)
        return self

    def _contradictions(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        names: set[str] = set()
        for i, rule in enumerate(self.offers):
            if rule.name in names:
                yield ("offers", i, "name"), f"there is an offer {rule.name} already"
            names.add(rule.name)
            if not rule.kinds and not rule.urls:
                yield ("offers", i, "kinds"), "an offer is made on some page: name its kinds or its urls"

    def rule(self, name: str) -> OfferRule | None:
        return next((r for r in self.offers if r.name == name), None)

    def fitting(self, page: Visit) -> OfferRule | None:
        """The first rule of which everything has been reached."""
        return next((r for r in self.offers if r.is_for(page) and page.dwell >= (r.dwell_seconds or 0)), None)

    def seconds_until(self, page: Visit) -> int | None:
        """Until time alone may make a rule fit; None: it will not."""
        waits = [r.dwell_seconds - page.dwell for r in self.offers if r.dwell_seconds and r.is_for(page)]
        left = [math.ceil(wait) for wait in waits if wait > 0]
        return min(left) if left else None

    def is_held_out(self, rule: OfferRule, subject: str) -> bool:
        """The same for a subject at every time and on every replica."""
        share = self.holdout if rule.holdout is None else rule.holdout
        digest = hashlib.sha256(f"offer {rule.name} {subject}".encode()).digest()
        return int.from_bytes(digest[:7], "big") / 2**56 < share


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
