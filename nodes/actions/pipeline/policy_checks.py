"""What policy says of an order before an action may touch it. Every refusal names the rule and what can be done instead."""

from collections.abc import Sequence
from datetime import timedelta

from domain.conversation import Button
from domain.language.folding import folded
from domain.language.money.methods_and_reasons import reason_in
from domain.language.reports.reasons import may_be_a_reason
from domain.language.text.statements import says_something, starts_with_a_yes
from domain.messages.messages import Say
from domain.messages.values import any_of
from domain.money import Money
from domain.rules.policy import Reason
from domain.shop import Customer, Order, PaymentMethod, Refused
from nodes.actions.pipeline.request import NeedsInput, Request
from nodes.agenda import said_reason
from nodes.drafts import button

_SHORTEST_REASON = 5  # letters of one word that tells why: "Umzug"


def check_status(request: Request, order: Order) -> None:
    rule, say = request.rule, request.say
    if rule.statuses is not None and order.status not in rule.statuses:
        allowed = any_of([say("status-wanted.when", status=status) for status in rule.statuses])
        raise Refused("wrong_status", say("refused-status", order=order.id, status=order.status, allowed=allowed))


def check_window(request: Request, order: Order) -> None:
    rule = request.rule
    start = order.delivered_at if rule.window_from == "delivered" else order.placed_at
    if rule.window_days is None:
        return
    if start is None:
        # Without the day there is no window: a person decides.
        request.for_a_person = f"window_days: {rule.window_days}, and the order shows no day of {rule.window_from}"
        return
    if request.deps.clock() > start + timedelta(days=rule.window_days):
        told = request.say("refused-too-late", days=rule.window_days, since=rule.window_from, day=start)
        raise Refused("window_passed", told)


def note_reason(request: Request) -> None:
    """Keep the reason that the words of this turn give, though something else may have to be asked first."""
    spoken = _spoken_reason(request) or _reason_told_before(request)
    if spoken and not request.arguments.get("reason"):
        request.arguments["reason"] = spoken.name


def _reason_told_before(request: Request) -> Reason | None:
    """ "Refund it then", after what is wrong with the goods was told, and who could send them."""
    told, act = (request.state.get("open_question") or {}).get("reason"), request.act
    return request.rule.reason(told) if told and act is not None and not act.goods else None


def _spoken_reason(request: Request) -> Reason | None:
    """By the policy's own words, else as it was read, where the policy knows the reason by its usual name."""
    act = request.act
    name = said_reason(act) if act else None
    return reason_in(request.text, request.rule) or (request.rule.reason(name) if name else None)


def chosen_reason(request: Request, action: str) -> Reason | None:
    """The accepted reason. Raises ``Refused`` for one that policy does not know, ``NeedsInput`` for none."""
    rule, given = request.rule, request.arguments.get("reason") or _told_before(request, action)
    if not rule.reasons:
        return None
    reason = (rule.reason(str(given)) or reason_in(str(given), rule)) if given else _spoken_reason(request)
    if reason:
        return reason
    if given:
        accepted = any_of([_words_of(request.say, r) for r in rule.reasons])
        raise Refused("bad_reason", request.say("refused-reason", reasons=accepted))
    if not rule.reason_required:
        return None
    if action == "cancel_order" and (nearest := _nearest_reason(request)) is not None:
        return nearest
    # What is sent is read by the policy's own name, so it is the same in every language.
    buttons = [button(_words_of(request.say, r), value=_plain_name(r).capitalize()) for r in rule.reasons]
    raise NeedsInput("reason", request.say("which-reason"), buttons)


def _plain_name(reason: Reason) -> str:
    return reason.name.replace("_", " ")


def _words_of(say: Say, reason: Reason) -> str:
    """A usual reason as the conversation's language says it; a company's own by its name."""
    return say("reason", name=reason.name, words=_plain_name(reason).capitalize())


def _nearest_reason(request: Request) -> Reason | None:
    """Asked why, a customer who tells it in words of their own has told it: the order is not wanted any more."""
    task, act = request.state.get("task") or {}, request.act
    said = request.text if task.get("action") == "cancel_order" and task.get("asked") == "reason" else ""
    if act is None or act.act == "question" or (act.intent == "cancel_order" and not act.reason):
        return None
    tells = says_something(said) or (act.act == "value" and len(said) >= _SHORTEST_REASON)
    is_one = tells and "?" not in said and may_be_a_reason(said) and not starts_with_a_yes(folded(said))
    return request.rule.reason("no_longer_needed") if is_one else None


def _told_before(request: Request, action: str) -> str | None:
    """The reason that was given for the same step a moment ago, before it was left: it is not asked for again."""
    frame, order, lines = request.state.get("frame"), request.order, request.arguments.get("line_ids") or []
    if not frame or order is None or not request.text or _spoken_reason(request):
        return None
    is_same = (frame["action"], frame["order_id"]) == (action, order.id)
    return frame.get("reason") if is_same and set(lines) == set(frame.get("line_ids", [])) else None


def paying_method(order: Order) -> str | None:
    """The method that paid most of the order and was not replaced since."""
    return next(iter(order.paid_by_method), None)


def refund_words(say: Say, customer: Customer | None, parts: Sequence[tuple[str, Money]]) -> list[str]:
    """Where each part of a refund goes, e.g. ``$60.00 to Visa ·4242``, ``$15.00 to your gift card``."""
    return [say("refund-made", amount=part, method=label_of(say, customer, method)) for method, part in parts]


def refund_method(request: Request, order: Order, asked: str | None) -> str:
    """Where the money goes: the method that paid, unless another allowed one is named."""
    allowed, customer, say = request.rule.refund_to, request.the_customer, request.say
    original = paying_method(order)
    if asked in (None, "", "original"):
        if original is None:
            raise Refused("refund_method_not_allowed", say("refused-nothing-paid", order=order.id))
        return original
    method = customer.method(asked) or next((m for m in customer.payment_methods if m.kind == asked), None)
    if method is None:
        if asked == original:
            return asked
        raise Refused("payment_method_not_owned", say("refused-not-your-method"))
    paid = {p.method_id for p in order.payments if p.kind == "payment"}
    fits = method.id in paid or "any_own" in allowed or (method.kind == "gift_card" and "gift_card" in allowed)
    if not fits:
        too = "gift_card" in allowed
        told = say("refused-refund-method.or-gift-card") if too else say("refused-refund-method")
        raise Refused("refund_method_not_allowed", told)
    return method.id


def own_method(request: Request, asked: str, needs: Money | None) -> PaymentMethod:
    """A payment method of the customer's that can cover an amount."""
    method, say = request.the_customer.method(asked), request.say
    if method is None:
        raise Refused("payment_method_not_owned", say("refused-not-your-method"))
    if needs is not None and method.kind == "gift_card" and (method.balance is None or method.balance < needs):
        told = (
            say("refused-gift-card-too-small", balance=method.balance, needed=needs)
            if method.balance
            else say("refused-gift-card-empty", needed=needs)
        )
        raise Refused("insufficient_balance", told)
    return method


def label_of(say: Say, customer: Customer | None, method_id: str) -> str:
    """A method as its customer knows it, e.g. ``Visa ·4242``."""
    method = customer.method(method_id) if customer else None
    return words_of_method(say, method) if method else say("payment-method.unknown")


def method_buttons(say: Say, methods: Sequence[PaymentMethod]) -> list[Button]:
    # What is sent is read, so it is the method's kind or its card, in every language alike.
    return [
        button(words_of_method(say, m), value=f"{m.brand or m.kind} {m.last4 or ''}".replace("_", " ").strip())
        for m in methods
    ]


def words_of_method(say: Say, method: PaymentMethod) -> str:
    """A method as its owner knows it, e.g. ``Visa ·4242``."""
    brand, last4 = (method.brand or "card").capitalize(), method.last4 or "????"
    return say("payment-method", kind=method.kind, brand=brand, last4=last4)
