"""Prove who this is: order number with e-mail or postcode, or the one-time code that was sent to the address on file."""

import hmac
import re
from datetime import datetime

from domain.conversation import JsonObject
from domain.shop import Customer, DeskUnavailable, Order
from nodes.actions.identity import is_enough, send_code
from nodes.actions.orders import fetch, named_in
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState, Identity

_NO_MATCH = (
    "I could not match these details. Please check the order number and the e-mail address or postcode of that order."
)
_CODE_SENT = "If these details are right, a six-digit code is on its way to the e-mail address on file. Please type it here."


def _given(state: ConversationState) -> JsonObject:
    """The form's fields, or what the words hold."""
    turn, task = state["turn"], state.get("task") or {}
    if turn["kind"] == "action":
        return {k: v for k, v in turn.get("arguments", {}).items() if v}
    found = state.get("entities", {})
    given: JsonObject = {}
    if state.get("identity", {}).get("code_digest") and found.get("codes"):
        given["code"] = found["codes"][0]
        return given
    # A number that stands alone is the postcode once the order is known.
    known = state.get("identity", {}).get("claimed_order") or task.get("arguments", {}).get("order_id")
    order_id = named_in(found, None) or known or named_in(found, task.get("asked"))
    if order_id:
        given["order_id"] = order_id
    if found.get("emails"):
        given["email"] = found["emails"][0]
    elif found.get("postcodes"):
        given["postcode"] = found["postcodes"][-1]
    return given


def _plain(value: str) -> str:
    return re.sub(r"[\s-]", "", value).casefold()


async def _original(deps: Deps, value: str) -> str:
    return (await deps.reveal(value) or "") if value.startswith("[") else value


async def _matches(deps: Deps, order: Order, owner: Customer, given: JsonObject) -> bool:
    if given.get("email"):
        return hmac.compare_digest(
            (await _original(deps, given["email"])).strip().casefold().encode(), owner.email.casefold().encode()
        )
    postcode = await _original(deps, str(given.get("postcode", "")))
    return bool(postcode) and hmac.compare_digest(
        _plain(postcode).encode(), _plain(order.shipping_address.postcode).encode()
    )


def _code_holds(deps: Deps, identity: Identity, code: str) -> bool:
    digest, expires = identity.get("code_digest"), identity.get("code_expires")
    if not digest or not expires or deps.clock() > datetime.fromisoformat(expires):
        return False
    return hmac.compare_digest(digest, deps.digest(f"code:{re.sub(r'[^0-9]', '', code)}"))


def _answers(state: ConversationState, given: JsonObject, identity: Identity, text: str, proven: bool) -> ConversationState:
    shown = {k: v for k, v in given.items() if k != "code"}
    call = {"name": "verify", "arguments": shown, "status": "succeeded" if proven else "needs_identity", "result": None}
    goes_on = proven and bool(state.get("task"))
    return {
        "identity": identity,
        "outcome": "action_done" if proven else "asked_for_input",
        "tool_calls": [*state.get("tool_calls", []), call],
        "reply": state.get("reply", []) if goes_on else replying(state, draft(text)),
    }


async def verify(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Raise the identity level, or count a failed attempt; too many bring in a person."""
    deps, identity = runtime.context, Identity(**state.get("identity", {}))
    given = _given(state)
    try:
        if given.get("code"):
            if _code_holds(deps, identity, str(given["code"])):
                identity = {**identity, "level": "code", "code_digest": None, "code_expires": None}
                return _answers(state, given, identity, "Thank you, that is the right code. What can I do for you?", True)
            return _missed(deps, state, given, identity, "That code is not right, or it has expired.")
        if given.get("order_id") and (given.get("email") or given.get("postcode")):
            order = await fetch(deps, str(given["order_id"]))
            owner = await deps.desk.customer(order.customer_id) if order else None
            if order and owner and await _matches(deps, order, owner, given):
                proven = list(dict.fromkeys([*identity.get("orders", []), order.id]))
                known_as = identity.get("customer_id") or owner.id
                identity = {**identity, "orders": proven, "customer_id": known_as, "claimed_order": None}
                return _answers(state, given, identity, f"Thank you, I found order {order.id}. What can I do for you?", True)
            return _missed(deps, state, given, identity, _NO_MATCH)
        if given.get("email"):
            customer = await deps.desk.customer_by_email((await _original(deps, str(given["email"]))).strip())
            if customer is not None and identity.get("level", "guest") == "guest":
                identity = await send_code(deps, state, customer)
            return _answers(state, given, identity, _CODE_SENT, False)
    except DeskUnavailable:
        text = "I cannot reach our order system right now. Please try again in a moment, or talk to a person."
        return {"outcome": "error", "reply": replying(state, draft(text))}
    identity["claimed_order"] = given.get("order_id") or identity.get("claimed_order")
    ask = "Please add the e-mail address or the postcode of that order." if identity["claimed_order"] else _NO_MATCH
    return _answers(state, given, identity, ask, False)


def _missed(deps: Deps, state: ConversationState, given: JsonObject, identity: Identity, text: str) -> ConversationState:
    identity["attempts"] = identity.get("attempts", 0) + 1
    update = _answers(state, given, identity, text, False)
    if identity["attempts"] >= deps.policy.identity.attempts:
        update["handoff"] = {"reason": "identity_not_verified"}
        identity["code_digest"] = identity["code_expires"] = None
    return update


def may_go_on(state: ConversationState) -> bool:
    """After a proof, whether the action that wanted it can be taken up again in the same turn."""
    identity = state.get("identity", {})
    orders = identity.get("orders", [])
    proven = state.get("outcome") == "action_done" and bool(state.get("task"))
    return proven and is_enough(identity, "order", orders[-1] if orders else None)
