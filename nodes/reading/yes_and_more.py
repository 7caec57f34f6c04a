"""`support-v3`: "yes, and where is my other order?" is no plain yes, and says something beside it that must not be lost.

What can be answered at once is; then the quote is asked for again, and what needs a yes of its own follows that one. Words that
change the very step that waits have it quoted anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.actions import ACTION_OF_INTENT, INTENT_OF_ACTION
from domain.acts import Act, Reading
from domain.conversation import JsonObject
from domain.dialogue import SURE, is_a_look, tasks_of
from domain.language.orders.parts_of_orders import adds_to_an_order
from domain.language.questions.question_form import is_put_as_a_question
from domain.language.quotes.refusal import refuses
from nodes.state import ConversationState, Pending

_BY_RULE = 0.9  # confidence
_VALUES = frozenset({"value", "correction"})
_MAY_BE_OF_IT = frozenset({"cancel_order", "change_payment_method", "change_shipping_address"})


@dataclass(frozen=True)
class More:
    """``changes``: what the step that waits is to be instead. ``agenda``: what is served, with the yes in its place; empty where
    nothing was said for certain."""

    changes: Act | None
    agenda: list[Act]


def more_than_yes(pending: Pending, reading: Reading) -> More:
    """``reading``: of what stands behind the yes."""
    wanted = [_of_step(act, pending) for act in tasks_of(reading.acts)]
    changes = next((act for act in wanted if _changes(act, pending)), None)
    others = [act for act in wanted if act is not changes and _is_another(act, pending)]
    if changes:
        changes = changes.model_copy(update={"act": "correction", "confidence": 1.0})
    if not others:
        return More(changes, [])
    at_once = [act for act in others if is_a_look(act)]
    again = [] if changes else [Act(act="yes", intent="affirm")]
    return More(changes, [*at_once, *again, *(act for act in others if act not in at_once)])


def asked_beside_it(reading: Reading, rest: str) -> list[Act]:
    """ "Yes please. Do you need a photo?": what is asked for information, and then the yes, where nothing else is said. What is asked
    changes nothing of the quote, and may yet decide it: so it is answered, and the plain yes asked for."""
    if not is_put_as_a_question(rest) or refuses(rest) or any(_says_more(act) for act in reading.acts):
        return []
    question = Act(act="question", intent="policy_question", confidence=SURE, text=rest, end=len(rest))
    return [question, Act(act="yes", intent="affirm")]


def _says_more(act: Act) -> bool:
    return act.act in ("correction", "no", "report")


def as_asked(reading: Reading, rest: str) -> Reading:
    """ "Do you need a photo?" names no goods that anything is wrong with: what only looks like a report in it is a question."""
    if "?" not in rest:
        return reading
    asked = {"act": "question", "intent": "policy_question", "problem": None}
    weak = [act for act in reading.acts if act.act == "report" and not act.goods and act.confidence < _BY_RULE]
    return reading.model_copy(
        update={"acts": [act.model_copy(update=asked) if act in weak else act for act in reading.acts]}
    )


def looks_and_asks(reading: Reading, asked: str) -> list[Act]:
    """ "Which order is it? And will it come by Friday?": what is only looked at, then what is ``asked`` of the quote, with the quote.
    Empty where the rest wants more than that, or may not be meant."""
    tasks = tasks_of(reading.acts)
    if not tasks or not all(is_a_look(act) and not act.negated and act.confidence >= SURE for act in tasks):
        return []
    return [*tasks, Act(act="yes", intent="affirm", text=asked, end=len(asked))]


def asks_again_later(state: ConversationState) -> bool:
    """Whether what waits on the agenda ends with the question for the yes."""
    return any(is_the_yes(act) for act in state.get("agenda", [])) and bool(state.get("pending"))


def is_the_yes(act: JsonObject) -> bool:
    """Whether an act on the agenda, as it is held, is the yes that was said beside something else."""
    return (act.get("act"), act.get("intent")) == ("yes", "affirm")


def without_lost_yes(agenda: Sequence[JsonObject], pending: Pending | None) -> list[JsonObject]:
    """A yes to what no longer waits is none."""
    return [act for act in agenda if pending or not is_the_yes(act)]


def _of_step(act: Act, pending: Pending) -> Act:
    """ "And also HP2": the same for another order."""
    if act.act not in _VALUES or not _names_another_order(act, pending):
        return act
    intent = INTENT_OF_ACTION.get(pending["name"], pending["name"])
    return act.model_copy(update={"act": "wish", "intent": intent, "confidence": max(act.confidence, SURE)})


def _changes(act: Act, pending: Pending) -> bool:
    """ "And also the gloves": of the same step. "And can I add a bath mat" is of none."""
    is_of_it = (act.act in _VALUES or _is_of_step(act, pending)) and not _adds_to_the_order(act)
    return is_of_it and bool(act.goods) and not act.negated and not _names_another_order(act, pending)


def _is_another(act: Act, pending: Pending) -> bool:
    """Whether it is surely wanted beside the step. "And cancel it", "and pay by card" may be of the step itself."""
    if act.negated or act.act not in ("wish", "report", "question") or act.confidence < SURE:
        return False
    is_of_it = _is_of_step(act, pending) or act.intent in _MAY_BE_OF_IT
    return not is_of_it or _names_another_order(act, pending) or _adds_to_the_order(act)


def _adds_to_the_order(act: Act) -> bool:
    return act.intent == "change_order" and adds_to_an_order(act.text)


def _is_of_step(act: Act, pending: Pending) -> bool:
    # "And can I add a bath mat?" is no part of a change: nothing is added to orders.
    return ACTION_OF_INTENT.get(act.intent or "") == pending["name"] and not adds_to_an_order(act.text)


def _names_another_order(act: Act, pending: Pending) -> bool:
    named = [ref for ref in act.orders if ref.number or ref.goods or ref.ordinal or ref.which not in (None, "it")]
    return any(ref.number != pending["arguments"].get("order_id") for ref in named)
