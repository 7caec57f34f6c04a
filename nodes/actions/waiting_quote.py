"""What the words of this turn leave open, and the quote that waits for a yes already says."""

from domain.conversation import JsonObject
from nodes.actions.lines_in import lines_in
from nodes.actions.request import Request
from nodes.actions.slots import method_in

_METHODS = frozenset({"refund_to", "payment_method_id"})
_HALF_SAID = frozenset({"line_ids", "settled"})


def said_in_the_quote(name: str, request: Request) -> JsonObject | None:
    """The arguments of the quote that waits for this same action and order, with what the words change; None where
    another action or order waits, or the words name other goods: those are a new wish."""
    pending = request.state.get("pending")
    if not pending or pending["name"] != name or not request.text:
        return None
    quoted = dict(pending.get("arguments", {}))
    order = request.order
    if order is not None:
        if quoted.get("order_id") != order.id:
            return None
        lines = {*(quoted.get("line_ids") or []), *(c["line_id"] for c in quoted.get("changes") or [])}
        if lines and not {line.line_id for line in lines_in(request.text, order)} <= lines:
            return None
    if request.customer and method_in(request.text, request.customer):
        quoted = {k: v for k, v in quoted.items() if k not in _METHODS}
    return {**quoted, **{k: v for k, v in request.arguments.items() if k not in _HALF_SAID}}
