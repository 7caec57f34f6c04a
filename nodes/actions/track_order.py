"""Where an order is, when it is to be expected, and whether it is late."""

from domain.delivery import has_no_day, is_late
from domain.language.answer_fit import asks_time_of_day
from domain.messages.messages import Say
from domain.policy import ShippingRule
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
        state = shipment.status.replace("_", " ")
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


def _usual_days(say: Say, rule: ShippingRule) -> str:
    first, last = rule.standard_days
    usual = say("usual-delivery", first=first, last=last)
    if rule.express_days is None:
        return usual
    first, last = rule.express_days
    return f"{usual} {say('usual-delivery.express', first=first, last=last)}"


class TrackOrder:
    name = "track_order"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        # Days of delivery are those of where the parcel goes, wherever the customer writes from.
        rule = request.deps.policy.shipping_of(order.shipping_address.country)
        late = is_late(order, rule, request.deps.clock())
        told = [_words(request.say, order)]
        if late:
            told.append(request.say("order-late"))
        elif has_no_day(order):
            told.append(_usual_days(request.say, rule))
        if order.status == "shipped" and asks_time_of_day(request.text):
            told.append(request.say("parcel.no-time"))
        shipments = [s.model_dump(mode="json", exclude_none=True) for s in order.shipments]
        return Plan(
            None,
            "",
            answer=" ".join(told),
            result={"order_id": order.id, "status": order.status, "shipments": shipments, "late": late},
            offers_person=late,
        )


async def track_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(TrackOrder(), state, runtime)
