"""What a policy's fields say against one another, each well on its own. Every one of these once passed as valid."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.actions import ARGUMENTS

if TYPE_CHECKING:
    from domain.rules.policy import ActionRule, PageOffer, Policy, ShippingRule

Path = tuple[str | int, ...]
_Found = tuple[tuple[str, ...], str]  # the fields of a rule that it is about, the first is where it is said; the words

_READS = {"track_order", "track_refund", "order_details", "product_details", "list_orders", "account_details"}
_SENDS = {"send_invoice", "send_password_reset"}  # to the address on file
_OPEN_TO_GUESTS = {"send_password_reset", "product_details"}
_ENOUGH_TO_SEE = {"track_order", "track_refund", "order_details", "send_invoice"}
_MOVES_MONEY = {
    "cancel_order",
    "return_items",
    "refund_order",
    "exchange_items",
    "change_order_items",
    "change_payment_method",
}
_CHANGES_AN_ORDER = {*_MOVES_MONEY, "change_shipping_address"}
_ABOUT_ORDERS = ("statuses", "window_days", "window_from", "times_per_order", "not_after", "reasons")


@dataclass(frozen=True)
class Contradiction:
    path: Path
    message: str
    involves: tuple[Path, ...]  # every place that it was read from


def contradictions(policy: "Policy") -> Iterator[Contradiction]:
    """All of them, in the file's order."""
    if policy.failures.hand_off_after < policy.failures.offer_person_after:
        yield _at(
            ("failures",),
            ("hand_off_after", "offer_person_after"),
            "a person is brought in before one is offered: not below offer_person_after",
        )
    yield from _of_shipping(("shipping",), policy.shipping)
    yield from _of_page_offers(policy.page_offers)
    for name, rule in policy.actions.items():
        for fields, message in _of_rule(name, rule):
            yield _at(("actions", name), fields, message)
    for region, rules in policy.regions.items():
        if rules.shipping is not None:
            yield from _of_shipping(("regions", region, "shipping"), rules.shipping)
        for name in rules.actions:
            yield from _of_override(policy, region, name)


def _at(place: Path, fields: tuple[str, ...], message: str) -> Contradiction:
    return Contradiction((*place, fields[0]), message, tuple((*place, f) for f in fields))


def _of_override(policy: "Policy", region: str, name: str) -> Iterator[Contradiction]:
    place: Path = ("regions", region, "actions", name)
    if name not in policy.actions:
        yield Contradiction(place, f"there is no {name} in actions that a region could change", (place, ("actions", name)))
        return
    given = policy.regions[region].actions[name].model_fields_set
    general, merged = policy.actions[name], policy.merged(name, region)
    if "reasons" in given:
        known = {reason.name for reason in general.reasons}
        for i, reason in enumerate(merged.reasons):
            if reason.name not in known:
                about: Path = ("actions", name, "reasons")
                words = f"there is no reason {reason.name!r} in actions.{name}.reasons"
                yield Contradiction((*place, "reasons", i, "name"), words, ((*place, "reasons", i, "name"), about))
    for fields, message in _of_rule(name, merged):
        here = [f for f in fields if f in given]
        if here:  # else it is said of the general rule
            involves = tuple((*place, f) if f in given else ("actions", name, f) for f in fields)
            yield Contradiction((*place, here[0]), message, involves)


def _of_rule(name: str, rule: "ActionRule") -> Iterator[_Found]:
    given = rule.model_fields_set
    yield from _of_limits(rule, given)
    yield from _of_reasons(name, rule)
    yield from _of_identity(name, rule)
    if name in rule.not_after:
        yield ("not_after",), f"{name} cannot rule itself out: that is times_per_order"
    for other in rule.not_after:
        if other not in _CHANGES_AN_ORDER:
            yield ("not_after",), f"{other} changes no order, so it rules nothing out"
    if name in ARGUMENTS and "order_id" not in ARGUMENTS[name].model_fields:
        for field in _ABOUT_ORDERS:
            if field in given and getattr(rule, field):
                yield (field,), f"{name} is about no order, so {field} says nothing"
    if name not in _MOVES_MONEY:
        for field in ("approve_above", "highest", "refund_to"):
            if field in given and getattr(rule, field) is not None:
                yield (field,), f"{name} moves no money, so {field} says nothing"


def _of_limits(rule: "ActionRule", given: set[str]) -> Iterator[_Found]:
    if rule.approve_above is not None and rule.highest is not None and rule.approve_above > rule.highest:
        yield ("approve_above", "highest"), f"nobody would ever approve: above {rule.highest} (highest) it is refused"
    if "window_from" in given and rule.window_days is None:
        yield ("window_from", "window_days"), "says nothing without window_days"
    dated = rule.statuses is None or {"delivered", "returned"} & set(rule.statuses)
    if rule.window_days is not None and rule.window_from == "delivered" and not dated:
        words = f"counts from the delivery, and orders that are {' or '.join(rule.statuses or [])} have none: window_from: placed"
        yield ("window_days", "window_from", "statuses"), words
    if "any_own" in rule.refund_to and len(rule.refund_to) > 1:
        yield ("refund_to",), "any_own is every method already: name it alone"


def _of_reasons(name: str, rule: "ActionRule") -> Iterator[_Found]:
    if rule.reason_required and not rule.reasons:
        yield ("reason_required", "reasons"), "a reason is required and none is accepted: name them in reasons"
    if rule.reasons and name in ARGUMENTS and "reason" not in ARGUMENTS[name].model_fields:
        yield ("reasons",), f"{name} is never asked for a reason, so reasons say nothing"
    names: set[str] = set()
    words: dict[str, str] = {}
    for reason in rule.reasons:
        if reason.name in names:
            yield ("reasons",), f"the reason {reason.name} stands there twice"
        names.add(reason.name)
        if reason.needs_return and name != "refund_order":
            yield ("reasons",), f"needs_return ({reason.name}) is about refunds, and {name} is none"
        for said in reason.words:
            if words.setdefault(said, reason.name) != reason.name:
                yield ("reasons",), f'"{said}" is said for two reasons: {words[said]} and {reason.name}'


def _of_identity(name: str, rule: "ActionRule") -> Iterator[_Found]:
    if not rule.enabled:
        return
    least = "guest" if name in _OPEN_TO_GUESTS else "order" if name in _ENOUGH_TO_SEE else "code"
    weak = {"guest": set[str](), "order": {"guest"}, "code": {"guest", "order"}}[least]
    if rule.identity in weak:
        yield ("identity",), f"{rule.identity} is not enough for {name}: at least {least}"
    if not rule.confirm and name not in _READS | _SENDS:
        yield ("confirm",), f"{name} is never done without the customer's yes"


def _of_shipping(place: Path, rule: "ShippingRule") -> Iterator[Contradiction]:
    for name, span in (("standard_days", rule.standard_days), ("express_days", rule.express_days)):
        if span is not None and span[0] > span[1]:
            yield _at(place, (name,), "from and to: the first is not above the second")
    if rule.express_days is not None and rule.express_days[1] > rule.standard_days[1]:
        yield _at(place, ("express_days", "standard_days"), "express is slower than standard")


def _of_page_offers(offers: "list[PageOffer]") -> Iterator[Contradiction]:
    kinds: set[str] = set()
    for i, offer in enumerate(offers):
        if offer.kind in kinds:
            yield _at(("page_offers", i), ("kind",), f"there is an offer for {offer.kind} already")
        kinds.add(offer.kind)
