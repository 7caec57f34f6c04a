"""`support-v3`: what a message wants goes on the agenda, before what waits there; and the act that is served now, for the nodes and actions
that read their values from it.
"""

from collections.abc import Sequence

from domain.actions import SWAP_INTENTS
from domain.acts import Act, Reading, ReadingContext
from domain.conversation import JsonObject, ReadAct
from domain.dialogue import REASON_OF_PROBLEM
from domain.intents import OUT_OF_SCOPE
from domain.language.goods.product_names import may_be_the_same
from domain.language.options.wants_another_variant import does_not_fit
from nodes.state import ConversationState, was_asked

MOST_WAITING = 8
_THE = frozenset(["the", "a", "an", "my", "it", "and", "das", "die", "der", "den", "ein", "eine", "und"])


def agenda_with(state: ConversationState, tasks: Sequence[Act]) -> ConversationState:
    """New wishes before those that wait."""
    waiting = state.get("agenda", [])
    if not tasks:
        act = Act(act="talk", intent=OUT_OF_SCOPE, confidence=0.0, text=state["turn"].get("text", ""))
        return {"agenda": waiting or [held(act)]}
    wanted = [held(act) for act in tasks]
    waiting = [act for act in waiting if not any(_is_same_wish(act, new) for new in wanted)]
    if any(act.act in ("question", "report") or (act.act == "wish" and not act.negated) for act in tasks):
        waiting = [act for act in waiting if act.get("act") != "question"]  # the subject has moved on
    if all(act.act == "talk" for act in tasks) and tasks[0].intent == OUT_OF_SCOPE and waiting:
        return {"agenda": waiting}  # "and the other two?": what waits is what is meant
    return {"agenda": [*wanted, *waiting][:MOST_WAITING]}


def _is_same_wish(waiting: JsonObject, new: JsonObject) -> bool:
    """Said again, a wish is not served twice: of one that named its order, also where it now says only "both"."""
    if waiting.get("intent") != new.get("intent") or waiting.get("act") != new.get("act"):
        return False
    goods = [
        [ref["text"] for ref in act.get("goods", []) if ref.get("text") and not ref.get("wanted")] for act in (waiting, new)
    ]
    if all(goods) and not any(may_be_the_same(one, other) for one in goods[0] for other in goods[1]):
        return False  # the clock, and the mat that waits
    numbers = [{ref["number"] for ref in act.get("orders", []) if ref.get("number")} for act in (waiting, new)]
    return not numbers[1] or not numbers[0] or bool(numbers[0] & numbers[1])


def without_the_dropped(state: ConversationState, text: str, left: str) -> ConversationState:
    """What waits is given up by the words that stand in ``text`` and not in what is ``left`` of it: "forget the bath mat"."""
    dropped = set(text.casefold().split()) - set(left.casefold().split())
    if not dropped:
        return state
    agenda = [act for act in state.get("agenda", []) if not dropped & (set(act.get("text", "").casefold().split()) - _THE)]
    return {**state, "agenda": agenda}


def held(act: Act) -> JsonObject:
    return act.model_dump(mode="json", exclude_defaults=True)


def all_held(acts: Sequence[Act]) -> list[JsonObject]:
    return [held(act) for act in acts]


_SLOTS = {"changes": "variant", "name": "product"}  # what our slots are called where words are read


def is_of_the_same_answer(state: ConversationState, waiting: JsonObject) -> bool:
    """Whether a value that waits was said beside the one that is served, of no order of its own: its action read all words."""
    act, said = act_of(state), [one.get("text") for one in state.get("acts", [])]
    is_value = waiting.get("act") == "value" and not waiting.get("orders") and waiting.get("text") in said
    return is_value and act is not None and act.act == "value"


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
