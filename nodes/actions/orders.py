"""Which order: the one that was named, else the one that was last spoken of, else the one that fits, else a question."""

import re

from domain.conversation import JsonObject
from domain.policy import ActionRule
from domain.shop import Order, Refused
from nodes.actions.identity import level_for
from nodes.actions.lines_in import names_goods
from nodes.actions.request import NeedsIdentity, NeedsInput
from nodes.deps import Deps
from nodes.drafts import button
from nodes.entities import Entities
from nodes.state import ConversationState

NOT_FOUND = "I cannot find that order for you. Please check the order number."
_SHOWN = 5
_SEVERAL = re.compile(
    r"\b(?:all|both|each|every|any|two|three)\b[\w\s']{0,20}\borders?\b|\b(?:cancel|return) both\b", re.IGNORECASE
)


def as_typed(order_id: str) -> list[str]:
    """The forms in which a shop may hold an order number that a person typed."""
    plain = order_id.strip()
    bare = plain.lstrip("#")
    return list(dict.fromkeys([plain, plain.upper(), f"#{bare}", f"#{bare.upper()}", bare, bare.upper()]))


def same_number(one: str, other: str) -> bool:
    return one.lstrip("#").casefold() == other.lstrip("#").casefold()


def named_in(entities: JsonObject, asked: str | None) -> str | None:
    """The order number in the words of this turn; bare digits count when it was asked for."""
    found: Entities = {**entities}  # type: ignore[typeddict-item]  # the checkpoint's plain JSON of the same keys
    if found.get("order_ids"):
        return found["order_ids"][0]
    if asked in ("order_id", "identity") and found.get("numbers"):
        return found["numbers"][0]
    return None


async def fetch(deps: Deps, order_id: str) -> Order | None:
    for form in as_typed(order_id):
        order = await deps.desk.order(form)
        if order is not None:
            return order
    return None


async def find_order(deps: Deps, state: ConversationState, order_id: str) -> Order:
    """The customer's own order; raises ``Refused`` in the same words for a foreign one and for none."""
    identity = state.get("identity", {})
    order = await fetch(deps, order_id)
    if order is None:
        raise Refused("not_found", NOT_FOUND)
    proven = level_for(identity, order.id) == "order"
    owner = identity.get("customer_id")
    if not proven and order.customer_id != owner:
        raise Refused("not_found", NOT_FOUND)
    return order


def _label(order: Order) -> str:
    goods = ", ".join(dict.fromkeys(line.name for line in order.lines[:2]))
    return f"{order.id} · {goods} · {order.status}"


async def choose_order(deps: Deps, state: ConversationState, rule: ActionRule, text: str) -> Order:
    """An order that was not named. Raises ``NeedsIdentity`` for a guest, ``NeedsInput`` where several fit."""
    identity = state.get("identity", {})
    customer_id, proven = identity.get("customer_id"), identity.get("orders", [])
    if identity.get("level", "guest") == "guest":
        if len(proven) == 1:
            return await find_order(deps, state, proven[0])
        raise NeedsIdentity
    if not customer_id:
        raise NeedsIdentity
    orders = await deps.desk.orders(customer_id)
    fitting = [o for o in orders if rule.statuses is None or o.status in rule.statuses]
    named = _naming_most(text, orders)
    mentioned = [o for o in fitting if o in named]
    if len(named) == 1 and not mentioned:
        return named[0]  # in another state: the rule is told of the very order that was meant
    if not fitting:
        wanted = " or ".join(rule.statuses or [])
        raise Refused("wrong_status", f"You have no order that is {wanted}, so there is nothing I can do this with.")
    candidates = mentioned or fitting
    if len(candidates) == 1:
        return candidates[0]
    several = _SEVERAL.search(text) is not None
    shown = state.get("shown_order")
    recent = [o for o in candidates if o.id == shown]
    if recent and not several:
        return recent[0]
    buttons = [button(_label(o), value=o.id) for o in candidates[:_SHOWN]]
    question = "I do this one order at a time. Which one first?" if several else "Which order is it?"
    raise NeedsInput("order_id", f"{question} Choose one, or type its number.", buttons)


def _naming_most(text: str, orders: list[Order]) -> list[Order]:
    """The orders of which a text names the most kinds of goods; none where it names none."""
    counts = [names_goods(text, order) for order in orders] if text else []
    return [order for order, n in zip(orders, counts, strict=False) if n and n == max(counts)]
