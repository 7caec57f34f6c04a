"""What the words of this turn leave open, and the quote that waits for a yes already says."""

from domain.conversation import JsonObject
from nodes.actions.lines_in import lines_in
from nodes.actions.request import Action, NeedsInput, Plan, Request
from nodes.actions.slots import method_in
from nodes.state import ConversationState, Task

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


async def planned(action: Action, request: Request) -> Plan:
    """The plan of the words, or of the quote that waits where the words alone leave something open. Raises as ``plan`` does."""
    try:
        return await action.plan(request)
    except NeedsInput:
        quoted = said_in_the_quote(action.name, request)
        if quoted is None:
            raise
        request.arguments = quoted
        return await action.plan(request)


def left_of_the_quote(name: str, state: ConversationState) -> Task | None:
    """After "not to PayPal", the rest of what was quoted need not be said again."""
    pending = state.get("pending")
    if not pending or pending["name"] != name or state["turn"]["kind"] != "text" or state.get("stage") != "start":
        return None
    return {"action": name, "arguments": pending["arguments"], "asked": None, "times": 0}
