"""Which lines of an order the act means: as it was read, each reference bound to a line, else by the words alone."""

from collections.abc import Collection, Sequence

from domain.acts import Act, GoodsReference
from domain.language.folding import folded
from domain.language.goods.goods_corrections import left_out
from domain.language.goods.kept import goods_kept
from domain.language.goods.missing_parts import lacks_a_part
from domain.language.goods.quantities import fewest_said, means_the_several, pieces_named, says_all, says_only
from domain.language.options.line_options import best_described, told_apart_by
from domain.language.orders.order_lines import (
    adds_to_the_rest,
    lines_by_number,
    lines_in,
    lines_put_aside,
    names_goods,
    points_back,
    speaks_of_the_parcel,
)
from domain.language.orders.told_by_contents import without_contents
from domain.language.reports.no_reports import all_that_came, lacks_something, parted
from domain.language.reports.what_came import what_came
from domain.shop import Order, OrderLine
from nodes.actions.pipeline.request import Request
from nodes.agenda import act_of

_NOT_THERE = frozenset({"missing", "not_received"})


def lines_meant(request: Request, order: Order) -> list[OrderLine]:
    """The lines that are asked for; none where nothing says which."""
    if absent := _did_not_come(request, order):
        return absent
    found = (
        _several_of_the_quoted(request, order)
        or _of_the_wish(request, order)
        or _rather_than_others(request, order)
        or _named(request, order)
        or _told_when_asked(request, order)
        or _spoken_of_before(request, order)
    )
    aside = lines_put_aside(request.text, order)
    found = _without_kept(request, order, [line for line in found if line not in aside])
    if request.act is None:
        return found
    if only := _only_these(request.act, order):
        return [line for line in found if line in only] or found
    fine, rest = parted(request.text)
    wrong = lines_in(rest, order) if fine else []
    here = [line for line in lines_in(fine, order) if line not in wrong]  # beside what is wrong, what is fine is never taken
    left = [line for line in found if line not in here]
    return left if request.act.problem else left or found


def _only_these(act: Act, order: Order) -> list[OrderLine]:
    """ "I bought a bench and a table … I'd like my money back for the table only": no other goods that the message names."""
    named = [ref for ref in act.goods if ref.text and not ref.wanted and not ref.excluded]
    if not named or not all(says_only(act.text, ref.text or "") for ref in named):
        return []
    return [line for ref in named for line in _bound(ref, order)]


def _without_kept(request: Request, order: Order, found: list[OrderLine]) -> list[OrderLine]:
    """What is said to stay is never taken; where nothing else is named of goods that are quoted or asked about, all others are."""
    words, rest = goods_kept(request.state["turn"].get("whole") or request.text) if request.text else ("", "")
    meant = [] if says_all(rest) else lines_in(rest, order)
    kept = [line for line in lines_in(words, order) if line not in meant]
    if not kept:
        return found
    left = [line for line in found if line not in kept]
    is_asked = (request.state.get("task") or {}).get("asked") == "line_ids"
    if left or meant or not (found or is_asked):
        return left or meant
    among = _all_of_the_quote(request, order) or {line.line_id for line in order.lines}
    return [line for line in order.lines if line.line_id in among and line not in kept]


def _did_not_come(request: Request, order: Order) -> list[OrderLine]:
    """ "All here but the rug", "only the shelf arrived": of goods of which some came those that did not."""
    act = request.act
    if act is None or act.problem not in _NOT_THERE:
        return []
    if (told := what_came(request.text)) is not None and (came := lines_in(told.came, order)):
        absent = [line for line in lines_in(told.absent, order) if line not in came]
        return absent or [line for line in order.lines if line not in came]
    if came := lines_in(all_that_came(request.text) or "", order):
        return [line for line in order.lines if line not in came]
    return lines_in(parted(request.text)[1], order) if lacks_something(request.text) else []


def _told_when_asked(request: Request, order: Order) -> list[OrderLine]:
    """ "The 30 cm pan", where we asked which goods: what one line only is described by tells which, whatever it is called."""
    if not request.text or (request.state.get("task") or {}).get("asked") != "line_ids" or names_goods(request.text, order):
        return []
    told = best_described(request.text, order.lines)
    return told if len({line.variant_id for line in told}) == 1 else []


def _of_the_wish(request: Request, order: Order) -> list[OrderLine]:
    """ "A laptop", said before we asked which order it is of: "the one with the mouse" tells the order, and gives no mouse back."""
    task, act = request.state.get("task") or {}, act_of(request.state)
    describes = act is not None and any(ref.goods for ref in act.orders)
    if task.get("asked") != "order_id" or not task.get("act") or (names_goods(request.text, order) and not describes):
        return []
    meant = [ref for ref in Act.model_validate(task["act"]).goods if not ref.wanted and not ref.excluded]
    named = {line.line_id for ref in meant for line in _bound(ref, order)}
    return [line for line in order.lines if line.line_id in named]


def _several_of_the_quoted(request: Request, order: Order) -> list[OrderLine]:
    """ "I meant both of them" after a quote for one of two towels: the towels, and not all that the order holds."""
    quote = request.state.get("pending") or request.state.get("withdrawn")
    if not quote or quote["arguments"].get("order_id") != order.id or not means_the_several(request.text):
        return []
    quoted = [line for line_id in quote["arguments"].get("line_ids") or [] if (line := order.line(line_id)) is not None]
    if len(quoted) != 1:
        return []
    alike = [line for line in order.lines if line.product_id == quoted[0].product_id]
    return alike if sum(line.quantity for line in alike) > 1 else []


def _rather_than_others(request: Request, order: Order) -> list[OrderLine]:
    """ "The board, not the towels", where we asked which goods: what is named to be left out is never taken with the rest."""
    if not request.text or (request.state.get("task") or {}).get("asked") != "line_ids":
        return []
    sides = left_out(folded(request.text))
    if sides is None:
        return []
    kept, wanted = (lines_in(side, order) for side in sides)
    return [line for line in wanted if line not in kept] if kept else []


def _named(request: Request, order: Order) -> list[OrderLine]:
    by_words = lines_in(request.text, order)
    act = request.act
    if act is None or not act.goods or lines_by_number(request.text, order):
        return by_words
    if by_words and (beside := without_contents(request.text)) is not None and lines_in(beside, order):
        return by_words  # goods that only tell the order are none of the act's
    meant = [ref for ref in act.goods if not ref.wanted]
    if any(not ref.excluded and _is_unclear(ref, order) for ref in meant) and not _bound_by_place(meant, order):
        return by_words  # of two lamps one: nothing that is named beside it is taken alone
    told = lines_in(act.text, order)
    in_clause = {line.product_id: [one for one in told if one.product_id == line.product_id] for line in told}
    bound = [line for ref in meant if not ref.excluded for line in _bound(ref, order)]
    # "The set of two pillows": the clause says which of the pillows.
    named = {one.line_id for line in bound for one in in_clause.get(line.product_id, [line])}
    if len(meant) == len(act.goods) and named and not any(ref.excluded for ref in meant):
        named |= {line.line_id for line in told}  # in a list, not all may have been told to be goods
    if any(ref.excluded and ref.text and not _bound(ref, order) for ref in meant) and not _stand_alone(named, order):
        return []  # what is to be kept could not be told: asked about, never taken with the rest
    kept = {line.line_id for ref in meant if ref.excluded for line in _bound(ref, order)}
    if kept and not named:
        named = _all_of_the_quote(request, order) or {line.line_id for line in order.lines}
    chosen = [line for line in order.lines if line.line_id in (named - kept) | _quoted(request, order)]
    return chosen or by_words


def _stand_alone(line_ids: Collection[str], order: Order) -> bool:
    """Whether lines were named of which the order has nothing alike: what else is to be kept takes nothing from them."""
    of = [line.product_id for line in order.lines]
    return bool(line_ids) and all(of.count(line.product_id) == 1 for line in order.lines if line.line_id in line_ids)


def instead_of_quoted(request: Request, order: Order) -> list[OrderLine]:
    """A correction's goods by what tells them from those quoted: "the other one", "the 20 cm". Several, where that leaves it open;
    none where it names goods of another kind, which are read as any."""
    quote, act = request.state.get("pending") or request.state.get("withdrawn"), request.act
    if not quote or act is None or act.act != "correction" or quote["arguments"].get("order_id") != order.id:
        return []
    quoted = [line for line_id in quote["arguments"].get("line_ids") or [] if (line := order.line(line_id)) is not None]
    products = {line.product_id for line in quoted}
    if len(products) != 1 or any(ref.ordinal or ref.which not in (None, "other") or ref.wanted for ref in act.goods):
        return []
    others = [line for line in order.lines if line not in quoted]
    alike = [line for line in others if line.product_id in products]
    if any(ref.which == "other" for ref in act.goods):
        return alike or (others if len(others) == 1 else [])
    if names_goods(request.text, order):
        return []
    told = told_apart_by(request.text, [*quoted, *alike]) or told_apart_by(request.text, others)
    return [line for line in told if line not in quoted]


def in_place_of_asked(request: Request, order: Order, asked: Sequence[str]) -> list[OrderLine]:
    """Of lines whose number was asked for, others that the answer names: "how many of the rust mugs?" – "sorry, blue"."""
    if not request.text or (request.state.get("task") or {}).get("asked") != "quantities":
        return []
    lines = [line for line in order.lines if line.line_id in asked]
    alike = [line for line in order.lines if line.product_id in {one.product_id for one in lines}]
    told = best_described(request.text, alike) or lines_in(request.text, order)
    return told if told and not any(line.line_id in asked for line in told) else []


def by_place(request: Request, shown: Sequence[OrderLine]) -> list[OrderLine]:
    """ "The second": of the lines that were asked about."""
    refs = request.act.goods if request.act else []
    places = [ref.ordinal for ref in refs if ref.ordinal is not None]
    last = [shown[-1] for ref in refs if ref.which == "last"]
    return [shown[n - 1] for n in places if 0 < n <= len(shown)] or last


def _spoken_of_before(request: Request, order: Order) -> list[OrderLine]:
    """ "Exchange it instead": the goods of the last quote or refusal."""
    frame = request.state.get("frame")
    if not frame or frame["order_id"] != order.id or names_goods(request.text, order):
        return []
    offered = (request.state.get("open_question") or {}).get("about")  # "I want my money back", after what was said of goods
    act = request.act  # "only a scratch, I sent nothing back" goes on with what was spoken of
    goes_on = act is not None and act.problem and not act.goods and not speaks_of_the_parcel(request.text)
    if not offered and not goes_on and not points_back(request.text):
        return []
    return [line for line in order.lines if line.line_id in frame.get("line_ids", [])]


def _is_unclear(ref: GoodsReference, order: Order) -> bool:
    """Whether it names goods of which the order has several, and not which."""
    return bool(ref.text and names_goods(ref.text, order) and not lines_in(_as_counted(ref), order))


def _as_counted(ref: GoodsReference) -> str:
    """ "One of the mugs" is read as one mug: of two alike one, and never both."""
    return f"{ref.quantity} {ref.text}" if ref.quantity else ref.text or ""


def _bound_by_place(refs: Sequence[GoodsReference], order: Order) -> bool:
    return any(ref.text is None and _bound(ref, order) for ref in refs)


def _quoted(request: Request, order: Order) -> set[str]:
    """ "The lamp too": beside what waits already."""
    return _all_of_the_quote(request, order) if adds_to_the_rest(request.text) else set()


def _all_of_the_quote(request: Request, order: Order) -> set[str]:
    """The lines that wait for a yes, or did until these words: "not the shelf" leaves the rest of them."""
    quote = request.state.get("pending") or request.state.get("withdrawn")
    if not quote or quote["arguments"].get("order_id") != order.id:
        return set()
    return set(quote["arguments"].get("line_ids") or [])


def _bound(ref: GoodsReference, order: Order) -> Sequence[OrderLine]:
    if ref.text and (hits := lines_in(_as_counted(ref), order)):
        return hits
    if ref.ordinal is not None and 0 < ref.ordinal <= len(order.lines):
        return [order.lines[ref.ordinal - 1]]
    if ref.which == "all" or (ref.which == "both" and len(order.lines) == 2):
        return order.lines
    if ref.which == "last":
        return order.lines[-1:]
    return []


def pieces_said(request: Request, line: OrderLine, order: Order) -> int | None:
    """How many pieces of a line were read; None where no number was."""
    act = request.act
    if act is None or (act.problem == "missing" and lacks_a_part(act.text)):
        return None  # "only 3 legs" counts no tables
    counted = [
        ref.quantity
        for ref in act.goods
        if ref.quantity and not ref.wanted and not ref.excluded and line in (_bound(ref, order) or order.lines)
    ][:1]
    is_of_one = len(order.lines) == 1 or not act.goods or (len(act.goods) == 1 and bool(counted))
    fewest = (
        fewest_said(act.text) if is_of_one else None
    )  # "I bought two coffee makers and want to send only one of them back"
    said = [*counted, *(number for number in (act.quantity, fewest) if number)]
    return min(said) if said else _pieces_spoken_of(request, line, order)


def _pieces_spoken_of(request: Request, line: OrderLine, order: Order) -> int | None:
    """ "Can't you send me another mug instead?", after the money for one of two mugs was quoted: of the one."""
    frame, text = request.state.get("frame"), request.text
    pieces = (frame.get("quantities") or {}).get(line.line_id) if frame and frame["order_id"] == order.id else None
    if not pieces or not text or says_all(text):
        return None
    said = pieces_named(text, line.name)
    says_which = isinstance(said, int) or (said is None and names_goods(text, order))  # "the mugs" are all of them
    return None if says_which else pieces
