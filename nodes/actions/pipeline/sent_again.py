"""Goods that are wanted and not money: nothing of ours sends goods, so that is said, with what there is instead, and a person who can."""

from domain.acts import Act
from domain.language.acts.wishes import wish_in
from domain.language.goods.missing_parts import lacks_a_part
from domain.language.goods.swaps import says_what_came, without_what_came_instead
from domain.language.options.variants import Values, wants_the_same_again
from domain.language.options.wants_another_variant import wants_another_variant
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
from domain.order_account import OrderAccount
from domain.shop import Order, OrderLine
from nodes.actions.pipeline.chosen_goods import number_said, spoken_lines
from nodes.actions.pipeline.request import LeftToAPerson, NeedsInput, Plan, Request
from nodes.actions.pipeline.slots import options_of
from nodes.agenda import said_reason
from nodes.drafts import SEND_AGAIN, button
from nodes.talking.offers import is_offered, offers

_SENT_AGAIN = frozenset({"damaged", "missing", "not_received"})  # problems
_MAY_BE_FOUND = frozenset({"not_received", "missing"})  # a parcel of which the carrier is asked


class WantsTheGoods(Exception):
    """What is wanted in exchange is what was ordered."""

    def __init__(self, lines: list[OrderLine]) -> None:
        super().__init__()
        self.lines = lines


def asks_for_the_goods(request: Request) -> bool:
    """Whether this turn's words, or those that began the task, want the goods sent. Asked which variant it should be, "a pair that
    is black" is that."""
    task = request.state.get("task") or {}
    if (task.get("asked") == "changes" or wants_another_variant(request.text)) and not is_sent_again(request.text):
        return False
    began = task.get("act")
    texts = [request.text, Act.model_validate(began).text if began else ""]
    if not request.text or any(wants_goods(text) or without_what_came_instead(text) != text for text in texts):
        return bool(request.text)
    if any(wants_either(text) for text in texts) and request.act is not None and request.act.problem:
        return True
    dropped = request.state.get("withdrawn") or {}
    if dropped.get("name") == "refund_order" and wants_the_goods_named(request.text, dropped.get("words") or ""):
        return True
    whole = request.state["turn"].get("whole") or request.text
    if problem_in(whole) == "wrong_item" and taken_of_the_two(request.text) == "goods":
        return True  # "a white one came. I want a green one"
    was_told = bool((request.state.get("open_question") or {}).get("about"))
    is_of_it = request.act is not None and (
        bool(request.act.problem) or request.act.act == "correction"
    )  # "only one, not both"
    return was_told and (says_the_same(request.text) or is_of_it)


def wants_what_was_ordered(request: Request, line: OrderLine, words: str, named: Values) -> bool:
    """Whether what is wanted is what was ordered: the same again, or its options where something else is said to have come."""
    is_answer = (request.state.get("task") or {}).get("asked") == "changes"
    if wants_the_same_again(words) or (is_answer and says_the_same(words)):
        return True
    if not named or any(line.options.get(option) not in values for option, values in named.items()):
        return False
    was_told = bool((request.state.get("open_question") or {}).get("about"))  # that a colleague can send it
    began = (request.state.get("task") or {}).get("act") or {}
    return was_told or any(says_what_came(text) for text in (request.text, str(began.get("text", ""))))


async def sent_again(request: Request, order: Order, verb: str) -> Plan:
    """What is said to a wish for the goods. Raises ``NeedsInput`` where it is not known which."""
    kept = request.arguments.pop("line_ids", None) or []
    lines = spoken_lines(request, order, verb, [line for line in order.lines if line.line_id in kept])
    act = request.act
    if not lines and (len(order.lines) == 1 or (act is not None and act.problem == "not_received")):
        lines = list(order.lines)
    if not lines:
        buttons = [button(line.name) for line in order.lines[:5]]
        raise NeedsInput("line_ids", request.say("which-items.to-send", order=order.id), buttons)
    return await told_so(request, order, lines)


async def part_wanted(request: Request, order: Order, lines: list[OrderLine]) -> Plan | None:
    """What is said to a report that a screw or the leaflet is missing: nobody wants the money for the whole table. None for another."""
    act = request.act
    whole = request.state["turn"].get("whole") or request.text
    if act is None or act.problem != "missing" or not lacks_a_part(whole) or wants_money(whole):
        return None
    return await told_so(request, order, lines, of_a_part=True)


async def refund_or_the_right_one(request: Request, order: Order, lines: list[OrderLine]) -> Plan | None:
    """What a report that something else came is asked: whether the money or the right goods are wanted. None where that was said."""
    turn, task = request.state["turn"], request.state.get("task") or {}
    act, began = request.act, task.get("act")
    report = Act.model_validate(began) if began and act is not None and act.act == "value" else act
    if not request.text or report is None or report.act != "report" or report.problem != "wrong_item":
        return None
    if any(wants_money(text) for text in (turn.get("whole") or request.text, report.text)):
        return None
    return await told_so(request, order, lines, of_the_wrong=True)


def may_be_sent_again(request: Request) -> bool:
    """Whether a report of broken or missing goods is to be told that they can be sent again: once, and not to who wants the money."""
    turn, began = request.state["turn"], (request.state.get("task") or {}).get("act")
    quoted = request.state.get("pending") or request.state.get("withdrawn")
    acts = [act for act in (Act.model_validate(began) if began else None, request.act) if act is not None]
    texts = [turn.get("whole") or request.text, *(act.text for act in acts)]
    is_told = any(act.act == "report" and act.problem in _SENT_AGAIN for act in acts)
    return is_told and not quoted and not any(wants_money(text) or wish_in(text) == "request_refund" for text in texts)


async def no_money_wanted(request: Request, order: Order, lines: list[OrderLine]) -> Plan | None:
    """What is said to a report of who said before that no money is wanted: it is not quoted before it is asked for anew."""
    turn, task = request.state["turn"], request.state.get("task") or {}
    act, began = request.act, task.get("act")
    report = Act.model_validate(began) if began and act is not None and act.act == "value" else act
    whole = turn.get("whole") or request.text
    if not request.text or report is None or report.act != "report" or any(map(wants_money, (whole, report.text))):
        return None
    if report is act and not any(said.get("text") == act.text for said in request.state.get("acts", [])):
        return None  # it waited from an earlier message, and the no was to what stood before it
    of_money = [line for line in await request.deps.customer_said() if declines_money(line) or wants_money(line)]
    if not of_money or not declines_money(of_money[-1]):
        return None
    return await told_so(request, order, lines, without_money=True)


async def told_so(
    request: Request,
    order: Order,
    lines: list[OrderLine],
    *,
    of_the_wrong: bool = False,
    of_a_part: bool = False,
    without_money: bool = False,
) -> Plan:
    """What there is instead; ``of_the_wrong`` goods the right ones or the money, ``of_a_part`` what is missing of them,
    ``without_money`` none is offered. Raises ``Refused`` for goods whose money went back,
    or that are to be exchanged."""
    act, say = request.act, request.say
    account = OrderAccount(order, await request.known())
    for line in lines:
        if account.pieces(line) < 1:
            request.arguments["line_ids"] = [line.line_id]
            told = say("refused-goods-settled", goods=line.name, order=order.id, by=account.taken_by(line))
            raise LeftToAPerson("already_done", told, about=request.state["turn"].get("whole") or request.text)
    refunds = is_offered(request.deps, request.state, "refund_order") and not without_money
    said = {
        line.line_id: n
        for line in lines
        if isinstance(n := number_said(request, [line], line.quantity), int) and n <= line.quantity
    }
    goods = ", ".join(with_options(line, said.get(line.line_id)) for line in lines)
    of_a_part = of_a_part or lacks_a_part(request.state["turn"].get("whole") or request.text)
    if of_a_part:
        goods = say("goods-wanted.part", goods=goods)
    problem = f"; {act.problem.replace('_', ' ')}" if act is not None and act.problem else ""
    is_a_choice = refunds and (of_the_wrong or wants_either(request.state["turn"].get("whole") or request.text))
    label = say("goods-wanted.the-right") if of_the_wrong else say("goods-wanted.again")
    again = [button(label, value=SEND_AGAIN)] if is_a_choice else []
    either = say("goods-wanted.right", goods=goods, order=order.id) if of_the_wrong else ""
    told = (
        either or say("goods-wanted.either", goods=goods, order=order.id)
        if is_a_choice
        else say("goods-wanted.searched", goods=goods, order=order.id)
        if without_money and act is not None and act.problem in _MAY_BE_FOUND
        else say("goods-wanted", goods=goods, order=order.id, refunds="yes" if refunds else "no")
    )
    return Plan(
        None,
        "",
        answer=told,
        buttons=[*again, *([] if without_money else offers(request.deps, request.state, "refund_order"))],
        offers_person=True,
        for_person=f"{goods} of order {order.id} sent, no money{problem}",
        reason=(said_reason(act) if act is not None else None) or _reason_before(request, lines),
        lines=[line.line_id for line in lines],
        quantities={line.line_id: n for line in lines if (n := said.get(line.line_id)) and n < line.quantity},
    )


def _reason_before(request: Request, lines: list[OrderLine]) -> str | None:
    """The reason that was told of these goods before, and is not asked for again."""
    frame = request.state.get("frame")
    is_of_them = frame is not None and {line.line_id for line in lines} <= set(frame.get("line_ids") or [])
    return frame.get("reason") if frame is not None and is_of_them and frame["order_id"] == request.the_order.id else None


def with_options(line: OrderLine, said: int | None = None) -> str:
    """ "1 × Waxed Garden Jacket (size XL, colour moss)", of no more pieces than were ``said``."""
    options, pieces = options_of(line.options), said if said and said <= line.quantity else line.quantity
    return f"{pieces} × {line.name} ({options})" if options else f"{pieces} × {line.name}"
