"""Which goods, and how many pieces of each: by the form, by the words, or asked for."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from domain.acts import Act
from domain.conversation import Button
from domain.language.goods.quantities import is_only_a_measure, pieces_in, says_all, says_share
from domain.language.goods.surplus import lacking_in, surplus_in
from domain.language.orders.order_lines import lines_in, named_in_part, one_of, told_apart
from domain.language.text.clauses import clauses
from domain.messages.messages import Say
from domain.order_account import OrderAccount
from domain.shop import Order, OrderLine, Refused
from nodes.actions.pipeline.lines_meant import by_place, in_place_of_asked, instead_of_quoted, lines_meant, pieces_said
from nodes.actions.pipeline.request import NeedsInput, Request
from nodes.drafts import ALL_ITEMS, SO_MANY, button

Goods = dict[str, int]  # line id → pieces
_SHOWN = 5  # buttons


def chosen_goods(request: Request, account: OrderAccount, verb: str, *, all_by_default: bool) -> Goods:
    """Pieces by line, at least one each and never more than are left; noted in the arguments.

    ``all_by_default``: a form that names no line means the whole order. Raises ``NeedsInput`` where the words leave it open,
    and ``Refused`` for lines of another order and for goods that are gone."""
    order, say = account.order, request.say
    lines = _lines(request, order, account, verb, all_by_default=all_by_default)
    given = dict(request.arguments.get("quantities") or {})
    if stray := set(given) - {line.line_id for line in lines}:
        raise Refused("line_not_in_order", say("refused-quantities-astray", count=len(stray)))
    if request.text:  # a form's lines are meant as they are: sent again, it never takes their twins
        lines = _with_pieces_left(lines, account)
    meant = {**_spoken(request, lines, account, verb), **given}
    chosen: Goods = {}
    for line in [line for line in lines if line.line_id in meant]:
        left, wanted = account.pieces(line), meant[line.line_id]
        if left < 1:
            request.arguments["line_ids"] = [line.line_id]  # what was meant, and "it" means next
            told = say("refused-goods-settled", goods=line.name, order=order.id, by=account.taken_by(line))
            raise Refused("already_done", told)
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
    """The goods as a quote says them, twins as one: "1 × Tea Towel, 2 × Mug blue"."""
    told: dict[str, int] = {}
    for line in order.lines:
        if line.line_id in chosen:
            name = told_apart(line, order)
            told[name] = told.get(name, 0) + chosen[line.line_id]
    return ", ".join(f"{pieces} × {name}" for name, pieces in told.items())


def _lines(request: Request, order: Order, account: OrderAccount, verb: str, *, all_by_default: bool) -> list[OrderLine]:
    say = request.say
    asked = request.arguments.get("line_ids") or list(request.arguments.get("quantities") or {})
    if asked and (others := in_place_of_asked(request, order, asked)):
        request.arguments.pop("line_ids")
        return others
    if asked:
        lines = [line for line_id in asked if (line := order.line(line_id)) is not None]
        if len(lines) < len(asked):
            raise Refused("line_not_in_order", say("refused-not-in-order", order=order.id))
        return lines
    is_share = says_share(request.text) and len(order.lines) > 1
    spoken = _beside_the_share(request, order) if is_share else spoken_lines(request, order, verb)
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
    raise NeedsInput("line_ids", say("which-items", order=order.id, action=verb), _buttons(say, order, order.lines))


def _beside_the_share(request: Request, order: Order) -> list[OrderLine]:
    """ "Only half of my order came. The spice rack wasn't in the box": of what is told to be missing what the rest of it names."""
    act = request.act
    if act is None or act.problem != "missing":
        return []
    parts = clauses(request.state["turn"].get("whole") or request.text)
    named = {line.line_id for part in parts if not says_share(part.text) for line in lines_in(part.text, order)}
    return [line for line in order.lines if line.line_id in named]


def spoken_lines(request: Request, order: Order, verb: str, known: Sequence[OrderLine] = ()) -> list[OrderLine]:
    """The lines that the words name, with what earlier turns said of them, else those that are ``known`` already; asks where the
    words mean one of several alike."""
    sure = set(request.arguments.pop("sure_line_ids", None) or [])
    asked = request.arguments.pop("one_of_line_ids", None) or []
    before = request.arguments.pop("one_of_pieces", None)
    alike = [line for line in order.lines if line.line_id in asked]
    if alike and (chosen := one_of(request.text, alike, order) or by_place(request, alike)):
        request.pieces_before = before
        meant = sure | {line.line_id for line in chosen}
        return [line for line in order.lines if line.line_id in meant]
    instead = instead_of_quoted(request, order)
    if len({line.variant_id for line in instead}) > 1:
        raise _which_alike(request, order, verb, instead)
    if spoken := instead[:1] or lines_meant(request, order) or list(known):
        return spoken
    if not alike:
        certain, alike = named_in_part(request.text, order)
        sure = {line.line_id for line in certain}
    if not alike:
        return []
    raise _which_alike(request, order, verb, alike, sure)


def _which_alike(
    request: Request, order: Order, verb: str, alike: Sequence[OrderLine], sure: Collection[str] = ()
) -> NeedsInput:
    request.arguments |= {"sure_line_ids": sorted(sure), "one_of_line_ids": [line.line_id for line in alike]}
    if (said := pieces_in(request.text, alike)) is not None:
        request.arguments["one_of_pieces"] = said
    count = sum(line.quantity for line in alike)
    question = request.say("which-items.alike", goods=alike[0].name, count=count, order=order.id, action=verb)
    return NeedsInput("line_ids", question, _buttons(request.say, order, alike))


def _buttons(say: Say, order: Order, lines: Sequence[OrderLine]) -> list[Button]:
    told = list(dict.fromkeys((told_apart(line, order), line.unit_price) for line in lines))[:_SHOWN]  # twins are one
    buttons = [button(say("priced", what=what, price=price), value=what) for what, price in told]
    return [*buttons, button(say("which-items.all"), value=ALL_ITEMS)]


def _with_pieces_left(lines: Sequence[OrderLine], account: OrderAccount) -> list[OrderLine]:
    """The lines, each that is settled exchanged for a twin of it that is not: "the other mug is broken too"."""
    chosen = list(lines)
    for at, line in enumerate(chosen):
        twins = (o for o in account.order.lines if o.variant_id == line.variant_id and o not in chosen)
        if account.pieces(line) < 1 and (twin := next((o for o in twins if account.pieces(o)), None)) is not None:
            chosen[at] = twin
    return sorted(chosen, key=account.order.lines.index)


def _spoken(request: Request, lines: Sequence[OrderLine], account: OrderAccount, verb: str) -> Goods:
    """Pieces by the words of this turn; lines of which none is meant are left out."""
    chosen: Goods = {}
    for product_id in dict.fromkeys(line.product_id for line in lines):
        chosen |= _pieces_of(request, [line for line in lines if line.product_id == product_id], account, verb)
    return chosen


def _pieces_of(request: Request, alike: Sequence[OrderLine], account: OrderAccount, verb: str) -> Goods:
    """Pieces of the lines of one product. "The towel" of two is asked about, never taken for both."""
    left = {line.line_id: account.pieces(line) for line in alike}
    in_all, said = sum(left.values()), number_said(request, alike, sum(left.values()))
    if said is None or said == in_all or (said == "unclear" and in_all < 2):
        return left
    if said == "unclear":
        raise how_many(request, alike, in_all)
    if len(alike) == 1:
        return {alike[0].line_id: said}
    if said > in_all:
        order, goods = account.order.id, alike[0].name
        raise Refused("over_limit", request.say("refused-not-so-many", order=order, count=in_all, goods=goods))
    if len({line.variant_id for line in alike}) > 1:
        raise _which_alike(request, account.order, verb, alike)
    chosen: Goods = {}
    for line_id, pieces in left.items():
        if taken := min(pieces, said - sum(chosen.values())):
            chosen[line_id] = taken
    return chosen


def number_said(request: Request, alike: Sequence[OrderLine], in_all: int) -> int | Literal["unclear"] | None:
    """The smallest number that was read, as nothing may be more than was said."""
    if (extra := surplus_told(request)) is not None:
        return extra
    if request.text and (lacks := lacking_in(request.text)) is not None and request.act and request.act.problem == "missing":
        return lacks
    read = [n for line in alike if (n := pieces_said(request, line, request.the_order)) is not None]
    before, is_one = request.pieces_before, len(alike) == 1 and in_all < 2
    said = pieces_in(request.text, alike) if request.text else None
    said = None if is_one and said != 1 else said  # "I ordered two, one of them is white", where a line holds one
    numbers = [n for n in (*read, said, before) if isinstance(n, int) and not is_only_a_measure(n, request.text)]
    was_asked = (request.state.get("task") or {}).get("asked") == "quantities" and bool(request.text)
    if said is None and not numbers and (was_asked or before) and not says_all(request.text):
        return "unclear"
    return min(numbers) if numbers else said


def surplus_told(request: Request) -> int | None:
    """The pieces that came beyond those that were wanted, as these words tell or those that began the wish."""
    began = (request.state.get("task") or {}).get("act")
    told = surplus_in(request.text) if request.text else None
    return told or (surplus_in(Act.model_validate(began).text) if began and request.text else None)


def how_many(request: Request, alike: Sequence[OrderLine], in_all: int) -> NeedsInput:
    request.arguments["line_ids"] = [line.line_id for line in alike]
    name = told_apart(alike[0], request.the_order)
    buttons = [button(f"{n} × {name}", value=SO_MANY.format(n)) for n in range(1, min(in_all, 4) + 1)]
    return NeedsInput("quantities", request.say("how-many", count=in_all, goods=name), buttons)
