"""How well the customer is known, and what to ask for to know better. Never says whether an account exists."""

from datetime import datetime

from domain.messages.messages import Say
from domain.order_numbers import same_number
from domain.rules.policy import IDENTITY_ORDER, IdentityLevel
from domain.shop import Order
from nodes.state import AwaitedCode, ConversationState, Identity

PROVEN: tuple[IdentityLevel, ...] = ("code", "signed_in")


def identity_of(state: ConversationState) -> Identity:
    """What is proven as of this turn. Of a sign-in or a code whose time is over, the account stays known, but is trusted
    no more than an order that was proven: its owner's orders can be looked at.

    An approval carries out what was confirmed in time, however long the person took."""
    identity = Identity(**state.get("identity", {}))
    until, at = identity.get("until"), state["turn"].get("at")
    is_over = until is not None and at is not None and datetime.fromisoformat(at) > datetime.fromisoformat(until)
    if identity.get("level") in PROVEN and is_over and state.get("stage") != "approved":
        identity["level"] = "order"
    return identity


def awaited_code(state: ConversationState) -> AwaitedCode | None:
    """The one-time code that was asked for, while it holds."""
    code, at = state.get("identity", {}).get("code"), state["turn"].get("at")
    return code if code and at and datetime.fromisoformat(at) <= datetime.fromisoformat(code["until"]) else None


def is_proven_order(identity: Identity, order_id: str) -> bool:
    """Whether the order's number was given together with its e-mail or postcode."""
    return any(same_number(order_id, proven) for proven in identity.get("orders", []))


def level_for(identity: Identity, order: Order | None) -> IdentityLevel:
    """The level reached. For an order: a sign-in or a code counts for the orders of its own account only; another order is
    known as well as its number with e-mail or postcode proves, whoever is signed in."""
    level = identity.get("level", "guest")
    if order is None or order.customer_id == identity.get("customer_id"):
        return level
    return "order" if is_proven_order(identity, order.id) else "guest"


def may_be_enough(identity: Identity, wanted: IdentityLevel, order_id: str | None) -> bool:
    """Whether what is proven can be enough at all, before the order is looked up and its owner known."""
    level = identity.get("level", "guest")
    reached = "order" if level == "guest" and order_id and is_proven_order(identity, order_id) else level
    return IDENTITY_ORDER.index(reached) >= IDENTITY_ORDER.index(wanted)


def is_enough(identity: Identity, wanted: IdentityLevel, order: Order | None) -> bool:
    return IDENTITY_ORDER.index(level_for(identity, order)) >= IDENTITY_ORDER.index(wanted)


def question(say: Say, wanted: IdentityLevel, state: ConversationState) -> tuple[str, str]:
    """The slot to ask for and the words to ask with."""
    identity = identity_of(state)
    has_ended = f"{say('sign-in-ended')} " if state.get("identity", {}).get("level") in PROVEN else ""
    if wanted == "signed_in":
        return "identity", f"{has_ended}{say('sign-in-needed')}"
    if awaited_code(state):
        return "code", f"{has_ended}{say('code-sent')}"
    if identity.get("said", {}).get("order_id"):
        return "identity", say("proof-needs-more")
    return "identity", say("proof-needed")
