"""Who comes: a persona, a goal, patience, and what they would say. Drawn by seed: the same seed brings the same people."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from domain.shop import OrderStatus

Persona = Literal["cooperative", "vague", "angry", "changes_mind", "lying", "attacking"]


class Goal(BaseModel):
    """``share``: how often, against the others. ``rises``: a matter of the last three weeks of a quarter."""

    model_config = ConfigDict(extra="forbid")

    share: float = Field(gt=0)
    rises: bool = False
    order: OrderStatus | None = None
    says: list[str] = Field(min_length=1)
    again: list[str] = Field(min_length=1)
    reason: str | None = None
    answer: str


class Words(BaseModel):
    model_config = ConfigDict(extra="forbid")

    goals: dict[str, Goal]
    openings: dict[Literal["vague", "angry", "attacking"], list[str]]
    changes_mind: list[str]
    thanks: list[str]
    comments: dict[Literal["good", "bad"], list[str]]
    asks_person: list[str]


@cache
def words() -> Words:
    """The shipped words of simulated customers."""
    return Words.model_validate(yaml.safe_load((files("evals.simulation") / "words.yaml").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class KnownOrder:
    id: str
    status: OrderStatus


@dataclass(frozen=True)
class KnownCustomer:
    """Somebody who can sign in."""

    id: str
    region: str
    locale: str
    orders: tuple[KnownOrder, ...]


@dataclass(frozen=True)
class Temper:
    """How a persona is. ``patience``: useless replies that are borne, from and to; ``satisfaction``: 0..1, at the start."""

    share: float
    patience: tuple[int, int]
    satisfaction: float


TEMPERS: dict[Persona, Temper] = {
    "cooperative": Temper(54, (2, 3), 0.75),
    "vague": Temper(14, (2, 4), 0.65),
    "angry": Temper(12, (1, 2), 0.3),
    "changes_mind": Temper(10, (2, 3), 0.6),
    "lying": Temper(6, (1, 2), 0.5),
    "attacking": Temper(4, (1, 3), 0.4),
}
_GUEST_REGIONS = (("US", "en-US"), ("GB", "en-GB"), ("CA", "en-CA"), ("DE", "en-DE"), (None, "en-US"))
_CHANNELS = ("web", "web", "web", "app")


@dataclass(frozen=True)
class Person:
    """One customer in one conversation. ``order``: what they speak of; for a liar that of its ``owner``, somebody else."""

    number: int
    persona: Persona
    goals: tuple[str, ...]
    patience: int
    satisfaction: float
    customer: KnownCustomer | None
    owner: KnownCustomer | None
    order: str
    region: str | None
    locale: str
    channel: str
    rng: random.Random


def draw(number: int, seed: int, known: Sequence[KnownCustomer], *, late: bool = False) -> Person:
    """The ``number``-th person of a ``seed``. ``late``: what rises in the course of a quarter has risen."""
    rng = random.Random(f"{seed}/{number}")
    persona: Persona = rng.choices(list(TEMPERS), [t.share for t in TEMPERS.values()])[0]
    owners = _owners(known)
    goals = _goals(rng, owners, late)
    state = words().goals[goals[0]].order
    owner, order = rng.choice(owners[state]) if state else (None, "")
    customer = owner
    if owner and persona == "lying":
        customer = next((c for c in rng.sample(list(known), len(known)) if c.id != owner.id), None)
    region, locale = (customer.region, customer.locale) if customer else rng.choice(_GUEST_REGIONS)
    temper = TEMPERS[persona]
    return Person(
        number=number,
        persona=persona,
        goals=goals,
        patience=rng.randint(*temper.patience),
        satisfaction=min(1.0, max(0.0, rng.gauss(temper.satisfaction, 0.1))),
        customer=customer,
        owner=owner,
        order=order,
        region=region,
        locale=locale if locale.startswith("en") else f"en-{region}",  # their words are English
        channel=rng.choice(_CHANNELS),
        rng=rng,
    )


def _owners(known: Sequence[KnownCustomer]) -> dict[OrderStatus, list[tuple[KnownCustomer, str]]]:
    found: dict[OrderStatus, list[tuple[KnownCustomer, str]]] = {}
    for customer in known:
        for order in customer.orders:
            found.setdefault(order.status, []).append((customer, order.id))
    return found


def _goals(rng: random.Random, owners: dict[OrderStatus, list[tuple[KnownCustomer, str]]], late: bool) -> tuple[str, ...]:
    """One goal, and for every fifth a second one that needs no order."""
    possible = {name: g for name, g in words().goals.items() if g.order is None or g.order in owners}
    weights = [g.share * ((3 if late else 0.2) if g.rises else 1) for g in possible.values()]
    first = rng.choices(list(possible), weights)[0]
    others = [name for name, g in possible.items() if g.order is None and name != first]
    return (first, rng.choice(others)) if rng.random() < 0.2 else (first,)
