"""What the words of this turn leave open, and the quote that waits for a yes already says."""

import hashlib
import json

from domain.conversation import JsonObject
from domain.language.money.methods_and_reasons import method_in
from domain.language.orders.order_lines import lines_in
from nodes.actions.pipeline.request import Action, NeedsInput, Plan, Request
from nodes.state import ConversationState, Pending, Task

_METHODS = frozenset({"refund_to", "payment_method_id"})
_HALF_SAID = frozenset({"line_ids", "quantities", "settled", "options"})
_GOODS = frozenset({"line_ids", "quantities", "changes"})


def said_in_the_quote(name: str, request: Request, slot: str = "line_ids") -> JsonObject | None:
    """The arguments of the quote that waits for this same action and order, with what the words change; None where
    another action or order waits, or the words name other goods: those are a new wish. ``slot``: what the words left open."""
    pending = request.state.get("pending") or request.state.get("withdrawn")
    if not pending or pending["name"] != name or not request.text:
        return None
    quoted = dict(pending.get("arguments", {}))
    order = request.order
    if order is not None:
        if quoted.get("order_id") != order.id:
            return None
        lines = {*(quoted.get("line_ids") or []), *(c["line_id"] for c in quoted.get("changes") or [])}
        named = {line.line_id for line in lines_in(request.text, order)}
        if lines and not named.union(request.arguments.get("line_ids") or []) <= lines:
            return None  # "not the pan, the towel", of two towels: how many of those is the question
    if request.customer and method_in(request.text, request.customer):
        quoted = {k: v for k, v in quoted.items() if k not in _METHODS}
    said = request.arguments
    if slot not in _GOODS and (said.get("line_ids") or said.get("changes")):
        # "Just refund the lamp" tells which goods, and only the reason is the quote's; an amount is that of its own goods.
        is_same = set(said.get("line_ids") or []) == set(quoted.get("line_ids") or [])
        return {**{k: v for k, v in quoted.items() if k not in _GOODS and (is_same or k != "amount")}, **said}
    return {**quoted, **{k: v for k, v in said.items() if k not in _HALF_SAID}}


def facts_of(plan: Plan, arguments: JsonObject) -> str:
    """A digest of all that a quote promises, the same in every language and wording."""
    facts = [
        plan.kind,
        arguments,
        plan.arguments,
        str(plan.amount),
        plan.method_id,
        plan.quantities,
        [(method, str(amount)) for method, amount in plan.parts],
    ]
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


def is_same_quote(quote: Pending, plan: Plan, arguments: JsonObject) -> bool:
    """Whether a plan is what was quoted. A quote of an older release is known by its words, which may since have been
    rewritten, or by its arguments, amount and method."""
    if facts := quote.get("facts"):
        return facts == facts_of(plan, arguments)
    amount = plan.amount.model_dump(mode="json") if plan.amount else None
    money_is_same = (quote.get("amount"), quote.get("method_id")) == (amount, plan.method_id)
    named = quote.get("arguments", {}).items()  # fewer than today's actions note down
    return quote["words"] == plan.words or (money_is_same and all(arguments.get(k) == v for k, v in named))


async def planned(action: Action, request: Request) -> Plan:
    """The plan of the words, or of the quote that waits where the words alone leave something open. Raises as ``plan`` does."""
    try:
        return await action.plan(request)
    except NeedsInput as ask:
        quoted = said_in_the_quote(action.name, request, ask.slot)
        # "The other one" of three: that question is the answer, and not the quote that it corrects.
        if quoted is None or "one_of_line_ids" in request.arguments:
            raise
        request.arguments = quoted
        return await action.plan(request)


def left_of_the_quote(name: str, state: ConversationState) -> Task | None:
    """After "not to PayPal", the rest of what was quoted need not be said again."""
    pending = state.get("pending") or state.get("withdrawn")
    if not pending or pending["name"] != name or state["turn"]["kind"] != "text" or state.get("stage") != "start":
        return None
    return {"action": name, "arguments": pending["arguments"], "asked": None, "times": 0}
