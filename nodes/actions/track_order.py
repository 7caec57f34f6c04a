"""Where an order is, when it is to be expected, and whether it is late."""

from domain.conversation import JsonObject
from domain.delivery import expected, has_no_day, is_late
from domain.language.orders.days_named import asks_whether_in_time, day_named, day_needed, names_a_latest_day, weekday_named
from domain.language.orders.order_facts import asks_facts, asks_for_a_yes, asks_the_day_again, asks_to_deny
from domain.language.questions.answer_fit import asks_time_of_day
from domain.messages.messages import Say
from domain.rules.policy import ShippingRule
from domain.shop import Order
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.actions.pipeline.slots import goods
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


def _words(say: Say, order: Order) -> str:
    what = goods(order.lines)
    if order.status == "delivered" and order.delivered_at:
        said = [say("order-state.delivered-on", order=order.id, goods=what, day=order.delivered_at)]
    else:
        said = [say("order-state", order=order.id, goods=what, status=order.status)]
    for shipment in order.shipments:
        # The carrier's own word for it, which may be any.
        word = "_".join(shipment.status.lower().replace("-", " ").replace("_", " ").split())
        state = say("parcel-state", state=word, said=shipment.status.replace("_", " "))
        if shipment.estimated_delivery and order.status == "shipped":
            said.append(
                say(
                    "parcel.expected",
                    carrier=shipment.carrier,
                    number=shipment.tracking_number,
                    state=state,
                    day=shipment.estimated_delivery,
                )
            )
        else:
            said.append(say("parcel", carrier=shipment.carrier, number=shipment.tracking_number, state=state))
    return " ".join(said)


def _usual_days(request: Request, rule: ShippingRule) -> str:
    say, days = request.say, expected(request.the_order, rule, request.deps.clock())
    first, last = rule.standard_days
    told = [say("usual-delivery", first=first, last=last)]
    if days is not None:
        told.append(say("usual-delivery.between", first=days[0], last=days[1], n=(days[1] - days[0]).days))
    if rule.express_days is not None:
        first, last = rule.express_days
        told.append(say("usual-delivery.express", first=first, last=last))
    return " ".join(told)


def _in_time(request: Request, rule: ShippingRule) -> str | None:
    """Whether it is to be here by the day that was named; None where none was, or it is here or nowhere."""
    order, now, text = request.the_order, request.deps.clock(), request.state["turn"].get("whole") or request.text
    if order.status not in ("pending", "processed", "shipped") or not asks_whether_in_time(text, now.date()):
        return None
    needed, days = day_needed(text, now.date()), expected(order, rule, now)
    if needed is None:
        return None
    if days is None:
        return request.say("in-time", verdict="unknown", day=needed.named)
    first, last = days
    verdict = "likely" if last <= needed.latest else "unlikely" if first > needed.latest else "open"
    return request.say("in-time", verdict=verdict, day=needed.named)


def _asked_back(request: Request, rule: ShippingRule) -> list[str]:
    """What the words ask of an order beside where it is: whether it is one parcel, and on the day that they name."""
    whole = request.state["turn"].get("whole") or request.text
    asked = asks_facts(request.text, request.deps.clock().date()) or asks_facts(whole, request.deps.clock().date())
    if not asked and asks_for_a_yes(request.text):  # "so is that a yes?": all that was told of it
        asked = ("day", "parcels")
    elif not asked and asks_the_day_again(request.text):
        asked = ("day",)
    day = [_on_the_day(request, rule)] if "day" in asked else []
    parcels = [_parcels(request)] if "parcels" in asked else []
    return [told for told in (*day, *parcels) if told]


def _parcels(request: Request) -> str:
    say, order = request.say, request.the_order
    if not order.shipments:
        return say("order-parcels", n=0, goods="", parcels="")
    parcels = [f"{s.carrier} {s.tracking_number}" for s in order.shipments]
    there = [line for line in order.lines if any(not s.line_ids or line.line_id in s.line_ids for s in order.shipments)]
    told = say("order-parcels", n=len(parcels), goods=goods(there), parcels=parcels)
    rest = [line for line in order.lines if line not in there]
    return f"{told} {say('order-parcels.rest', goods=goods(rest))}" if rest else told


def _on_the_day(request: Request, rule: ShippingRule) -> str | None:
    """Whether it is due on the day that is named; None where there is no day to compare it with."""
    now, text, order = request.deps.clock(), request.text, request.the_order
    named, days = day_named(text, now.date()), expected(order, rule, now)
    if days is None:
        return None
    first, last = days
    if named is None:
        return request.say("order-on-the-day", verdict="told" if first == last else "between", day=first, last=last)
    if names_a_latest_day(text) and (in_time := _in_time(request, rule)) is not None:
        return f"{request.say('order-on-the-day', verdict='told' if first == last else 'between', day=first, last=last)} {in_time}"
    is_due = named == first or weekday_named(text) == first.weekday()
    if first != last:
        verdict = "open" if first <= named <= last else "other"
        return request.say("order-on-the-day", verdict=verdict, day=first, last=last)
    verdict = "told" if asks_to_deny(text) else "yes" if is_due else "no"
    return request.say("order-on-the-day", verdict=verdict, day=first, last=last)


class TrackOrder:
    """``in_part``: a part of it is said to be missing, so that a person may have to look."""

    name = "track_order"
    needs_order = True

    def __init__(self, *, in_part: bool = False) -> None:
        self._in_part = in_part

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        # Days of delivery are those of where the parcel goes, wherever the customer writes from.
        rule = request.deps.policy.shipping_of(order.shipping_address.country)
        late = is_late(order, rule, request.deps.clock())
        asked_back = [] if late else _asked_back(request, rule)
        if asked_back and _was_told(request, order):
            return Plan(None, "", answer=" ".join(asked_back), result=_result(order, late), fact="parcels")
        told = [_words(request.say, order)]
        if late:
            told.append(request.say("order-late.sorry") if self._in_part else request.say("order-late"))
        elif has_no_day(order):
            told.append(_usual_days(request, rule))
        told += asked_back
        if not asked_back and (in_time := _in_time(request, rule)) is not None:
            told.append(in_time)
        if order.status == "shipped" and asks_time_of_day(request.text):
            told.append(request.say("parcel.no-time"))
        if self._in_part:
            told.append(request.say("parcel-in-part"))
        return Plan(
            None,
            "",
            answer=" ".join(told),
            result=_result(order, late),
            offers_person=late or self._in_part,
        )


def _was_told(request: Request, order: Order) -> bool:
    """Whether where it is was told last: it is not said again before what is asked of it."""
    frame = request.state.get("frame")
    return frame is not None and frame["order_id"] == order.id and frame["action"] in ("track_order", "order_details")


def _result(order: Order, late: bool) -> JsonObject:
    shipments = [s.model_dump(mode="json", exclude_none=True) for s in order.shipments]
    return {"order_id": order.id, "status": order.status, "shipments": shipments, "late": late}


async def track_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(TrackOrder(), state, runtime)
