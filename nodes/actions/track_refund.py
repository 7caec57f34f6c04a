"""What went back to the customer, and where to."""

from collections.abc import Sequence
from datetime import date

from domain.delivery import working_day_after, working_days_after
from domain.language.money.refunds_seen import disputes_the_way, is_not_seen
from domain.language.orders.days_named import checks_a_day, weekday_named
from domain.shop import Payment
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import label_of
from nodes.actions.pipeline.receipt_words import refunds_of
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_SLOWEST = 5  # working days, to a card; the messages tell each method's
_AT_MOST = {"gift_card": 0, "paypal": 2, "bank": 4}  # working days, as the messages tell them


class TrackRefund:
    name = "track_refund"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, say = request.the_order, request.say
        refunds = [p for p in order.payments if p.kind == "refund"]
        if not refunds:
            return Plan(None, "", answer=await refunds_told(request), result={"order_id": order.id, "refunds": []})
        shown = [{"amount": p.amount.model_dump(mode="json"), "method_id": p.method_id} for p in refunds]
        answer, is_missed = await refunds_told(request), is_not_seen(request.text)
        is_disputed = not is_missed and disputes_the_way(request.text)
        if is_missed:
            overdue = all(_is_past(request, p) for p in refunds)
            answer = f"{answer} {say('refund-not-seen.overdue') if overdue else say('refund-not-seen')}"
        elif is_disputed:
            answer = f"{answer} {_paid(request)}"
        elif (checked := _checked(request, refunds)) is not None:
            answer = f"{checked} {answer}"
        return Plan(
            None,
            "",
            answer=answer,
            offers_person=is_missed or is_disputed,
            about=request.text if is_missed or is_disputed else "",
            result={"order_id": order.id, "refunds": shown},
            fact="refunded",
        )


def _checked(request: Request, refunds: Sequence[Payment]) -> str | None:
    """Yes or no to a weekday that is asked back, where all money is there by one day; None where none is asked."""
    weekday = weekday_named(request.text) if checks_a_day(request.text) else None
    latest = {day for p in refunds if (day := _latest(request, p)) is not None}
    if weekday is None or len(latest) != 1:
        return None
    return request.say("day-checked", is_it="yes" if latest.pop().weekday() == weekday else "no")


def _latest(request: Request, refund: Payment) -> date | None:
    """The last day on which money that is not overdue may come, by the kind of its method."""
    method = request.customer.method(refund.method_id) if request.customer else None
    if method is None or refund.at is None or _is_past(request, refund):
        return None
    return working_day_after(refund.at.date(), _AT_MOST.get(method.kind, _SLOWEST))


def _paid(request: Request) -> str:
    """How the order shows that it was paid, which is where its money goes back to."""
    paid = dict.fromkeys(p.method_id for p in request.the_order.payments if p.kind == "payment")
    return request.say("refund-disputed", methods=[label_of(request.say, request.customer, method_id) for method_id in paid])


async def refunds_told(request: Request) -> str:
    """What went back of an order, where to, when, and when it is there; or that nothing did so far."""
    order, customer, say = request.the_order, request.customer, request.say
    refunds = [p for p in order.payments if p.kind == "refund"]
    if not refunds:
        open_returns = [known for known in await request.known() if known.action == "return_items" and known.is_done]
        return _follows(request) if open_returns else say("no-refund-yet", order=order.id)
    said, told = [], await _days_told(request)
    for p in refunds:
        method = customer.method(p.method_id) if customer else None
        sent = say("refund-made", amount=p.amount, method=label_of(say, customer, p.method_id))
        said += [say("refund-made.on", refund=sent, day=p.at) if p.at else sent]
        days = told.get((p.method_id, str(p.amount.amount)))
        if days is not None:
            said[-1] = say("refund-made.arrives-within", refund=said[-1], days=days)
        elif method and not _is_past(request, p):
            said[-1] = say("refund-made.arrives", refund=said[-1], kind=method.kind)
            days = _AT_MOST.get(method.kind, _SLOWEST)
        if days and p.at:
            said[-1] = say("refund-made.latest", refund=said[-1], day=working_day_after(p.at.date(), days))
    made = say("refunds-made", order=order.id, refunds="; ".join(said))
    return f"{made} {say('refunds-made.by-now')}" if all(_is_past(request, p) for p in refunds) else made


def _follows(request: Request) -> str:
    """That the money comes after the return, and in what time where all of the order was paid by one kind of method."""
    order, customer, say = request.the_order, request.customer, request.say
    methods = [customer.method(method_id) if customer else None for method_id in order.paid_by_method]
    kinds = {method.kind if method else None for method in methods}
    told, kind = say("refund-follows-return", order=order.id), kinds.pop() if len(kinds) == 1 else None
    return f"{told} {say('quote-arrives.after-return', kind=kind)}" if kind else told


def _is_past(request: Request, refund: Payment) -> bool:
    """Whether even the slowest way that money takes is over."""
    return refund.at is not None and working_days_after(refund.at.date(), request.deps.clock().date()) > _SLOWEST


async def _days_told(request: Request) -> dict[tuple[str, str], int]:
    """By method and amount the working days that a receipt of ours gave: the same refund is not told another time."""
    told: dict[tuple[str, str], int] = {}
    for known in await request.known():
        receipt = await request.deps.ledger.outcome(known.key) if known.is_done and known.goes_out else None
        for part in refunds_of(receipt) if receipt else []:
            if part.days is not None:
                told[(part.method_id, str(part.amount.amount))] = max(part.days, 0)
    return told


async def track_refund(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(TrackRefund(), state, runtime)
