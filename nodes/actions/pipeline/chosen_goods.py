"""Which goods, and how many pieces of each: by the form, by the words, or asked for."""

from collections.abc import Mapping, Sequence

from domain.conversation import Button
from domain.language.order_lines import named_in_part, one_of, told_apart
from domain.language.quantities import pieces_in, says_share
from domain.messages.messages import Say
from domain.order_account import OrderAccount
from domain.shop import Order, OrderLine, Refused
from nodes.actions.pipeline.lines_meant import lines_meant, pieces_said
from nodes.actions.pipeline.request import NeedsInput, Request
from nodes.button_words import ALL_ITEMS, SO_MANY
from nodes.drafts import button

Goods = dict[str, int]  # line id → pieces


def chosen_goods(request: Request, account: OrderAccount, verb: str, *, all_by_default: bool) -> Goods:
    """Pieces by line, at least one each and never more than are left; noted in the arguments.

    ``all_by_default``: a form that names no line means the whole order. Raises ``NeedsInput`` where the words leave it open,
    and ``Refused`` for lines of another order and for goods that are gone."""
    order, say = account.order, request.say
    lines = _lines(request, order, account, verb, all_by_default=all_by_default)
    given = dict(request.arguments.get("quantities") or {})
    if stray := set(given) - {line.line_id for line in lines}:
        raise Refused("line_not_in_order", say("refused-quantities-astray", count=len(stray)))
    chosen: Goods = {}
    for line in lines:
        left = account.pieces(line)
        if left < 1:
            raise Refused("already_done", say("refused-goods-settled", goods=line.name, order=order.id))
        wanted = given.get(line.line_id) or _spoken(request, line, left) or left
        if wanted > line.quantity:
            raise Refused("over_limit", say("refused-not-so-many", order=order.id, count=line.quantity, goods=line.name))
        if wanted > left:
            raise Refused("already_done", say("refused-fewer-left", goods=line.name, order=order.id, count=left))
        chosen[line.line_id] = wanted
    request.arguments["line_ids"] = list(chosen)
    request.arguments["quantities"] = in_part(chosen, order)
    return chosen


def in_part(chosen: Goods, order: Order) -> Goods:
    """The quantities as the back office wants them: of those lines only of which less than the whole is meant."""
    whole = {line.line_id: line.quantity for line in order.lines}
    return {line_id: n for line_id, n in chosen.items() if n < whole[line_id]}


def goods_words(chosen: Mapping[str, int], order: Order) -> str:
    """The goods as a quote says them: "1 × Tea Towel, 2 × Mug"."""
    return ", ".join(f"{chosen[line.line_id]} × {line.name}" for line in order.lines if line.line_id in chosen)


def _lines(request: Request, order: Order, account: OrderAccount, verb: str, *, all_by_default: bool) -> list[OrderLine]:
    say = request.say
    asked = request.arguments.get("line_ids") or list(request.arguments.get("quantities") or {})
    if asked:
        lines = [line for line_id in asked if (line := order.line(line_id)) is not None]
        if len(lines) < len(asked):
            raise Refused("line_not_in_order", say("refused-not-in-order", order=order.id))
        return lines
    spoken = [] if says_share(request.text) and len(order.lines) > 1 else spoken_lines(request, order, verb)
    if spoken:
        return spoken
    if len(order.lines) == 1:
        return list(order.lines)
    act = request.act
    is_all = not request.text or (act is not None and act.problem == "not_received")
    if all_by_default and is_all:
        left = [line for line in order.lines if account.pieces(line) > 0]
        if not left:
            raise Refused("already_done", say("refused-order-settled", order=order.id))
        return left
    raise NeedsInput("line_ids", say("which-items", order=order.id, action=verb), _buttons(say, order, order.lines[:5]))


def spoken_lines(request: Request, order: Order, verb: str, known: Sequence[OrderLine] = ()) -> list[OrderLine]:
    """The lines that the words name, with what earlier turns said of them, else those that are ``known`` already; asks where the
    words mean one of several alike."""
    sure = set(request.arguments.pop("sure_line_ids", None) or [])
    asked = request.arguments.pop("one_of_line_ids", None) or []
    alike = [line for line in order.lines if line.line_id in asked]
    if alike and (chosen := one_of(request.text, alike, order)):
        meant = sure | {line.line_id for line in chosen}
        return [line for line in order.lines if line.line_id in meant]
    if spoken := lines_meant(request, order) or list(known):
        return spoken
    if not alike:
        certain, alike = named_in_part(request.text, order)
        sure = {line.line_id for line in certain}
    if not alike:
        return []
    request.arguments |= {"sure_line_ids": sorted(sure), "one_of_line_ids": [line.line_id for line in alike]}
    question = request.say("which-items.alike", goods=alike[0].name, count=len(alike), order=order.id, action=verb)
    raise NeedsInput("line_ids", question, _buttons(request.say, order, alike[:5]))


def _buttons(say: Say, order: Order, lines: Sequence[OrderLine]) -> list[Button]:
    told = [(line, told_apart(line, order)) for line in lines]
    buttons = [button(say("priced", what=what, price=line.unit_price), value=what) for line, what in told]
    return [*buttons, button(say("which-items.all"), value=ALL_ITEMS)]


def _spoken(request: Request, line: OrderLine, left: int) -> int | None:
    """Pieces by the words of this turn. "The towel" of two is asked about, never taken for both."""
    if (read := pieces_said(request, line, request.the_order)) is not None:
        return read
    said = pieces_in(request.text, line)
    if said != "unclear":
        return said
    if left == 1:
        return 1
    request.arguments["line_ids"] = [line.line_id]
    buttons = [button(f"{n} × {line.name}", value=SO_MANY.format(n)) for n in range(1, min(left, 4) + 1)]
    raise NeedsInput("quantities", request.say("how-many", count=left, goods=line.name), buttons)
