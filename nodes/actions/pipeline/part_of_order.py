"""A part of an order that is to go, or more that is to come: neither is done here, which is said at once, with what there is instead."""

from domain.acts import Act
from domain.language.goods.quantities import means_fewer_than, says_doubled, says_part
from domain.language.orders.order_lines import lines_in
from domain.language.orders.parts_of_orders import (
    adds_to_an_order,
    apart_from_the_order,
    counts_fewer,
    keeps_some,
    means_only,
    only_cancels_some,
    removes_a_part,
    speaks_of_an_order,
    takes_the_whole,
)
from domain.shop import Order, Refused
from nodes.actions.pipeline.lines_meant import lines_meant, pieces_said
from nodes.actions.pipeline.request import LeftToAPerson, Request
from nodes.actions.pipeline.slots import goods
from nodes.actions.pipeline.strange_goods import strange_goods
from nodes.deps import Deps
from nodes.drafts import CANCEL_WHOLE, button, draft, replying
from nodes.quoting.quotes import still_waiting
from nodes.state import ConversationState
from nodes.talking.offers import is_offered


def refuse_part(request: Request, order: Order) -> None:
    """Raise ``Refused`` where a cancellation means some of the order's goods, and not all."""
    pieces = sum(line.quantity for line in order.lines)
    if not request.text or pieces < 2:
        return
    fewer = means_fewer_than(pieces, request.text) or counts_fewer(request.text) or _one_too_many(request.text, order)
    if says_part(request.text) or fewer or _tells_a_part(request, order) or _names_a_part(request, order):
        raise _as_a_whole(request, order)


def refuse_removal(request: Request, order: Order) -> None:
    """Raise ``Refused`` where a change of an order wants goods gone, and none in their place."""
    act = request.act
    names_another = act is not None and any(ref.wanted for ref in act.goods) and not counts_fewer(request.text)
    if not request.text or not removes_a_part(request.text) or names_another:
        return
    raise _as_a_whole(request, order)


def cannot_add(deps: Deps, state: ConversationState) -> ConversationState | None:
    """What is said where goods are to be added to an order; None where nothing is."""
    turn = state["turn"]
    if turn["kind"] != "text" or state.get("stage") != "start" or not adds_to_an_order(turn.get("text", "")):
        return None
    if state.get("pending"):
        return still_waiting(deps.say, state, deps.say("nothing-is-added"), "answered")
    text = f"{deps.say('nothing-is-added')} {deps.say('refused.person')}"
    return {
        "task": None,
        "outcome": "answered",
        "asking": {"kind": "person", "about": turn.get("whole") or turn.get("text", "")},
        "reply": replying(state, draft(text)),
    }


def _one_too_many(text: str, order: Order) -> bool:
    """ "Ordered it twice", of an order with two alike."""
    pieces: dict[str, int] = {}
    for line in order.lines:
        pieces[line.product_id] = pieces.get(line.product_id, 0) + line.quantity
    return says_doubled(text) and any(n > 1 for n in pieces.values())


def _tells_a_part(request: Request, order: Order) -> bool:
    """Whether goods stand in words of their own, beside those that name the order: "cancel HP1, the knife isn't needed any more"; or
    the wish began with goods that this order does not hold: "cancel the cushions"."""
    text, began = request.text, _began(request)
    if began and not speaks_of_an_order(began.text) and not takes_the_whole(text) and strange_goods(began, text, [order]):
        return True
    named = [(clause, lines_in(clause, order)) for clause in apart_from_the_order(text)]
    meant = {line.line_id for _, lines in named for line in lines}
    if meant and keeps_some(text):
        return True
    only = any(means_only(clause) and 0 < len(lines) < len(order.lines) for clause, lines in named)
    return only or 0 < len(meant) < len(order.lines)


def _names_a_part(request: Request, order: Order) -> bool:
    act = request.act
    is_named = act is not None and any(ref.text and not ref.excluded for ref in act.goods)
    if not removes_a_part(request.text) and not (act and is_named and not _of_an_order(request, act)):
        return False
    by_words, lines = lines_in(request.text, order), lines_meant(request, order)
    if not by_words and not lines:
        return (is_named and removes_a_part(request.text)) or only_cancels_some(request.text)
    said = [pieces_said(request, line, order) for line in lines]
    is_less = any(n and n < line.quantity for n, line in zip(said, lines, strict=True))
    return is_less or any(0 < len(named) < len(order.lines) for named in (by_words, lines))


def _of_an_order(request: Request, act: Act) -> bool:
    """Whether it was an order that was to be cancelled, as these words or those before our question say: "the order with the chair"."""
    return any(speaks_of_an_order(one.text) for one in (act, _began(request)) if one)


def _began(request: Request) -> Act | None:
    """The act that began what is being asked about."""
    began = (request.state.get("task") or {}).get("act")
    return Act.model_validate(began) if began else None


def _as_a_whole(request: Request, order: Order) -> Refused:
    say = request.say
    buttons = [button(say("cancel-whole"), value=CANCEL_WHOLE.format(order.id))]
    return LeftToAPerson(
        "over_limit",
        say("refused-part-of-order", order=order.id, goods=goods(order.lines)),
        about=request.state["turn"].get("whole") or request.text,
        buttons=buttons if is_offered(request.deps, request.state, "cancel_order") else [],
    )
