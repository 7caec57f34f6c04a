"""What was bought in an order, what it cost, how it was paid, where it goes, and when: what was asked, or all of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from domain.conversation import JsonObject
from domain.language.orders.days_named import day_named
from domain.language.orders.order_facts import asks_return_day
from domain.language.orders.order_questions import OrderAspect, order_aspects
from domain.shop import Order, OrderLine
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.policy_checks import label_of
from nodes.actions.pipeline.request import Plan, Request
from nodes.actions.pipeline.slots import goods
from nodes.actions.track_refund import refunds_told
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


class OrderDetails:
    name = "order_details"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order, act = request.the_order, request.act
        if order.status == "cancelled" and act is not None and act.problem == "cancelled_by_shop":
            return await _cancelled(request, order)
        if asks_return_day(request.text) or _goes_on_from_its_day(request):
            return Plan(None, "", answer=_return_by(request, order), result=_facts(order), fact="return_by")
        asked = order_aspects(request.text)
        told = [sentence for aspect in asked or _ASPECTS if (sentence := _ASPECTS[aspect](request, order))]
        if "goods" not in asked:
            told.insert(0, request.say("order-and-status", order=order.id, status=order.status))
        return Plan(None, "", answer=" ".join(told), result=_facts(order))


async def _cancelled(request: Request, order: Order) -> Plan:
    """Cancelled, and not by the customer: what became of the money. Why is nothing that an order tells."""
    say = request.say
    is_paid = any(p.kind == "payment" for p in order.payments)
    told = [say("order-and-status", order=order.id, status=order.status), await refunds_told(request) if is_paid else ""]
    told.append(say("order-cancelled-why"))
    return Plan(None, "", answer=" ".join(part for part in told if part), result=_facts(order), offers_person=True)


def _goes_on_from_its_day(request: Request) -> bool:
    """ "So that's 6 December for me?", after the last day to return it was told."""
    frame = request.state.get("frame")
    return frame is not None and frame.get("fact") == "return_by"


def _return_by(request: Request, order: Order) -> str:
    """The last day on which it can go back, by the day on which it came and the days that policy gives."""
    rule, now = request.deps.policy.rule("return_items", request.state.get("region")), request.deps.clock()
    start = order.delivered_at if rule.window_from == "delivered" else order.placed_at

    def told(verdict: str, day: datetime = now) -> str:
        what, n, since = goods(order.lines), rule.window_days or 0, start or now
        return request.say("order-return-by", verdict=verdict, order=order.id, goods=what, n=n, since=since, day=day)

    if order.status == "cancelled":
        return told("never")
    if rule.window_days is None:
        return told("no-end")
    if start is None or order.delivered_at is None:
        return told("later")
    last = start + timedelta(days=rule.window_days)
    if now > last:
        return told("over", last)
    if not _goes_on_from_its_day(request):
        return told("told", last)
    if (named := day_named(request.text, now.date())) is not None:
        return told("yes" if named <= last.date() else "no", last)
    return request.say("order-return-by.again", order=order.id, day=last)


def _goods(request: Request, order: Order) -> str:
    return request.say("order-holds", order=order.id, goods=[_line_words(line) for line in order.lines])


def _line_words(line: OrderLine) -> str:
    options = f" ({', '.join(line.options.values())})" if line.options else ""
    return f"{line.quantity} × {line.name}{options}"


def _price(request: Request, order: Order) -> str:
    each = [request.say("goods-price", goods=_line_words(line), amount=line.price) for line in order.lines]
    return request.say("order-total", total=order.total, each=each)


def _payment(request: Request, order: Order) -> str:
    paid = {p.method_id: p.amount for p in order.payments if p.kind == "payment"}
    if not paid:
        return request.say("order-shows-no-payment")
    by = [
        request.say("paid-by", amount=amount, method=label_of(request.say, request.customer, method))
        for method, amount in paid.items()
    ]
    return request.say("order-was-paid", parts=by)


def _address(request: Request, order: Order) -> str:
    # The city tells the owner which of their addresses it is, and is nothing that must stay out of a transcript.
    return request.say(
        "order-goes-to", status=order.status, city=order.shipping_address.city, country=order.shipping_address.country
    )


def _dates(request: Request, order: Order) -> str:
    placed = request.say("order-placed-on", day=order.placed_at)
    return f"{placed} {request.say('order-delivered-on', day=order.delivered_at)}" if order.delivered_at else placed


def _carrier(request: Request, order: Order) -> str:
    if not order.shipments:
        return request.say("order-not-with-a-carrier", status=order.status)
    parcels = [f"{s.carrier} {s.tracking_number}" for s in order.shipments]
    return request.say("order-carried-by", parcels=parcels)


def _refunds(request: Request, order: Order) -> str:
    back = [p for p in order.payments if p.kind == "refund"]
    if not back:
        return request.say("order-nothing-refunded")
    parts = [
        request.say("paid-by", amount=p.amount, method=label_of(request.say, request.customer, p.method_id)) for p in back
    ]
    return request.say("order-was-refunded", parts=parts)


def _status(request: Request, order: Order) -> str:
    return ""  # said at the beginning


_ASPECTS: dict[OrderAspect, Callable[[Request, Order], str]] = {
    "goods": _goods,
    "price": _price,
    "payment": _payment,
    "refunds": _refunds,
    "address": _address,
    "dates": _dates,
    "carrier": _carrier,
    "status": _status,
}


def _facts(order: Order) -> JsonObject:
    """For those who build on the API; no personal value."""
    lines = [
        {
            **line.model_dump(mode="json", include={"line_id", "name", "options", "quantity"}),
            "price": line.price.model_dump(mode="json"),
        }
        for line in order.lines
    ]
    return {"order_id": order.id, "status": order.status, "lines": lines, "total": order.total.model_dump(mode="json")}


async def order_details(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(OrderDetails(), state, runtime)
