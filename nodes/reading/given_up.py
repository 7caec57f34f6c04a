"""`support-v3`: a question of ours that the customer leaves: nothing of it is done, and what is wanted instead is read."""

from collections.abc import Mapping
from typing import Any  # a task's or a quote's JSON

from domain.actions import ACTION_OF_INTENT
from domain.acts import Act, OrderReference, Reading
from domain.conversation import JsonObject
from domain.language.acts.wishes import wish_in
from domain.language.goods.quantities import says_all
from domain.language.quotes.beside_a_no import beside_a_no
from domain.language.quotes.gives_up import after_never_mind, given_up, no_address_but, only_that
from nodes.agenda import all_held, without_the_dropped
from nodes.answering.decline_extra import wants_an_extra
from nodes.drafts import FIELD_WISHES
from nodes.state import ConversationState


def gives_up(state: ConversationState, text: str) -> bool:
    """ "Cancel that" while a refund or the like is asked about: that is given up, and no order is cancelled by it."""
    return _given_up(state, text) == ""


def wanted_instead(state: ConversationState, text: str) -> str | None:
    """What is wanted in the place of what is given up: "nothing, I only asked about Saturday delivery"; None where that is nothing."""
    if state.get("pending"):
        return None
    return (
        _instead_of_an_address(state, text) or _given_up(state, text) or after_never_mind(text) or _beside_a_no(state, text)
    )


def _beside_a_no(state: ConversationState, text: str) -> str | None:
    """What wants the very action that is being asked about answers it: "no, don't return the towels, return the board"."""
    task, rest = state.get("task") or {}, None if wants_an_extra(state) else beside_a_no(text)
    is_answer = rest and task.get("asked") and ACTION_OF_INTENT.get(wish_in(rest) or "") == task["action"]
    return None if is_answer else rest


def _instead_of_an_address(state: ConversationState, text: str) -> str | None:
    """ "No postal address, the e-mail address!", where we ask for an address: the wish for that field, in its button's words."""
    found = no_address_but(text) if (state.get("task") or {}).get("asked") == "address" else None
    if found is None:
        return None
    field, rest = found
    return ". ".join(part for part in (FIELD_WISHES[field] if field else "", rest) if part) or None


def _given_up(state: ConversationState, text: str) -> str | None:
    task = state.get("task") or {}
    asked = task.get("asked")
    return given_up(text, asked, task["action"]) if asked and not state.get("pending") else None


def of_the_left_order(state: ConversationState, update: ConversationState) -> ConversationState:
    """What is wanted instead of what was being done with an order is of that order, where it names no goods and no order."""
    left: Mapping[str, Any] = state.get("task") or state.get("pending") or {}
    order_id = (left.get("arguments") or {}).get("order_id")
    acts = [Act.model_validate(act) for act in update.get("agenda", [])]
    if not order_id or not acts:
        return update
    order = OrderReference(number=str(order_id))
    of_it = [
        act.model_copy(update={"orders": [order]})
        if act.act == "wish" and all(ref.which == "it" for ref in act.orders) and all(ref.wanted for ref in act.goods)
        else act
        for act in acts
    ]
    return {**update, "agenda": all_held(of_it)}


def still_waiting(state: ConversationState, text: str, wanted: str) -> list[JsonObject]:
    """What was announced and is not given up with the question: nothing, where all of it is, or where one thing alone was meant."""
    if says_all(text) or only_that(text):
        return []
    return without_the_dropped(state, text, wanted).get("agenda", [])


def without_the_denied(state: ConversationState, reading: Reading) -> ConversationState:
    """ "I don't want to cancel anything! When does it arrive?": what we asked about is left, whatever else is served."""
    task = state.get("task") or {}
    denied = {
        ACTION_OF_INTENT.get(act.intent or "") for act in reading.acts if act.act == "wish" and act.negated and not act.goods
    }
    meant = {ACTION_OF_INTENT.get(act.intent or "") for act in reading.acts if act.act == "wish" and not act.negated}
    is_left = task.get("asked") and task.get("action") in denied - meant and not state.get("pending")
    return {"task": None} if is_left else {}
