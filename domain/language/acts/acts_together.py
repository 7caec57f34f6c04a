"""The acts of a message's clauses, seen together: what belongs to which, what only repeats, what a clause alone does not say."""

import re
from collections.abc import Collection, Sequence

from domain.acts import Act, GoodsReference, OrderReference, Problem
from domain.intents import OUT_OF_SCOPE
from domain.language.acts.wishes import is_question, wish_in
from domain.language.folding import folded
from domain.language.goods.missing_parts import says_none_came_with_it
from domain.language.goods.product_names import may_be_the_same
from domain.language.goods.whose_goods import points_back, whose_goods
from domain.language.orders.order_references import order_numbers
from domain.language.reports.no_reports import parted
from domain.language.reports.problems import problem_in
from domain.language.reports.reasons import reason_in
from domain.language.text.clauses import Clause
from domain.lazy_pattern import lazy_pattern

_WITH_REASON = frozenset({"cancel_order", "request_refund", "return_items", "exchange_items"})
# Problems that two clauses tell by their contrast: "tracking says delivered, but I got nothing".
_BY_CONTRAST = frozenset({"not_received", "wrong_item", "not_as_described", "refund_overdue", "charged_wrong", "missing"})
_TAKE_REFERENCES = ("wish", "report", "question")


# What somebody is content with is not what they write about.
_CONTENT = lazy_pattern(
    r"\b(?:fine|perfect|lovely|great|love|loves|beautiful|okay|gorgeous|good|happy with)\b", re.IGNORECASE
)
_DOES_NOT_FIT = lazy_pattern(
    r"\b(?:too|zu|way too|viel zu) (?:small|big|large|tight|loose|short|long|wide|narrow|klein|gross|eng|weit|kurz|lang)\b"
    r"|\b(?:doesnt|dont|do not|does not|didnt) fit\b|\bpass(?:t|en) (?:\w+ ){0,2}nicht\b"
)
_OF_FIT = frozenset({"exchange_items", "return_items"})
_TURNS = lazy_pattern(
    r"^(?:but |aber )?(?:i|we|it|its|ich|wir|es)\b.{0,20}"
    r"\b(?:dont|do not|doesnt|does not|isnt|is not|wont|not|too|never|nicht|zu|kein\w*)\b"
)
# "Where is it?" after what was promised asks for that.
_ASKED_OF = {"request_refund": "track_refund", "track_refund": "track_refund", "send_invoice": "send_invoice"}
_OF_THE_PROMISED = lazy_pattern(
    r"\b(?:where(?:s| is|'s) (?:it|that|this)|status|when (?:is|does|will) it|how far|any news)\b", re.IGNORECASE
)
_WANTED = lazy_pattern(r"\b(?:want|need|like to|please|can (?:i|you)|could (?:i|you))\b", re.IGNORECASE)
_ANOTHER = lazy_pattern(r"^(?:(?:and|also|but|then|und|et|y|en)\b|(?:and |but )?(?:what|how) about\b)", re.IGNORECASE)
# Told beside another problem, these only say how it shows: "you promised a refund, and nothing came".
_OF_THE_WAY = frozenset({"late", "lost", "not_received"})
_SHOWN = lazy_pattern(
    r"^(?:and |but )?(?:the |my |your )?(?:tracking|status|app|site)\b(?! (?:number|link|please|pls|of|for))", re.IGNORECASE
)
_SHOWS_ONLY = frozenset({"late", "not_received"})


def joined(found: Sequence[Clause], text: str) -> list[Clause]:
    """The clauses, those made one that report a problem only together."""
    result: list[Clause] = []
    for clause in found:
        before = result[-1] if result else None
        if before and _tell_together(before, clause, text):
            whole = text[before.start : clause.end]
            result[-1] = Clause(whole, before.start, clause.end, before.joint, clause.asks)
        else:
            result.append(clause)
    return result


def _tell_together(first: Clause, second: Clause, text: str) -> bool:
    if order_numbers(first.text, bare=False) and order_numbers(second.text, bare=False):
        return False
    if _wants(first.text) or _wants(second.text) or first.asks:
        return False
    problem = problem_in(text[first.start : second.end])
    return problem in _BY_CONTRAST and problem not in (problem_in(first.text), problem_in(second.text))


def _wants(text: str) -> bool:
    wish = wish_in(text)
    return wish in (*_WITH_REASON, "delete_account", "change_shipping_address") and not (
        wish == "cancel_order" and problem_in(text) == "cancelled_by_shop"
    )


def together(acts: Sequence[Act], text: str) -> list[Act]:
    """The acts of ``text`` in its order: references go to the act that they belong to, a reason to its wish."""
    acts = _with_loose_references(_denied(_without_what_shows_it(_without_reasons(whose_goods(acts)))))
    acts = [_asked_and_not_reported(_without_what_is_fine(act, text), text) for act in acts]
    return [_named_once(act) for act in _without_repeats([_reasoned(act, text, acts) for act in acts])]


def _named_once(act: Act) -> Act:
    """Goods that two clauses name are one, and those by which an order is told are told by it."""
    of_orders = {order.goods for order in act.orders if order.goods}
    kept: list[GoodsReference] = []
    for ref in act.goods:
        if ref.text not in of_orders and not (ref.text and any(_is_the_same(ref, other) for other in kept)):
            kept.append(ref)
    return act.model_copy(update={"goods": kept}) if len(kept) < len(act.goods) else act


def _is_the_same(one: GoodsReference, other: GoodsReference) -> bool:
    names = {(ref.text or "").removesuffix("s") for ref in (one, other)}
    return len(names) == 1 and (one.wanted, one.excluded) == (other.wanted, other.excluded)


def _without_what_is_fine(act: Act, text: str) -> Act:
    """Of "the shelf came, but the lamp is missing" the shelf is not missing, and no money is wanted for it."""
    is_of_goods = act.act == "report" or (act.act == "wish" and act.intent == "request_refund" and not act.negated)
    fine, rest = parted(text) if is_of_goods else ("", "")
    goods = [ref for ref in act.goods if not ref.text or ref.text not in fine or ref.text in rest]
    return act.model_copy(update={"goods": goods}) if len(goods) < len(act.goods) else act


def _asked_and_not_reported(act: Act, text: str) -> Act:
    """ "Which battery goes in the clock? None was included" asks of the battery; the clock is not missing."""
    if act.act != "report" or act.problem != "missing" or problem_in(act.text) or not says_none_came_with_it(text):
        return act
    if not is_question(act.text) and text[act.end : act.end + 1] != "?":
        return act
    return act.model_copy(update={"act": "question", "intent": "product_question", "problem": None})


def _without_reasons(acts: Sequence[Act]) -> list[Act]:
    """ "I've changed my mind, cancel it": beside a wish a change of mind is its reason, and no no."""
    wishes = any(act.act == "wish" and act.intent in _WITH_REASON and not act.negated for act in acts)
    return [act for act in acts if not (wishes and act.act == "no" and reason_in(act.text, "cancel_order"))]


def _without_what_shows_it(acts: Sequence[Act]) -> list[Act]:
    """ "Tracking: undeliverable" asks for no tracking, and "I did not cancel it, so why is it cancelled" denies no wish."""
    told = {act.problem for act in acts if act.problem}
    return [
        act.model_copy(update={"act": "value", "intent": None}) if _looks_for_what_is_missing(act, told) else act
        for act in acts
        if not (act.intent == "track_order" and told & _OF_THE_WAY and _SHOWN.match(act.text) and not _named(act))
        and not (act.intent == "cancel_order" and act.negated and "cancelled_by_shop" in told)
    ]


def _looks_for_what_is_missing(act: Act, told: Collection[Problem]) -> bool:
    """ "Where's the charger? It's not in the box" wants nothing tracked: it names what is missing."""
    return act.intent == "track_order" and "missing" in told and bool(act.goods) and not act.orders


def _denied(acts: Sequence[Act]) -> list[Act]:
    """ "Cancel it? No!" takes the wish back; "it's not the lamp I want to return, it's the gloves" says it of something else."""
    result: list[Act] = []
    for act in acts:
        before = result[-1] if result else None
        if before and before.act == "no" and act.negated:
            result[-1] = act  # "no, don't cancel it"
        elif before and _takes_back(before, act):
            result[-1] = act
        elif before and before.act == "wish" and act.act == "no":
            result[-1] = before.model_copy(update={"negated": True})
        elif before and before.act == "wish" and before.negated and _names_only(act) and _named(before) and _named(act):
            result.append(act.model_copy(update={"act": "wish", "intent": before.intent}))
        elif before and (after := _ASKED_OF.get(before.intent or "")) and _asks_where_it_is(before, act):
            result[-1] = before.model_copy(update={"act": "wish", "intent": after, "modality": "asked", "end": act.end})
        elif before and _asks_the_same(before, act):
            result.append(before.model_copy(update=_of(act)))
        else:
            result.append(act)
    return result


def _asks_where_it_is(before: Act, act: Act) -> bool:
    """ "You promised me a refund, where is it?", "refund for HP1: what's the status?": of what was said before, named by nothing more."""
    if before.act != "wish" or before.negated or act.intent != "track_order" or _named(act):
        return False
    return bool(_OF_THE_PROMISED.search(act.text)) and not _WANTED.search(before.text)


def _asks_the_same(before: Act, act: Act) -> bool:
    """ "Has HP1 left, and what about HP2?": what was wanted of one is wanted of the other."""
    wants = before.act in ("wish", "question") and not before.negated and _names_only(act) and _ANOTHER.search(act.text)
    return bool(wants) and bool((before.orders and act.orders) or (before.goods and act.goods))


def _of(act: Act) -> dict[str, object]:
    return {name: getattr(act, name) for name in ("orders", "goods", "quantity", "text", "start", "end", "confidence")}


def _takes_back(before: Act, act: Act) -> bool:
    """ "I wanted to cancel, but now I'd rather keep it": the same wish of the same thing, denied."""
    same = before.act == act.act == "wish" and before.intent == act.intent and act.negated and not before.negated
    return same and not _named(before) and not _named(act)


def _names_only(act: Act) -> bool:
    return act.act == "value" and act.reason is None and bool(act.orders or act.goods)


def _with_loose_references(acts: Sequence[Act]) -> list[Act]:
    """What a fragment only names ("order 120044, status?") goes to the next act that names no such thing, else to the last."""
    acts = [_told(act, acts) for act in acts]
    result = list(acts)
    if not any(act.act in _TAKE_REFERENCES for act in result):
        return result
    for at, act in reversed(list(enumerate(acts))):  # the nearest fragment comes first
        if act.act != "value" or act.reason:
            continue
        result[at] = act.model_copy(update={"act": "talk", "intent": OUT_OF_SCOPE})
        if not _named(act) or (_CONTENT.search(act.text) and not _is_turned(acts[at + 1 :])):
            continue
        nearest = [*range(at + 1, len(acts)), *range(at - 1, -1, -1)]
        owner = next((n for n in nearest if result[n].act in _TAKE_REFERENCES and not result[n].negated), None)
        if owner is not None and not (owner < at and _is_of_what_was_named(result[owner], result[:owner])):
            result[owner] = _given(result[owner], act)
    return result


def _told(act: Act, acts: Sequence[Act]) -> Act:
    """ "The gloves are too small. Can I swap them for L?": why, and no question about gloves."""
    is_told = act.act == "question" and "?" not in act.text and _DOES_NOT_FIT.search(folded(act.text)) is not None
    if not is_told or not any(other.act == "wish" and other.intent in _OF_FIT for other in acts):
        return act
    return act.model_copy(update={"act": "value", "intent": None})


def _is_turned(after: Sequence[Act]) -> bool:
    """ "The chair is fine, but I don't like it": what is fine is what they write about, after all."""
    return bool(after) and after[0].act in ("value", "talk", "no") and bool(_TURNS.search(folded(after[0].text)))


def _is_of_what_was_named(owner: Act, before: Sequence[Act]) -> bool:
    """ "The bowl is cracked, refund it. The chair goes back": of the bowl."""
    return not owner.goods and points_back(owner.text) and any(act.goods for act in before)


def _named(act: Act) -> bool:
    return any(ref.which != "it" for ref in act.orders) or bool(act.goods)


def _given(owner: Act, loose: Act) -> Act:
    orders = [ref for ref in loose.orders if ref.which != "it"]
    own = [ref for ref in owner.orders if ref.which != "it"]
    only_wanted = all(ref.wanted for ref in owner.goods)  # of a swap: "the boots are too small, I want a 41"
    named = [ref.model_copy(update={"quantity": None}) for ref in loose.goods] if owner.quantity else loose.goods
    goods = [*named, *owner.goods] if only_wanted else owner.goods
    return owner.model_copy(update={"orders": _of_those(own, orders) or orders or owner.orders, "goods": goods})


def _of_those(own: list[OrderReference], named: list[OrderReference]) -> list[OrderReference]:
    """ "HP1 and HP2 are the same, cancel the second": the second of those that were just named."""
    nth = own[0].ordinal if len(own) == 1 and len(named) > 1 else None
    return [named[nth - 1]] if nth and nth <= len(named) and all(ref.number for ref in named) else own


def _reasoned(act: Act, text: str, acts: Sequence[Act]) -> Act:
    if act.act != "wish" or act.intent not in _WITH_REASON or act.negated:
        return act
    problem = problem_in(act.text) or next((told.problem for told in acts if told.problem and _may_be_of(told, act)), None)
    return act.model_copy(update={"reason": reason_in(text, act.intent, problem)})


def _may_be_of(report: Act, wish: Act) -> bool:
    """Of "the bowl is cracked, and I want to return the chair" the chair is not cracked."""
    told, wanted = ([ref.text for ref in act.goods if ref.text and not ref.wanted] for act in (report, wish))
    return not told or not wanted or any(may_be_the_same(a, b) for a in told for b in wanted)


def _without_repeats(acts: Sequence[Act]) -> list[Act]:
    kept: list[Act] = []
    for act in acts:
        for at, before in enumerate(kept):
            if _same_wish(before, act) and act.act == "report" and not _named(act) and before.goods:
                break
            if (_same_wish(before, act) or _only_shows(before, act)) and _adds_nothing(act, before):
                break
            if _same_wish(before, act) and _adds_nothing(before, act):
                kept[at] = act
                break
        else:
            kept.append(act)
    wants = [act for act in kept if act.act != "talk"]
    return [act for act in kept if act.act != "talk" or act.intent != OUT_OF_SCOPE or not wants]


def _only_shows(before: Act, act: Act) -> bool:
    """What tells the same trouble again: lateness beside anything, and what "the site says" beside a parcel that never came."""
    if not before.act == act.act == "report" or before.problem == act.problem:
        return False
    return act.problem in _SHOWS_ONLY or (before.problem in ("not_received", "lost") and act.problem == "not_as_described")


def _same_wish(a: Act, b: Act) -> bool:
    return (a.act, a.intent, a.negated, a.problem, a.modality) == (b.act, b.intent, b.negated, b.problem, b.modality)


def _adds_nothing(act: Act, before: Act) -> bool:
    orders = [ref for ref in act.orders if ref.which != "it"]
    return (
        all(ref in before.orders for ref in orders)
        and all(ref in before.goods for ref in act.goods)
        and act.quantity in (None, before.quantity)
    )
