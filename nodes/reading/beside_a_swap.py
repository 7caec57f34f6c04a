"""`support-v3`: what is said beside a swap that is filled or waits: money back or a return instead, what there is, another variant."""

from domain.actions import ACTION_OF_INTENT, SWAP_INTENTS, SWAPS
from domain.acts import Act, Reading
from domain.dialogue import tasks_of
from domain.language.acts.wishes import wish_in
from domain.language.goods.goods_references import describes
from domain.language.goods.swaps import stays_with_the_swap
from domain.language.options.impossible_options import asks_of_options
from domain.language.options.wants_another_variant import wants_another_variant, wants_it_in
from domain.language.orders.parts_of_orders import adds_to_an_order
from domain.language.quotes.choices import speaks_of_a_difference
from nodes.agenda import agenda_with, all_held
from nodes.reading.read_reply import withdrawing
from nodes.state import ConversationState, Pending, Task

_TWIN = {"change_order_items": "exchange_items", "exchange_items": "change_order_items"}
_INSTEAD = {"request_refund": "refund_order", "return_items": "return_items"}
_GIVES_BACK = frozenset({*_INSTEAD.values(), "cancel_order"})
_SLOTS = frozenset({"changes", "line_ids", "quantities", "payment_method_id"})
_MOST_WORDS = 12


def instead_of_a_swap(state: ConversationState) -> ConversationState | None:
    """ "A refund instead": its flow begins, for the goods that were to be swapped. None where the words want no such thing."""
    task, text = state.get("task") or {}, state["turn"].get("text", "")
    if task.get("action") not in SWAPS or task.get("asked") not in _SLOTS:
        return None
    if not state["turn"].get("may_read", True):
        return None
    wish = wish_in(text)
    if wish not in _INSTEAD or len(text.split()) > _MOST_WORDS or speaks_of_a_difference(text) or stays_with_the_swap(text):
        return None
    act = Act(act="wish", intent=wish, confidence=0.95, text=text, end=len(text))
    kept = {k: v for k, v in task["arguments"].items() if k in ("order_id", "line_ids", "reason") and v}
    begun: Task = {"action": _INSTEAD[wish], "arguments": kept, "asked": None, "times": 0}
    return {**agenda_with(state, [act]), "acts": all_held([act]), "task": begun}


def swap_instead(state: ConversationState, reading: Reading, text: str) -> ConversationState | None:
    """ "I don't want a refund, I want it in navy", to a quote that gives money back, also by a cancellation: its goods are to be
    swapped. None where the words want no swap."""
    pending = state.get("pending")
    if not pending or pending["name"] not in _GIVES_BACK or not (wants_another_variant(text) or wants_it_in(text)):
        return None
    swaps = [act for act in reading.acts if act.intent in SWAP_INTENTS and act.act == "wish" and not act.negated]
    wish = swaps[0] if swaps else Act(act="wish", intent="exchange_items", confidence=0.95, text=text, end=len(text))
    others = [act for act in tasks_of(reading.acts) if act not in swaps and _is_beside(act, pending)]
    arguments = pending["arguments"]
    kept = {k: arguments[k] for k in ("order_id", "line_ids") if arguments.get(k)}
    pieces = list((arguments.get("quantities") or {}).values())
    if len(pieces) == 1 and wish.quantity is None:
        wish = wish.model_copy(update={"quantity": pieces[0]})
    begun: Task = {"action": "exchange_items", "arguments": kept, "asked": None, "times": 0}
    names_others = any(ref.text and not ref.wanted for ref in wish.goods) or any(ref.which != "it" for ref in wish.orders)
    tasks = agenda_with(state, tasks_of([*others, wish]))
    return {**withdrawing(state), **tasks, "acts": all_held(reading.acts), "task": None if names_others else begun}


def _is_beside(act: Act, pending: Pending) -> bool:
    """Whether a wish is another than to have the quoted goods otherwise."""
    return (
        act.act in ("wish", "report", "question") and not act.negated and not is_of(act, pending["name"]) and bool(act.goods)
    )


def asks_what_there_is(state: ConversationState) -> bool:
    """Whether, asked which variant it should be, somebody asks which there are: that is told with our question."""
    task = state.get("task") or {}
    return task.get("action") in SWAPS and task.get("asked") == "changes" and asks_of_options(state["turn"].get("text", ""))


def is_of(act: Act, action: str) -> bool:
    return ACTION_OF_INTENT.get(act.intent or "") in (action, _TWIN.get(action, action))


def other_variant(pending: Pending, reading: Reading, text: str) -> Act | None:
    """While a swap waits for its yes, goods that are wanted otherwise: "I'd like to go with the black one, please"."""
    if pending["name"] not in SWAPS or len(reading.acts) != 1:
        return None
    act = reading.acts[0]
    if act.act == "question" or "?" in text[act.start : act.end + 1]:
        return None
    if (
        act.negated
        or adds_to_an_order(text)
        or any(ref.excluded for ref in act.goods)
        or not (is_of(act, pending["name"]) or act.act == "value")
    ):
        return None
    if not act.goods and not describes(text):
        return None
    goods = [ref.model_copy(update={"wanted": True}) for ref in act.goods]
    return act.model_copy(update={"act": "correction", "confidence": 1.0, "goods": goods})
