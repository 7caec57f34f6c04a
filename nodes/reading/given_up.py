"""`support-v3`: a question of ours that the customer leaves: nothing of it is done, and what is wanted instead is read."""

from collections.abc import Mapping, Sequence
from typing import Any  # a task's or a quote's JSON

from domain.actions import ACTION_OF_INTENT, SWAPS
from domain.acts import Act, OrderReference, Reading
from domain.conversation import JsonObject
from domain.language.acts.wishes import wish_in
from domain.language.goods.quantities import says_all
from domain.language.questions.question_form import is_put_as_a_question
from domain.language.quotes.beside_a_no import beside_a_no
from domain.language.quotes.gives_up import after_never_mind, as_only_asked, given_up, no_address_but, only_that, parts_of
from domain.language.text.entities import find_entities
from domain.language.text.statements import asks_for_something, asks_or_wants, has_no_order
from nodes.agenda import all_held, without_the_dropped
from nodes.answering.decline_extra import wants_an_extra
from nodes.drafts import FIELD_WISHES
from nodes.state import ConversationState

_OF_AN_ORDER = frozenset({"identity", "order_id"})
_FEWEST_WORDS = 3  # of what is wanted instead


def gives_up(state: ConversationState, text: str) -> bool:
    """ "Cancel that" while a refund or the like is asked about: that is given up, and no order is cancelled by it."""
    return _given_up(state, text) == ""


def wanted_instead(state: ConversationState, text: str) -> str | None:
    """What is wanted in the place of what is given up: "nothing, I only asked about Saturday delivery"; None where that is nothing."""
    if state.get("pending"):
        return None
    return (
        _instead_of_an_address(state, text)
        or _instead_of_an_order(state, text)
        or _given_up(state, text)
        or after_never_mind(text)
        or _beside_a_no(state, text)
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


def _instead_of_an_order(state: ConversationState, text: str) -> str | None:
    """ "No order yet, can I pick up at the shop?", where an order was asked for: what was to be done with one is left."""
    if (state.get("task") or {}).get("asked") not in _OF_AN_ORDER or not has_no_order(text):
        return None
    rest = [text[at : at + len(part)].strip() for at, part in parts_of(text) if not has_no_order(part)]
    asked = [part for part in rest if len(part.split()) >= _FEWEST_WORDS and (_asks(part, text) or asks_or_wants(part))]
    wanted = ". ".join((as_only_asked(part) or part).rstrip("?") for part in asked) + ("?" if "?" in text and asked else "")
    return None if any(find_entities(wanted).get(kind) for kind in ("emails", "codes")) else wanted or None


def _asks(part: str, text: str) -> bool:
    """ "Öffnungszeiten bitte", "I just mean can I …": without a question's form, too."""
    return is_put_as_a_question(part) or as_only_asked(part) is not None or asks_for_something(part) or f"{part}?" in text


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


def _actions_of(acts: Sequence[Act]) -> set[str | None]:
    """Which of the two swaps is meant the order's state decides: who wants no exchange wants no change of an order either."""
    found = {ACTION_OF_INTENT.get(act.intent or "") for act in acts}
    return found | SWAPS if found & SWAPS else found


def without_the_denied(state: ConversationState, reading: Reading) -> ConversationState:
    """ "I don't want to cancel anything! When does it arrive?": what we asked about is left, whatever else is served."""
    task = state.get("task") or {}
    denied = _actions_of([act for act in reading.acts if act.act == "wish" and act.negated and not act.goods])
    meant = _actions_of([act for act in reading.acts if act.act == "wish" and not act.negated])
    is_left = task.get("asked") and task.get("action") in denied - meant and not state.get("pending")
    return {"task": None} if is_left else {}
