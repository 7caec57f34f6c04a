"""The order that a wish for the money is of, where it was looked at a moment ago and is still under way."""

from collections.abc import Sequence

from domain.acts import Act
from domain.language.orders.order_references import age_meant, means_something_else, status_meant
from domain.language.text.entities import speaks_of_several_orders
from domain.shop import Order
from nodes.state import ConversationState

_UNDER_WAY = frozenset({"pending", "processed", "shipped"})


def order_looked_at(state: ConversationState, act: Act, orders: Sequence[Order]) -> Order | None:
    """ "Can you just refund me then", of a parcel that did not come: what cannot be done with that very order is said of it, and no
    other order is asked about. None where the words name goods or an order, or something else is meant."""
    frame = state.get("frame")
    if act.intent != "request_refund" or frame is None or frame["action"] != "track_order":
        return None
    says_which = status_meant(act.text) or age_meant(act.text) or speaks_of_several_orders(act.text)
    if act.goods or act.orders or says_which or means_something_else(act.text):
        return None
    return next((order for order in orders if order.id == frame["order_id"] and order.status in _UNDER_WAY), None)
