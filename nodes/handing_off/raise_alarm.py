"""`support-v3`: what is urgent leaves everything else as it was, and goes to a person: whatever was asked, quoted or waited for."""

from domain.acts import Act, Reading
from domain.dialogue import is_a_stolen_parcel
from domain.intents import URGENT
from domain.language.danger.urgent import urgent
from nodes.agenda import held
from nodes.state import ConversationState


def alarm_by_rule(text: str) -> ConversationState | None:
    """Without a model, so before any consent."""
    kind = urgent(text)
    if kind is None:
        return None
    return _at_once(Act(act="urgent", intent=URGENT, urgency=kind, text=text, end=len(text)))


def alarm_in(reading: Reading) -> ConversationState | None:
    """What a model heard, before anything else that it read."""
    return next((_at_once(act) for act in reading.acts if act.act == "urgent" and not is_a_stolen_parcel(act)), None)


def _at_once(act: Act) -> ConversationState:
    return {"intent": URGENT, "confidence": act.confidence, "entities": {}, "acts": [held(act)], "agenda": []}
