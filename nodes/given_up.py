"""`support-v3`: a question of ours that the customer leaves: nothing of it is done, and what is wanted instead is read."""

from domain.language.gives_up import after_never_mind, given_up
from nodes.state import ConversationState


def gives_up(state: ConversationState, text: str) -> bool:
    """ "Cancel that" while a refund or the like is asked about: that is given up, and no order is cancelled by it."""
    return _given_up(state, text) == ""


def wanted_instead(state: ConversationState, text: str) -> str | None:
    """What is wanted in the place of what is given up: "nothing, I only asked about Saturday delivery"; None where that is nothing."""
    return None if state.get("pending") else _given_up(state, text) or after_never_mind(text)


def _given_up(state: ConversationState, text: str) -> str | None:
    task = state.get("task") or {}
    asked = task.get("asked")
    return given_up(text, asked, task["action"]) if asked and not state.get("pending") else None
