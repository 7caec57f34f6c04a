"""What policy limits for an order as a whole: amounts, times, and what rules what out. Counted over everything that was done."""

from collections.abc import Sequence
from datetime import datetime

from domain.messages.messages import Say
from domain.money import Money
from domain.order_account import OrderAccount, paid_in, paid_out
from domain.ports.operations import KnownOperation, Permits, going_out
from domain.rules.policy import ActionRule
from domain.shop import Order, Refused
from nodes.actions.pipeline.request import NeedsApproval, Plan, Request

_ASIDE = frozenset({None, "send_invoice", "send_password_reset", "send_code", "update_account", "delete_account"})
_WHOLE = frozenset({"change_payment_method", "change_shipping_address", "change_order_items"})


def permits(name: str, request: Request, plan: Plan, *, is_approved: bool) -> Permits | None:
    """The check of a plan against what is known of its order; None for what concerns no order."""
    order = request.order
    if order is None:
        return None

    def check(known: Sequence[KnownOperation]) -> None:
        check_earlier(request.say, name, request.rule, order, known)
        _check_the_order_itself(request.say, plan, order, known, request.quoted_at)
        _check_goods(request.say, plan, order, known)
        _check_amount(name, request, plan, order, known, is_approved=is_approved)

    return check


def check_earlier(say: Say, name: str, rule: ActionRule, order: Order, known: Sequence[KnownOperation]) -> None:
    """What was already done to this order rules some things out."""
    if rule.times_per_order is not None and sum(k.action == name for k in known) >= rule.times_per_order:
        raise Refused("already_done", say("refused-times", times=rule.times_per_order, order=order.id))
    earlier = next((k.action for k in known if k.action in rule.not_after), None)
    if earlier:
        raise Refused("already_done", say("refused-after-earlier", order=order.id, action=earlier))


def _check_the_order_itself(
    say: Say, plan: Plan, order: Order, known: Sequence[KnownOperation], quoted_at: datetime | None
) -> None:
    """What concerns an order as a whole is done once for one yes, and a cancelled order is over, whatever the back office
    still shows."""
    if plan.kind in _ASIDE:
        return
    if any(k.kind == "cancel_order" for k in known):
        raise Refused("already_done", say("refused-cancelled-before", order=order.id))
    if plan.kind in _WHOLE and quoted_at and any(k.kind == plan.kind and k.at > quoted_at for k in known):
        raise Refused("already_done", say("refused-done-just-now", order=order.id))
    out = going_out(plan.kind, plan.amount)
    if out is not None and paid_in(order) < paid_out(order, known) + out:
        raise Refused("already_done", say("refused-more-than-paid", order=order.id))


def _check_goods(say: Say, plan: Plan, order: Order, known: Sequence[KnownOperation]) -> None:
    if plan.kind not in ("refund", "return_items", "exchange_items"):
        return
    account = OrderAccount(order, known, for_refund=plan.kind == "refund")
    if plan.kind == "exchange_items" and not account.is_untouched(plan.quantities):
        raise Refused("already_done", say("refused-goods-settled-before", order=order.id))
    taken = {line: n for line, n in plan.quantities.items() if (found := order.line(line)) and account.pieces(found) < n}
    is_more = plan.kind != "exchange_items" and plan.amount is not None and account.worth(plan.quantities) < plan.amount
    if taken or is_more:
        raise Refused("already_done", say("refused-goods-done-before", order=order.id))


def _rules_of_money(name: str, request: Request) -> list[tuple[str, ActionRule]]:
    """Whose limits hold for money that goes back: the action's own; of an exchange that names none, those of refunds and returns,
    since it is one more way to the same money."""
    own = request.rule
    if name != "exchange_items" or own.approve_above is not None or own.highest is not None:
        return [(name, own)]
    return [
        (other, request.deps.policy.rule(other, request.state.get("region"))) for other in ("refund_order", "return_items")
    ]


def _check_amount(
    name: str, request: Request, plan: Plan, order: Order, known: Sequence[KnownOperation], *, is_approved: bool
) -> None:
    out = going_out(plan.kind, plan.amount)
    if out is not None:
        before = paid_out(order, known)
        for named, rule in _rules_of_money(name, request):
            _check_highest(request.say, rule, before, out)
            if rule.approve_above is not None and (before + out).amount > rule.approve_above and not is_approved:
                of_which = f", and {before} of it went back before" if before.is_positive else ""
                raise NeedsApproval(f"{named}.approve_above: {rule.approve_above} {out.currency} for an order{of_which}")
    if request.for_a_person is not None and not is_approved:
        raise NeedsApproval(request.for_a_person)


def _check_highest(say: Say, rule: ActionRule, before: Money, out: Money) -> None:
    if rule.highest is None or (before + out).amount <= rule.highest:
        return
    highest = Money.rounded(rule.highest, out.currency)
    told = (
        say("refused-over-limit.after-earlier", highest=highest, before=before)
        if before.is_positive
        else say("refused-over-limit", highest=highest)
    )
    raise Refused("over_limit", told)
