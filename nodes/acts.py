"""The act that is served now, for the nodes and actions that read their values from it."""

from domain.actions import SWAP_INTENTS
from domain.acts import Act, Reading, ReadingContext
from domain.conversation import ReadAct
from domain.dialogue import REASON_OF_PROBLEM
from domain.language.options.wants_another_variant import does_not_fit
from nodes.state import ConversationState, was_asked

_SLOTS = {"changes": "variant", "name": "product"}  # what our slots are called where words are read


def act_of(state: ConversationState) -> Act | None:
    """The act that is served now; None in versions without acts, and for forms."""
    held = state.get("act")
    return Act.model_validate(held) if held else None


def said_reason(act: Act) -> str | None:
    """The policy's reason that the words give, by its usual name."""
    return act.reason or (REASON_OF_PROBLEM.get(act.problem) if act.problem else None)


def in_the_contract(act: Act) -> ReadAct:
    """An act as the API shows it."""
    numbers = [ref.number for ref in act.orders if ref.number]
    quantities = [ref.quantity for ref in act.goods if ref.quantity]
    return ReadAct(
        act=act.act,
        intent=act.intent,
        negated=act.negated,
        order_id=numbers[0] if numbers else None,
        quantity=act.quantity or (quantities[0] if quantities else None),
        amount=act.amount,
        reason=said_reason(act),
        confidence=round(act.confidence, 4),
        text=act.text,
    )


def urgent_act(state: ConversationState) -> Act | None:
    """The urgent act of this turn's message, if it holds one."""
    return next((act for held in state.get("acts", []) if (act := Act.model_validate(held)).act == "urgent"), None)


def reading_context(state: ConversationState) -> ReadingContext:
    """What a message is read with: what was asked, and what waits."""
    task, pending = state.get("task") or {}, state.get("pending")
    asked = task.get("asked")
    return ReadingContext(
        asked=_SLOTS.get(asked, asked) if asked else None,
        question=(was_asked(state) or {}).get("kind"),
        pending=pending["name"] if pending else None,
        action=task.get("action"),
        orders_shown=len(state.get("shown_orders") or []),
    )


def as_one_value(reading: Reading, text: str) -> Act:
    """A whole message as the value that was asked for, with all goods and orders that it names."""
    value: dict[str, object] = {
        "act": "value",
        "intent": None,
        "text": text,
        "start": 0,
        "end": len(text),
        "confidence": 1.0,
    }
    value |= {"goods": [ref for act in reading.acts for ref in act.goods]}
    value |= {"orders": [ref for act in reading.acts for ref in act.orders]}
    return reading.acts[0].model_copy(update=value)


def may_tell_why(act: Act, text: str) -> bool:
    """ "Zu groß!! I told you": of the question why it tells that it does not fit, whatever else it sounds like."""
    says_no_more = act.act in ("report", "value", "talk") or act.intent in SWAP_INTENTS
    return says_no_more and act.intent != "human_agent" and not act.orders and does_not_fit(text) and "?" not in text
