"""The customer's own orders, newest first."""

from domain.conversation import JsonObject
from domain.shop import Order
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.drafts import button
from nodes.state import ConversationState

_SHOWN = 10
_BUTTONS = 4


class ListOrders:
    name = "list_orders"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        orders = await request.deps.desk.orders(request.the_customer.id)
        if not orders:
            return Plan(None, "", answer=request.say("no-orders-yet"), result={"orders": []})
        shown = orders[:_SHOWN]
        lines = [_line(request, order) for order in shown]
        more = [request.say("older-orders", count=len(orders) - _SHOWN)] if len(orders) > _SHOWN else []
        listed: list[JsonObject] = [{"order_id": o.id, "status": o.status} for o in shown]
        return Plan(
            None,
            "",
            answer="\n".join([request.say("your-orders", count=len(orders)), *lines, *more]),
            result={"orders": listed},
            shown_orders=[o.id for o in shown],
            buttons=[button(request.say("where-is-order.button", order=o.id)) for o in shown[:_BUTTONS]],
        )


def _line(request: Request, order: Order) -> str:
    goods = [f"{line.quantity} × {line.name}" for line in order.lines]
    return request.say("order-in-a-list", order=order.id, goods=goods, status=order.status, placed=order.placed_at)


async def list_orders(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(ListOrders(), state, runtime)
