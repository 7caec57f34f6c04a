"""The company's rules: who may do what, when, how much, and whose approval it takes.

A policy is a YAML file, validated into these models (`docs/policy.md` explains each field). Regions override
parts of it; the result of an override is validated again as a whole.
"""

from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from domain.shop import OrderStatus

IdentityLevel = Literal["guest", "order", "code", "signed_in"]
IDENTITY_ORDER: tuple[IdentityLevel, ...] = ("guest", "order", "code", "signed_in")


def _exact(value: object) -> object:
    """YAML reads 200.00 as a float; its shortest form is what was typed."""
    return Decimal(str(value)) if isinstance(value, float) else value


ExactDecimal = Annotated[Decimal, BeforeValidator(_exact), Field(ge=0)]


class Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reason(Rule):
    """A reason that the policy accepts for an action."""

    name: str
    words: list[str] = []  # how customers say it, lower case
    needs_return: bool = False  # a refund for this reason comes after the goods are back


class ActionRule(Rule):
    """The rules of one action."""

    enabled: bool = True
    identity: IdentityLevel = "code"
    confirm: bool = True
    statuses: list[OrderStatus] | None = None  # None: any state
    window_days: int | None = Field(default=None, ge=0)  # None: no time limit
    window_from: Literal["placed", "delivered"] = "delivered"
    reasons: list[Reason] = []
    reason_required: bool = False
    times_per_order: int | None = Field(default=None, ge=1)
    refund_to: list[Literal["original", "gift_card", "any_own"]] = ["original"]
    approve_above: ExactDecimal | None = None  # in the order's currency
    highest: ExactDecimal | None = None  # above this the action is refused
    not_after: list[str] = []  # actions of ours on the same order that rule this one out

    def reason(self, name: str) -> Reason | None:
        return next((r for r in self.reasons if r.name == name), None)


class ConsentRule(Rule):
    mode: Literal["opt_in", "notice"] = "notice"


class FailureRule(Rule):
    offer_person_after: int = Field(default=2, ge=1)
    hand_off_after: int = Field(default=3, ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.hand_off_after < self.offer_person_after:
            raise ValueError("hand_off_after must not come before offer_person_after")
        return self


class IdentityRule(Rule):
    code_minutes: int = Field(default=10, ge=1)
    attempts: int = Field(default=5, ge=1)  # a conversation, over all ways of proving identity


class QuoteRule(Rule):
    expires_minutes: int = Field(default=30, ge=1)


class ShippingRule(Rule):
    standard_days: tuple[int, int] = (3, 5)
    express_days: tuple[int, int] | None = None


class PageOffer(Rule):
    """What the greeting adds when the chat is opened on a page of this kind."""

    kind: str
    text: str


class RegionRules(Rule):
    """What differs in a region; a field left out keeps the general rule."""

    consent: ConsentRule | None = None
    shipping: ShippingRule | None = None
    # Each action's overriding fields, merged over the general rule and validated again.
    actions: dict[str, dict[str, object]] = {}


class Policy(Rule):
    """Everything that decides, without a model, what may happen."""

    version: str
    company: str = "Our shop"
    assistant_name: str = "Assistant"
    privacy_url: str = "/help/privacy"
    consent: ConsentRule = ConsentRule()
    failures: FailureRule = FailureRule()
    identity: IdentityRule = IdentityRule()
    quote: QuoteRule = QuoteRule()
    shipping: ShippingRule = ShippingRule()
    page_offers: list[PageOffer] = []
    actions: dict[str, ActionRule]
    regions: dict[str, RegionRules] = {}

    @model_validator(mode="after")
    def _regions_hold(self) -> Self:
        for region, rules in self.regions.items():
            for name in rules.actions:
                if name not in self.actions:
                    raise ValueError(f"regions.{region}.actions.{name}: no such action in actions")
                self._merged(name, region)
        return self

    @cached_property
    def _rules(self) -> dict[tuple[str, str | None], ActionRule]:
        return {}

    def _merged(self, name: str, region: str) -> ActionRule:
        general = self.actions[name]
        override = self.regions[region].actions.get(name, {}) if region in self.regions else {}
        return ActionRule.model_validate({**general.model_dump(), **override}) if override else general

    def rule(self, name: str, region: str | None) -> ActionRule:
        """The rule of an action in a region. An action that the file does not name is not enabled."""
        key = (name, region)
        if key not in self._rules:
            known = name in self.actions
            self._rules[key] = (
                (self._merged(name, region) if region else self.actions[name]) if known else ActionRule(enabled=False)
            )
        return self._rules[key]

    def consent_mode(self, region: str | None) -> Literal["opt_in", "notice"]:
        rules = self.regions.get(region or "")
        return (rules.consent if rules and rules.consent else self.consent).mode

    def shipping_of(self, region: str | None) -> ShippingRule:
        rules = self.regions.get(region or "")
        return rules.shipping if rules and rules.shipping else self.shipping

    @property
    def quote_lives(self) -> timedelta:
        return timedelta(minutes=self.quote.expires_minutes)
