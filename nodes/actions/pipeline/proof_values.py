"""Which values of the customer's words are a proof of identity, whatever else the words want. Each value is one thing only.

At most one order, one postcode, one e-mail address and one code are read from a message: a list of guesses is one try."""

from domain.actions import ACTION_OF_INTENT
from domain.conversation import JsonObject
from domain.language.text.entities import Entities, find_entities, order_number_said
from nodes.actions.pipeline.identity import PROVEN, awaited_code, identity_of, is_proven_order
from nodes.state import ConversationState, entities_of

_ASKED = ("identity", "code")
# Of these the address, the postcode or the e-mail in the words may be what is wished, not who wishes it.
_ABOUT_THEM = frozenset({"update_account", "change_shipping_address", "send_password_reset"})


def values_given(state: ConversationState) -> JsonObject:
    """The values of this turn's words, with the halves of a proof that were given before: `code`, or any of `order_id`,
    `email`, `postcode`."""
    found = entities_of(state)
    if code := _code_in(state, found):
        return {"code": code}
    text, task, said = state["turn"].get("text", ""), state.get("task") or {}, state.get("identity", {}).get("said", {})
    is_asked = task.get("asked") in _ASKED
    known = task.get("arguments", {}).get("order_id") or said.get("order_id")
    given: JsonObject = {}
    postcodes, numbers = found.get("postcodes", []), found.get("numbers", [])
    spoken = order_number_said(text)
    named = found.get("order_ids", []) or ([spoken] if spoken else [])
    if not named and is_asked and not (known and postcodes):
        # Bare digits: not those of a postcode, unless there are no others.
        named = [n for n in numbers if n not in postcodes] or ([] if known else numbers[:1])
    if named:
        given["order_id"] = named[0]
        postcodes = [p for p in postcodes if p != named[0]]
        earlier = said.get("order_id")
        if not postcodes and earlier and earlier.isdigit() and found.get("order_ids"):
            postcodes = [earlier]  # "53789", then "the order is HP104251": what was no order is its postcode
    elif known:
        given["order_id"] = known
    if emails := found.get("emails"):
        given["email"] = emails[0]
    elif postcodes:
        given["postcode"] = postcodes[-1]
    elif is_asked and known and (loose := [p for p in found.get("loose_postcodes", []) if p != given.get("order_id")]):
        given["postcode"] = loose[-1]
    elif named:
        given |= {k: v for k, v in said.items() if k in ("email", "postcode")}
    return given


def _code_in(state: ConversationState, found: Entities) -> str | None:
    """The six digits that were asked for: those said to be an order's, or beside another proof, are none."""
    codes = found.get("codes", [])
    if not codes or awaited_code(state) is None or found.get("emails") or found.get("postcodes"):
        return None
    spoken = order_number_said(state["turn"].get("text", ""))
    return next((c for c in codes if c != spoken), None)


def brings_a_proof(state: ConversationState, is_wish: bool) -> bool:
    """Whether words hold a whole proof. Where they wish for nothing ("do you deliver to 90210?"), they must name the order."""
    identity, task = identity_of(state), state.get("task") or {}
    if state["turn"]["kind"] != "text" or identity.get("level") in PROVEN:
        return False
    given = values_given(state)
    if "code" in given:
        return True
    action = ACTION_OF_INTENT.get(state.get("intent") or "")
    if action in _ABOUT_THEM and task.get("asked") not in _ASKED:
        return False
    order_id = given.get("order_id")
    if not is_wish and not state.get("entities", {}).get("order_ids"):
        return False
    is_whole = bool(order_id and (given.get("email") or given.get("postcode")))
    return is_whole and not is_proven_order(identity, str(order_id))


def as_wished(state: ConversationState) -> ConversationState:
    """After a proof in this turn, the state as the words of an earlier turn would have it that waited for the proof."""
    words, calls = (state.get("task") or {}).get("words"), state.get("tool_calls", [])
    if not words or not calls or calls[-1]["name"] != "verify" or words == state["turn"].get("text"):
        return state
    found = find_entities(words)
    found["order_ids"] = found["order_ids"] or state.get("entities", {}).get("order_ids", [])
    return {**state, "turn": {**state["turn"], "kind": "text", "text": words}, "entities": dict(found)}


def words_of_wish(action: str, state: ConversationState) -> str | None:
    """What is kept of the words until who wants it is known: those that began it."""
    task = state.get("task") or {}
    return (task.get("words") if task.get("action") == action else None) or state["turn"].get("text")


def without_used(entities: JsonObject, order_id: str | None) -> JsonObject:
    """What is left to be read by what comes after a proof: none of the values that made it, and the order that it was of."""
    used = ("numbers", "postcodes", "loose_postcodes", "emails", "codes")
    left = {k: ([] if k in used else v) for k, v in entities.items()}
    return {**left, "order_ids": [order_id]} if order_id and left.get("order_ids") is not None else left
