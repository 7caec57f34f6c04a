"""Where an order is."""

from domain.shop import Order
from nodes.actions.frame import perform
from nodes.actions.request import Plan, Request
from nodes.actions.slots import goods
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_STATE = {
    "pending": "is being prepared and has not left us yet",
    "processed": "is packed and waits for the carrier",
    "shipped": "is on its way",
    "delivered": "was delivered",
    "cancelled": "was cancelled",
    "returned": "was returned",
}


def _words(order: Order) -> str:
    text = f"Order {order.id} ({goods(order.lines)}) {_STATE[order.status]}"
    if order.status == "delivered" and order.delivered_at:
        text += f" on {order.delivered_at:%d %B %Y}"
    parcels = []
    for shipment in order.shipments:
        due = (
            f", expected {shipment.estimated_delivery:%d %B %Y}"
            if shipment.estimated_delivery and order.status == "shipped"
            else ""
        )
        parcels.append(f"{shipment.carrier} {shipment.tracking_number}: {shipment.status.replace('_', ' ')}{due}")
    return f"{text}." + (f" Parcel {'; '.join(parcels)}." if parcels else "")


class TrackOrder:
    name = "track_order"
    needs_order = True

    async def plan(self, request: Request) -> Plan:
        order = request.the_order
        shipments = [s.model_dump(mode="json", exclude_none=True) for s in order.shipments]
        return Plan(
            None, "", answer=_words(order), result={"order_id": order.id, "status": order.status, "shipments": shipments}
        )


async def track_order(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(TrackOrder(), state, runtime)
