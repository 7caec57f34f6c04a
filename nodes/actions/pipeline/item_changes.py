"""Another variant for lines of an order, with the difference in price: what changing and exchanging share."""

from collections.abc import Mapping, Sequence

from domain.conversation import JsonObject
from domain.language.money.methods_and_reasons import method_in
from domain.language.options.impossible_options import asks_for_what_it_is, asks_of_options, unsold_options
from domain.language.options.variants import (
    Values,
    no_step_left,
    other_variants,
    values_in,
    variant_in,
    wanted_values,
    wants_the_same_again,
    without_what_is_not_wanted,
)
from domain.language.options.wants_another_variant import does_not_fit
from domain.language.orders.order_lines import about, lines_in, told_apart
from domain.messages.messages import Say
from domain.messages.values import any_of
from domain.money import Money
from domain.shop import Order, OrderLine, Product, Refused, Variant
from nodes.actions.pipeline.chosen_goods import how_many, number_said, spoken_lines
from nodes.actions.pipeline.policy_checks import label_of, method_buttons, own_method, paying_method
from nodes.actions.pipeline.request import LeftToAPerson, NeedsInput, Request
from nodes.actions.pipeline.sent_again import WantsTheGoods, wants_what_was_ordered, with_options
from nodes.actions.pipeline.slots import options_of
from nodes.actions.pipeline.strange_goods import strange_goods
from nodes.drafts import button

_SHOWN = 12  # variants in words


async def _product(request: Request, line: OrderLine) -> Product:
    product = await request.deps.desk.product(line.product_id)
    if product is None:
        raise Refused("unavailable", request.say("refused-no-longer-sold", goods=line.name))
    return product


async def _spoken(request: Request, order: Order, verb: str) -> list[JsonObject]:
    """Changes that the words describe, with those that earlier turns settled; asks for what they leave open."""
    kept, settled = request.arguments.pop("line_ids", None) or [], request.arguments.pop("settled", None) or []
    told = request.arguments.pop("options", None) or {}
    quoted = {c["line_id"]: c["variant_id"] for c in request.arguments.pop("quoted_changes", None) or []}
    known = [line for line in order.lines if line.line_id in (kept or quoted)]
    known = known or lines_in(_began(request, "order_id"), order)
    lines = spoken_lines(request, order, verb, known or await _told_by_values(request, order))
    if not lines:
        if len(order.lines) > 1 or _names_others(request):
            buttons = [button(told_apart(line, order)) for line in order.lines[:5]]
            raise NeedsInput("line_ids", request.say("which-items.one", order=order.id, action=verb), buttons)
        lines = list(order.lines)
    _whole_lines(request, lines, told)
    wanted: dict[str, str] = {}
    changes, open_lines = [c for c in settled if c["line_id"] in {x.line_id for x in lines}], []
    for line in lines:
        if any(c["line_id"] == line.line_id for c in changes):
            continue
        product = await _product(request, line)
        words = without_what_is_not_wanted(about(line, lines, _told_of_it(request, product)), product)
        named, before = wanted_values(words, product, line), {}
        if line.line_id in kept:  # "black, please", after "a waterproof one"
            before = {o: {v} for o, v in told.items()}
        said = before | named
        of_the_quote = _wanted_of(product, line, quoted.get(line.line_id)) if named else {}
        variant = variant_in(words, product, line, of_the_quote | before) or variant_in(words, product, line, before)
        variant = variant or _like_for_like(words, product, line, verb)
        if variant is None and verb == "exchange" and wants_what_was_ordered(request, line, words, named):
            raise WantsTheGoods([line])
        if variant is None and (step := no_step_left(words, product, line)) is not None:
            raise LeftToAPerson(
                "unavailable", request.say("refused-no-step", goods=with_options(line), step=step), about=request.text
            )
        if variant is None:
            open_lines.append((line, product, _wants_its_own(request, words, line, said)))
            wanted |= {o: next(iter(v)) for o, v in said.items() if len(v) == 1 and v != {line.options.get(o)}}
        else:
            changes.append({"line_id": line.line_id, "variant_id": variant.variant_id})
    if open_lines:
        request.arguments |= {"line_ids": [x.line_id for x in lines], "settled": changes}
        if wanted and len(lines) == 1:
            request.arguments["options"] = wanted
        raise _which(request, verb, *open_lines[0])
    return changes


def _names_others(request: Request) -> bool:
    """Whether goods are named that the order's one line is not called by: it is not taken for them."""
    order = request.order
    return order is not None and strange_goods(request.act, request.text, [order]) is not None


async def _told_by_values(request: Request, order: Order) -> list[OrderLine]:
    """ "The small. moss": the one line of an order that comes in all that is named; none where a single word would tell it."""
    if not request.text or len(order.lines) < 2:
        return []
    sold = [await request.deps.desk.product(line.product_id) for line in order.lines]
    named = [len(values_in(request.text, product)) if product else 0 for product in sold]
    most = max(named)
    told = [line for line, n in zip(order.lines, named, strict=True) if n == most]
    return told if most > 1 and len(told) == 1 else []


def _wants_its_own(request: Request, words: str, line: OrderLine, said: Values) -> bool:
    """Whether what is wanted is what the line is already; an option that only says which goods are meant is not wanted."""
    is_own = bool(said) and all(values == {line.options.get(option)} for option, values in said.items())
    is_answer = (request.state.get("task") or {}).get("asked") == "changes"
    return is_own and (is_answer or asks_for_what_it_is(words, line))


def _told_of_it(request: Request, product: Product) -> str:
    """This turn's words; where they only tell which order or which goods, those of the wish that they answer for."""
    began = _began(request, "order_id", "line_ids")
    return began if began and not values_in(request.text, product) else request.text


def _began(request: Request, *asked: str) -> str:
    """The words of the wish for which one of these slots was ``asked``; empty where none was."""
    task = request.state.get("task") or {}
    return str((task.get("act") or {}).get("text", "")) if request.text and task.get("asked") in asked else ""


def _whole_lines(request: Request, lines: Sequence[OrderLine], told: Mapping[str, str]) -> None:
    """The shop swaps a line as a whole: never more pieces than were said."""
    for line in [line for line in lines if line.quantity > 1]:
        said = number_said(request, [line], line.quantity)
        if said == "unclear":
            request.arguments |= {"options": dict(told)} if told else {}
            raise how_many(request, [line], line.quantity)
        if said is not None and said < line.quantity:
            goods = told_apart(line, request.the_order)
            raise Refused("over_limit", request.say("refused-only-together", goods=goods, count=line.quantity))


def _wanted_of(product: Product, line: OrderLine, variant_id: str | None) -> Values:
    """In what a quoted variant differs from the line: it holds where a correction says nothing of it."""
    variant = product.variant(variant_id) if variant_id else None
    return {o: {v} for o, v in variant.options.items() if line.options.get(o) != v} if variant else {}


def _like_for_like(words: str, product: Product, line: OrderLine, verb: str) -> Variant | None:
    """An exchange for the same variant, as for goods that came damaged."""
    same = product.variant(line.variant_id)
    return same if verb == "exchange" and wants_the_same_again(words) and same and same.available else None


def _which(request: Request, verb: str, line: OrderLine, product: Product, is_so: bool) -> NeedsInput | Refused:
    """The question which variant; before it, what there is, where that was asked or something was named that there is not, and that it
    ``is_so`` already where nothing else is wanted."""
    others, say = other_variants(product, line), request.say
    if not others:
        return Refused("unavailable", say("refused-no-other-in-stock", goods=line.name))
    told = [(options_of(v.options), v.price) for v in others]
    buttons = [
        button(say("priced", what=what, price=price), value=" ".join(v.options.values()))
        for v, (what, price) in zip(others[:6], told, strict=False)
    ]
    options = options_of(line.options)
    question = (
        say("which-variant", goods=line.name, options=options) if options else say("which-variant.plain", goods=line.name)
    )
    was_asked = (request.state.get("task") or {}).get("asked") == "changes"
    missing = unsold_options(request.text, product) if request.text else []
    parts = [say("product-not-in", product=line.name, missing=any_of(missing))] if missing else []
    if is_so:
        parts = [say("refused-same-variant", order=request.the_order.id, goods=with_options(line))]
        question = say("which-variant.other", goods=line.name)
    if missing or (was_asked and asks_of_options(request.text)):
        there = [say("priced", what=what, price=price) for what, price in told[:_SHOWN]]
        parts.append(say("product-comes-in", variants=there))
    may_go_back = verb == "exchange" and not was_asked and does_not_fit(request.state["turn"].get("whole") or request.text)
    either = [say("which-variant.or-return")] if may_go_back else []
    return NeedsInput("changes", " ".join([*parts, question, *either]), buttons)


def _checked(say: Say, order: Order, line: OrderLine, product: Product, variant_id: str, same_is_fine: bool) -> Variant:
    if variant_id == line.variant_id and not same_is_fine:
        raise Refused("same_variant", say("refused-same-variant", order=order.id, goods=with_options(line)))
    variant = product.variant(variant_id)
    if variant is None:
        raise Refused("other_product", say("refused-other-product", goods=line.name))
    if not variant.available:
        raise Refused("unavailable", say("refused-not-in-stock", goods=line.name, options=options_of(variant.options)))
    return variant


async def planned_changes(request: Request, verb: str) -> tuple[list[str], str, Money, str | None]:
    """(lines, words of the change, difference to pay — negative: to get back —, method of the difference)."""
    order, customer, say = request.the_order, request.the_customer, request.say
    changes = request.arguments.get("changes") or await _spoken(request, order, verb)
    request.arguments["changes"] = changes
    difference, words = Money.zero(order.currency), []
    for change in changes:
        line = order.line(change["line_id"])
        if line is None:
            raise Refused("line_not_in_order", say("refused-not-in-order", order=order.id))
        variant = _checked(say, order, line, await _product(request, line), change["variant_id"], verb == "exchange")
        price = Money(amount=variant.price.amount, currency=order.currency)
        difference = difference + (price - line.unit_price) * line.quantity
        before, after = options_of(line.options), options_of(variant.options)
        change_words = (
            say("swap-for-the-same", options=before) if variant.variant_id == line.variant_id else f"{before} → {after}"
        )
        words.append(f"{line.quantity} × {line.name}: {change_words}")
    asked = request.arguments.get("payment_method_id")
    if not asked and request.text:
        spoken = method_in(request.text, customer)
        asked = spoken.id if spoken else None
    method_id = asked or paying_method(order)
    if method_id is None:
        raise NeedsInput("payment_method_id", say("which-method"), method_buttons(say, customer.payment_methods))
    own_method(request, method_id, difference if difference.is_positive else None)
    request.arguments["payment_method_id"] = method_id
    method = label_of(say, customer, method_id)
    if difference.is_positive:
        money = say("difference.to-pay", amount=difference, method=method)
    elif (-difference).is_positive:
        money = say("difference.goes-back", amount=-difference, method=method)
    else:
        money = say("difference")
    return [c["line_id"] for c in changes], "; ".join([*words, money]), difference, method_id
