"""The company's rules: who may do what, when, how much, and whose approval it takes.

A policy is a YAML file, validated into these models (`docs/policy.md` explains each field). Regions override
parts of it; the result of an override is held to the same rules as a whole (`domain/rules/policy_contradictions.py`).
"""

from copy import copy
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from domain.countries import is_within
from domain.rules.policy_contradictions import contradictions
from domain.rules.policy_values import ActionName, Address, Amount, Kind, Label, ReasonName, RegionCode, Unique, Words
from domain.shop import OrderStatus

IdentityLevel = Literal["guest", "order", "code", "signed_in"]
IDENTITY_ORDER: tuple[IdentityLevel, ...] = ("guest", "order", "code", "signed_in")

Retained = Annotated[int, Field(ge=1, le=36_500)] | None
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]  # a country, or EU
Days = Annotated[int, Field(ge=0, le=365)]
Span = Annotated[tuple[Days, Days], Field(strict=False)]  # YAML has lists only


class Rule(BaseModel):
    """Strict: what is written is of its type. `enabled: off` is text and no truth value, `"30"` is no number of days."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Reason(Rule):
    """A reason that the policy accepts for an action."""

    name: ReasonName
    words: Unique[Words] = []  # how customers say it, lower case
    needs_return: bool = False  # a refund for this reason comes after the goods are back


class ActionRule(Rule):
    """The rules of one action."""

    enabled: bool = True
    identity: IdentityLevel = "code"
    confirm: bool = True
    statuses: Annotated[Unique[OrderStatus], Field(min_length=1)] | None = None  # None: any state
    window_days: int | None = Field(default=None, ge=1, le=3650)  # None: no time limit
    window_from: Literal["placed", "delivered"] = "delivered"
    reasons: list[Reason] = []
    reason_required: bool = False
    times_per_order: int | None = Field(default=None, ge=1, le=100)
    refund_to: Annotated[Unique[Literal["original", "gift_card", "any_own"]], Field(min_length=1)] = ["original"]
    approve_above: Amount | None = None  # in the order's currency
    highest: Annotated[Amount, Field(gt=0)] | None = None  # above this the action is refused
    not_after: Unique[ActionName] = []  # actions of ours on the same order that rule this one out

    def reason(self, name: str) -> Reason | None:
        return next((r for r in self.reasons if r.name == name), None)


if TYPE_CHECKING:

    class ActionOverride(Rule): ...

else:  # the fields of a rule, none of which must be given

    def _optional(field):
        field = copy(field)
        field.default, field.default_factory = None, None
        return field

    ActionOverride = create_model(
        "ActionOverride",
        __base__=Rule,
        __doc__="The fields of an action's rule that differ in a region.",
        **{name: (f.annotation, _optional(f)) for name, f in ActionRule.model_fields.items()},
    )


class ConsentRule(Rule):
    mode: Literal["opt_in", "notice"] = "notice"


class FailureRule(Rule):
    offer_person_after: int = Field(default=2, ge=1, le=20)
    hand_off_after: int = Field(default=3, ge=1, le=20)


class IdentityRule(Rule):
    code_minutes: int = Field(default=10, ge=1, le=1440)
    proof_minutes: int = Field(default=60, ge=1, le=1440)  # that a proof by code lasts; a sign-in lasts as its token says
    attempts: int = Field(default=5, ge=1, le=20)  # a conversation, over all ways of proving identity
    # over all conversations
    tries_an_hour: int = Field(default=5, ge=1, le=20)  # wrong ones, of an account, an order or an e-mail address
    mails_an_hour: int = Field(default=3, ge=1, le=20)  # codes and password links to an account
    address_tries_an_hour: int = Field(default=120, ge=1, le=10_000)  # wrong ones from a client address
    email_changes_a_day: int = Field(default=3, ge=1, le=20)  # of an account's e-mail address, tried ones too
    # In which no password link is sent after a change of the e-mail address: who holds a stranger's open chat takes no account.
    email_hold_hours: int = Field(default=24, ge=0, le=720)
    address_mails_an_hour: int = Field(default=120, ge=1, le=10_000)  # asked for from a client address

    @property
    def email_hold(self) -> timedelta:
        return timedelta(hours=self.email_hold_hours)


class QuoteRule(Rule):
    expires_minutes: int = Field(default=30, ge=1, le=10080)


class ShippingRule(Rule):
    standard_days: Span = (3, 5)
    express_days: Span | None = None


class UrgentRule(Rule):
    """Whom somebody in danger is told to call."""

    emergency: Label = "your local emergency number"
    crisis_line: Label = "a crisis line near you"


class RetentionRule(Rule):
    """Days that each kind of data is kept; none: until it is erased. The job `apply_retention` holds to it, once a day."""

    conversations: Retained = None  # from their last change; their counts stay
    counts: Retained = None  # of erased conversations, in the key figures
    events: Retained = None  # of closed conversations: what a front end replays
    recordings: Retained = None  # what the back office told each turn, masked: what `evals replay` answers from
    consents: Retained = None  # proofs, from the answer
    offers: Retained = None  # that pages made: counts, which name nobody
    sealed: Annotated[int, Field(ge=1, le=365)] = 7  # originals in the vault, from when they were written


class ResidencyRule(Rule):
    """Where text of a region's customers may be processed by a hosted model; none: anywhere."""

    model_regions: Unique[Country] | None = None


class PageOffer(Rule):
    """What the greeting adds when the chat is opened on a page of this kind."""

    kind: Kind
    text: Annotated[str, Field(min_length=1, max_length=1000, pattern=r"\S")]


class RegionRules(Rule):
    """What differs in a region; a field left out keeps the general rule."""

    consent: ConsentRule | None = None
    shipping: ShippingRule | None = None
    urgent: UrgentRule | None = None
    residency: ResidencyRule | None = None
    # Each action's overriding fields, merged over the general rule and validated again.
    actions: dict[ActionName, ActionOverride] = {}


class Policy(Rule):
    """Everything that decides, without a model, what may happen."""

    version: Label
    company: Label = "Our shop"
    assistant_name: Label = "Assistant"
    privacy_url: Address = "/help/privacy"
    consent: ConsentRule = ConsentRule()
    failures: FailureRule = FailureRule()
    identity: IdentityRule = IdentityRule()
    quote: QuoteRule = QuoteRule()
    shipping: ShippingRule = ShippingRule()
    urgent: UrgentRule = UrgentRule()
    retention: RetentionRule = RetentionRule()
    residency: ResidencyRule = ResidencyRule()
    # minutes that a claimed hand-off may be left without an answer; 0 or none: as long as its holder likes
    claim_timeout: float | None = Field(default=30, ge=0, le=525_600, allow_inf_nan=False)
    page_offers: list[PageOffer] = []
    actions: Annotated[dict[ActionName, ActionRule], Field(min_length=1)]
    regions: dict[RegionCode, RegionRules] = {}

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        found = [
            InitErrorDetails(
                type=PydanticCustomError("contradiction", "{message}", {"message": c.message, "involves": c.involves}),
                loc=c.path,
                input=None,
            )
            for c in contradictions(self)
        ]
        if found:
            raise ValidationError.from_exception_data("Policy", found)
        return self

    @cached_property
    def _rules(self) -> dict[tuple[str, str | None], ActionRule]:
        return {}

    def merged(self, name: str, region: str) -> ActionRule:
        """The rule of an action that the file names, with what differs in a region."""
        general = self.actions[name]
        override = self.regions[region].actions.get(name) if region in self.regions else None
        if override is None:
            return general
        return ActionRule.model_validate(
            {**general.model_dump(exclude_unset=True), **override.model_dump(exclude_unset=True)}
        )

    def rule(self, name: str, region: str | None) -> ActionRule:
        """The rule of an action in a region. An action that the file does not name is not enabled."""
        key = (name, region)
        if key not in self._rules:
            known = name in self.actions
            self._rules[key] = (
                (self.merged(name, region) if region else self.actions[name]) if known else ActionRule(enabled=False)
            )
        return self._rules[key]

    def consent_mode(self, region: str | None) -> Literal["opt_in", "notice"]:
        rules = self.regions.get(region or "")
        return (rules.consent if rules and rules.consent else self.consent).mode

    def shipping_of(self, region: str | None) -> ShippingRule:
        rules = self.regions.get(region or "")
        return rules.shipping if rules and rules.shipping else self.shipping

    def urgent_of(self, region: str | None) -> UrgentRule:
        rules = self.regions.get(region or "")
        return rules.urgent if rules and rules.urgent else self.urgent

    def residency_of(self, region: str | None) -> ResidencyRule:
        rules = self.regions.get(region or "")
        return rules.residency if rules and rules.residency else self.residency

    def may_be_processed_in(self, region: str | None, place: str | None) -> bool:
        """Whether a model in ``place`` (None: nobody said where) may read what a customer of ``region`` writes."""
        allowed = self.residency_of(region).model_regions
        return allowed is None or any(is_within(place, one) for one in allowed)

    @property
    def claim_patience(self) -> timedelta | None:
        """How long a claimed hand-off may be left; None: for ever."""
        return timedelta(minutes=self.claim_timeout) if self.claim_timeout else None

    @property
    def quote_lives(self) -> timedelta:
        return timedelta(minutes=self.quote.expires_minutes)
