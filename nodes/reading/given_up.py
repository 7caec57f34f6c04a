"""`support-v3`: a question of ours that the customer leaves: nothing of it is done, and what is wanted instead is read."""

from domain.actions import ACTION_OF_INTENT
from domain.acts import Reading
from domain.conversation import JsonObject
from domain.language.goods.quantities import says_all
from domain.language.quotes.gives_up import after_never_mind, given_up, no_address_but, only_that
from nodes.agenda import without_the_dropped
from nodes.drafts import FIELD_WISHES
from nodes.state import ConversationState


def gives_up(state: ConversationState, text: str) -> bool:
    """ "Cancel that" while a refund or the like is asked about: that is given up, and no order is cancelled by it."""
    return _given_up(state, text) == ""


def wanted_instead(state: ConversationState, text: str) -> str | None:
    """What is wanted in the place of what is given up: "nothing, I only asked about Saturday delivery"; None where that is nothing."""
    if state.get("pending"):
        return None
    return _instead_of_an_address(state, text) or _given_up(state, text) or after_never_mind(text)


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
