"""`support-v3`: the goods are wanted and not money. Nothing of ours sends goods: the wish goes an exchange's way, where that is
said. Once it was said that a colleague can send them, or that their money can go back, an answer takes one of the two.
"""

from collections.abc import Sequence

from domain.acts import Act, GoodsReference, Problem, Reading
from domain.conversation import JsonObject
from domain.dialogue import tasks_of
from domain.intents import REPORT_PROBLEM
from domain.language.goods.goods_references import names_an_option
from domain.language.options.wants_another_variant import wants_another_variant
from domain.language.orders.order_references import age_meant
from domain.language.reports.goods_or_money import taken_of_the_two, wants_either
from domain.language.reports.problems import problem_in
from domain.language.reports.wants_goods import (
    declines_money,
    is_sent_again,
    says_the_same,
    wants_goods,
    wants_money,
    wants_the_goods_named,
)
from domain.language.text.clauses import clauses
from nodes.agenda import agenda_with, all_held
from nodes.drafts import OFFERED, SEND_AGAIN
from nodes.reading.read_reply import withdrawing
from nodes.state import ConversationState, Task

OF_GOODS: frozenset[Problem] = frozenset({"damaged", "wrong_item", "missing", "not_received", "not_as_described"})
_ACTIONS = frozenset({"refund_order", "return_items", "exchange_items"})
_OF_THE_ACCOUNT = frozenset(
    {"update_account", "change_shipping_address", "change_payment_method", "verify", "send_password_reset"}
)
_MAILED = frozenset({"send_invoice", "send_password_reset"})
_INTENTS = frozenset({"request_refund", "return_items", "exchange_items"})


def without_declined_money(reading: Reading, text: str) -> Reading:
    """ "No refund please, where is it?" wishes for no refund."""
    if not declines_money(text) or wants_money(text):
        return reading
    acts = [act.model_copy(update={"negated": True}) if act.intent == "request_refund" else act for act in reading.acts]
    return reading.model_copy(update={"acts": acts})


def goods_wanted(state: ConversationState, reading: Reading, text: str) -> ConversationState | None:
    """The wish for the goods in place of what was read of money or a swap; None where the words want no goods sent."""
    if wants_another_variant(text) and not is_sent_again(text):
        return None  # other goods than came
    of_it = [act for act in reading.acts if _is_of_it(act)]
    of_it = [act for act in of_it if not _is_another(act, of_it)]
    wanted = wants_goods(text) or ("beside_trouble" if wants_either(text) else None)
    quote = state.get("pending") or {}
    is_rather = quote.get("name") == "refund_order" and wants_the_goods_named(text, quote.get("words") or "")
    wanted = wanted or ("clearly" if is_rather or _insists(state, of_it, text) else None)
    if wanted is None:
        return None
    task = state.get("task") or {}
    if task.get("asked") == "order_id" and age_meant(text):
        return None  # "the new one" is an order
    if task.get("asked") and task["action"] in _OF_THE_ACCOUNT:
        return None  # "my email. new one is …"
    swaps = (state.get("pending") or {}).get("name") or (task.get("action") if task.get("asked") == "changes" else None)
    if swaps == "exchange_items" and not is_sent_again(text):
        return (
            None  # goods are to be sent anyway: "shouldn't I pay more if the new one is dearer?", "for a pair that is black"
        )
    before = _before(state)
    is_trouble = before is not None or any(act.problem in OF_GOODS for act in of_it) or _tells_of_trouble(text)
    frame = state.get("frame")
    if not is_trouble and frame is not None and frame["action"] in _MAILED:
        return None  # "send it again": what was mailed
    if wanted == "beside_trouble" and not is_trouble and not (of_it and is_sent_again(text)):
        return None
    wish = _as_many_as_quoted(state, _with_what_began(_wish(of_it, text), task))
    others = [act for act in reading.acts if act not in of_it and act.act != "no"]
    update: ConversationState = {**withdrawing(state), **agenda_with(state, tasks_of([*others, wish]))}
    if (
        before
        and not any(ref.text and not names_an_option(ref.text) for ref in wish.goods)
        and not any(ref.which != "it" for ref in wish.orders)
    ):
        again: Task = {"action": "exchange_items", "arguments": before, "asked": None, "times": 0}
        update["task"] = again
    elif (state.get("task") or {}).get("action") in _ACTIONS:
        update["task"] = None
    return {**update, "acts": all_held([*others, wish])}


def _with_what_began(wish: Act, task: Task | JsonObject) -> Act:
    """ "I just want the same again", where we ask which order the broken pan is of: the pan."""
    began = task.get("act")
    if not began or task.get("action") not in _ACTIONS:
        return wish
    before = Act.model_validate(began)
    return wish.model_copy(
        update={
            "goods": wish.goods if any(ref.text and not ref.wanted for ref in wish.goods) else before.goods,
            "problem": wish.problem or before.problem,
            "orders": wish.orders or before.orders,
        }
    )


def _as_many_as_quoted(state: ConversationState, wish: Act) -> Act:
    """ "Can't you just send another?", to a quote for one of two mugs."""
    pieces = list((((state.get("pending") or {}).get("arguments") or {}).get("quantities") or {}).values())
    says_how_many = wish.quantity or any(ref.quantity for ref in wish.goods)
    return wish if says_how_many or len(pieces) != 1 else wish.model_copy(update={"quantity": pieces[0]})


def _insists(state: ConversationState, of_it: Sequence[Act], text: str) -> bool:
    """ "No, the same size", after it was said who can send it."""
    asked = state.get("open_question") or {}
    meant = [act for act in of_it if not act.negated and act.intent in ("exchange_items", REPORT_PROBLEM)]
    return bool(asked.get("about")) and not wants_money(text) and (bool(meant) or says_the_same(text))


def _is_of_it(act: Act) -> bool:
    if act.act == "report":
        return act.problem in OF_GOODS
    if act.act == "question" and act.intent in ("policy_question", "product_question"):
        return wants_goods(act.text) is not None or wants_either(act.text)
    return act.intent in _INTENTS or act.act in ("value", "correction")


def _tells_of_trouble(text: str) -> bool:
    """ "The jacket is damaged, new one or money back?" may be read as a question as a whole."""
    return wants_either(text) and problem_in(text) in OF_GOODS


def _is_another(act: Act, of_it: Sequence[Act]) -> bool:
    """ "… and refund the shelf": of goods that nothing else speaks of."""
    own = {ref.text for ref in act.goods if ref.text}
    others = {ref.text for other in of_it if other is not act for ref in other.goods if ref.text}
    is_plain = act.act == "wish" and not act.negated and act.intent in ("request_refund", "return_items")
    return is_plain and bool(own) and bool(others) and not own & others and wants_goods(act.text) is None


def _wish(of_it: Sequence[Act], text: str) -> Act:
    meant = [act for act in of_it if not act.negated]
    reports = [act for act in meant if act.act == "report"]
    named = reports if any(ref.text for act in reports for ref in act.goods) else meant
    goods: list[GoodsReference] = list(dict.fromkeys(ref for act in named for ref in act.goods))
    said = [clause.text for clause in clauses(text) if wants_goods(clause.text)] or [text]
    words = list(dict.fromkeys([*(act.text for act in meant), *said]))
    return Act(
        act="wish",
        intent="exchange_items",
        problem=next((act.problem for act in meant if act.problem), problem_in(text) if wants_either(text) else None),
        goods=goods,
        orders=list(dict.fromkeys(ref for act in meant for ref in act.orders)),
        quantity=next((act.quantity for act in named if act.quantity), None),
        text=". ".join(words),
        end=len(text),
    )


def _before(state: ConversationState) -> JsonObject | None:
    """The order and the lines that a refund, return or exchange was last spoken of for."""
    quote, task, frame = state.get("pending") or state.get("withdrawn"), state.get("task") or {}, state.get("frame")
    for name, arguments in (
        ((quote or {}).get("name"), (quote or {}).get("arguments")),
        (task.get("action"), task.get("arguments")),
    ):
        if name in _ACTIONS and arguments and arguments.get("order_id"):
            lines = arguments.get("line_ids") or [change["line_id"] for change in arguments.get("changes") or []]
            return {"order_id": arguments["order_id"], **({"line_ids": lines} if lines else {})}
    if frame and frame["action"] in _ACTIONS and frame["order_id"]:
        return {"order_id": frame["order_id"], **({"line_ids": frame["line_ids"]} if frame.get("line_ids") else {})}
    return None


def as_chosen(state: ConversationState, text: str) -> str:
    """What the button of the chosen way sends; ``text`` where the words choose none. Who leaves it to us gets the quicker way, the
    money, quoted."""
    asked, frame = state.get("open_question") or {}, state.get("frame")
    is_of_goods = frame is not None and frame["action"] in ("exchange_items", "refund_order") and bool(frame.get("line_ids"))
    if (
        asked.get("kind") != "person"
        or not (asked.get("about") and asked.get("reason"))
        or not is_of_goods
        or state.get("pending")
    ):
        return text
    taken = taken_of_the_two(text)
    if taken is None:
        return text
    return SEND_AGAIN if taken == "goods" else OFFERED["refund_order"]
