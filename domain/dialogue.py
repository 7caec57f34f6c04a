"""From what was read to what is to be done: pure rules over acts, without shop or policy.

A message's acts become tasks in the order in which they are served: what only tells something comes before what has to be
confirmed, so that the question at the end of an answer is the one that a yes means.
"""

from collections.abc import Sequence

from domain.actions import SWAP_INTENTS
from domain.acts import Act, GoodsReference, OrderReference
from domain.language.account.address_references import is_as_in_an_order
from domain.language.acts.wishes import about_products
from domain.language.goods.missing_parts import lacks_a_part
from domain.language.goods.quantities import fewest_said, says_all
from domain.language.orders.about_messages import is_about_messages, is_of_what_was_spoken_of
from domain.language.orders.order_references import means_that_order
from domain.language.orders.parts_of_orders import keeps_the_rest, removes_a_part, wants_fewer
from domain.language.reports.problems import problem_in, says_stolen
from domain.language.text.said_twice import compatible, each_once

SURE = 0.6  # confidence
MOST_TASKS = 5  # of a message; who wants more is asked to go on afterwards

_READS = frozenset(
    {"track_order", "track_refund", "list_orders", "order_details", "account_details", "product_question", "policy_question"}
)
SENDS = frozenset({"send_invoice", "reset_password", "request_my_data", "unsubscribe"})
# Wishes that a report is the reason of.
_REMEDIES = frozenset({"request_refund", "return_items", "exchange_items"})
_OF_GOODS = frozenset({"damaged", "wrong_item", "missing", "not_as_described", "not_received"})
_WAITS = frozenset({"late", "not_received", "lost"})


def tasks_of(acts: Sequence[Act]) -> list[Act]:
    """What a message wants, one act a task. A negated wish is none, unless the message says nothing else."""
    acts = _without_what_is_kept([_as_meant(act) for act in acts])
    wanted = [act for act in acts if not act.negated and act.modality != "told" and act.act not in ("talk", "yes", "no")]
    if not wanted:
        return list(acts[:1])
    wanted = [_of_that_order(act, acts) for act in wanted]
    wanted = [_of_the_one_order(act, acts) for act in _with_their_reasons(_sure(wanted))]
    wanted = _one_question([_for_money(act) for act in each_once(wanted)])
    each = [part for act in wanted for part in _one_order_each(act)]
    # sorted() keeps the message's order within each kind
    return sorted(each, key=_turn)[:MOST_TASKS]


def is_a_look(act: Act) -> bool:
    """Whether it is answered at once and changes nothing."""
    return act.act == "question" or act.intent in _READS


def is_a_stolen_parcel(act: Act) -> bool:
    """Whether what a model heard as fraud is a parcel that somebody took: nothing of it is urgent."""
    return act.urgency in ("fraud", "account_taken_over") and says_stolen(act.text)


def _as_meant(act: Act) -> Act:
    """A report that names nothing of the customer's is anger; one of a mail that did not come is asked of the documents."""
    if is_a_stolen_parcel(act) or (act.act == "report" and says_stolen(act.text)):
        # A parcel that was taken came, and not to the customer, however a model calls it.
        report = {"act": "report", "intent": "report_problem", "problem": "not_received", "urgency": None}
        act = act.model_copy(update=report)
    if act.negated and act.intent in ("cancel_order", "change_order") and _drops_one_and_keeps_another(act):
        return act.model_copy(update={"negated": False})
    if act.act == "wish" and act.intent == "cancel_order" and act.goods and removes_a_part(act.text):
        # However unsure the reader is of it: it is only told that a part cannot be cancelled.
        return act.model_copy(update={"confidence": max(act.confidence, SURE)})
    if act.act == "report" and act.problem in ("missing", "not_received", "not_as_described") and wants_fewer(act.text):
        wish = {"act": "wish", "intent": "change_order", "problem": None, "confidence": max(act.confidence, SURE)}
        return act.model_copy(update=wish)
    if act.act != "report" or any(ref.number for ref in act.orders):
        return act
    if act.problem == "missing" and lacks_a_part(act.text):
        # "There are only 3 legs in it. How do I get the 4th?": the leg, and no fourth line of an order.
        act = act.model_copy(update={"goods": [ref for ref in act.goods if ref.text or ref.which]})
    is_of_no_goods = is_about_messages(act.text) or (not act.goods and is_of_what_was_spoken_of(act.text))
    if act.problem in ("not_received", "missing", "late") and is_of_no_goods:
        return act.model_copy(update={"act": "question", "intent": "policy_question", "problem": None})
    if not act.orders and not act.goods and problem_in(act.text) in (None, "not_as_described"):
        return act.model_copy(update={"act": "talk", "intent": "complaint", "problem": None})
    return act


def _without_what_is_kept(acts: Sequence[Act]) -> list[Act]:
    """ "Cancel the knife order, no, the skillet … hm, cancel the knife, keep the skillet": what is kept in the end is not cancelled,
    and what is then said twice is one wish."""
    left: list[Act] = []
    for act in acts:
        if act.act != "wish" or act.intent != "cancel_order" or act.negated:
            left.append(act)
            continue
        kept = {name for later in acts if _keeps_after(later, act) for name in _named_by(later)}
        orders = [ref for ref in act.orders if not {ref.number, ref.goods} & kept]
        goods = [ref for ref in act.goods if ref.text not in kept]
        if len(orders) + len(goods) == len(act.orders) + len(act.goods):
            left.append(act)
        elif (orders or goods) and not any(_is_said_before(goods, before) for before in left):
            left.append(act.model_copy(update={"orders": orders, "goods": goods}))
    return left


def _keeps_after(later: Act, act: Act) -> bool:
    return later.negated and later.act == "wish" and later.intent == act.intent and later.start >= act.end


def _named_by(act: Act) -> set[str]:
    names = [name for ref in act.orders for name in (ref.number, ref.goods)]
    return {name for name in (*names, *(ref.text for ref in act.goods)) if name}


def _is_said_before(goods: Sequence[GoodsReference], before: Act) -> bool:
    is_wish = before.act == "wish" and before.intent == "cancel_order" and not before.negated
    names = _named_by(before)
    return (
        is_wish
        and bool(goods)
        and all(ref.text and any(ref.text in name.split() or ref.text == name for name in names) for ref in goods)
    )


def _drops_one_and_keeps_another(act: Act) -> bool:
    """ "Drop the towel but keep the mugs" is no refusal."""
    return len(act.goods) > 1 and keeps_the_rest(act.text)


def _one_question(acts: Sequence[Act]) -> list[Act]:
    """Questions alone are asked of the documents together, which know how to part them."""
    if len(acts) < 2 or any(act.act != "question" or act.orders or about_products(act.text) for act in acts):
        return list(acts)
    acts = [act for act in acts if not is_of_what_was_spoken_of(act.text)] or acts  # it asks nothing of its own
    text = f"{', and '.join(act.text for act in acts)}?"
    intent = next((act.intent for act in acts if act.intent == "policy_question"), acts[0].intent)
    return [acts[0].model_copy(update={"text": text, "intent": intent, "end": acts[-1].end})]


def _for_money(act: Act) -> Act:
    """ "I would take 10.00 back and keep it" is no return of goods."""
    is_money = act.intent == "return_items" and act.amount is not None
    return act.model_copy(update={"intent": "request_refund"}) if is_money else act


def _sure(acts: Sequence[Act]) -> list[Act]:
    """A value is part of the wish beside it; what was only guessed counts where nothing surer was read."""
    clear = [act for act in acts if act.act not in ("value", "correction") and act.confidence >= SURE]
    return clear or list(acts)


def _of_the_one_order(act: Act, said: Sequence[Act]) -> Act:
    """Where a message names one order only, that is the one, also for a clause that says "it" or nothing."""
    numbers = {ref.number: ref for other in said for ref in other.orders if ref.number}
    names_another = _says_which(act.goods) or any(
        ref.which not in (None, "it") or ref.goods or ref.number for ref in act.orders
    )
    if len(numbers) != 1 or (names_another and act.act != "report") or any(ref.number for ref in act.orders):
        return act
    served = {ref.number for other in said if other.intent in _READS for ref in other.orders}
    if act.act == "report" and _says_which(act.goods) and served & set(numbers):
        return act  # "the lamp is broken, and where is HP1?" are two orders
    return act.model_copy(update={"orders": list(numbers.values())})


def _of_that_order(act: Act, said: Sequence[Act]) -> Act:
    """ "The skillet came cracked, I need an invoice for that order": the one of what was named before."""
    if not means_that_order(act.text) or any(ref.which != "it" for ref in act.orders):
        return act
    before = [other for other in said if other.end <= act.start and other is not act]
    orders = next((other.orders for other in reversed(before) if any(ref.number for ref in other.orders)), None)
    goods = next((ref.text for other in reversed(before) for ref in other.goods if ref.text), None)
    if orders is None and goods is None:
        return act
    own = [ref for ref in act.goods if ref.text and ref.text in act.text.casefold()]
    return act.model_copy(update={"orders": orders or [OrderReference(goods=goods)], "goods": own})


def _turn(act: Act) -> int:
    """What is served when: questions and looks, what is sent out, what needs a yes."""
    if act.act == "urgent" or act.intent == "human_agent":
        return 0
    if act.intent in _READS or act.act in ("value", "correction"):
        return 1
    return 2 if act.intent in SENDS else 3


def _with_their_reasons(acts: Sequence[Act]) -> list[Act]:
    """A report beside the wish for its remedy is one task: "it is torn, I want my money back"."""
    kept = list(acts)
    for report in [act for act in acts if act.act == "report"]:
        wish = next((act for act in kept if _is_remedy_of(act, report)), None)
        if wish is not None:
            kept[kept.index(wish)] = _joined(wish, report)
            kept.remove(report)
        elif report.problem in _WAITS:
            kept = [act for act in kept if act.intent != "track_order" or not compatible(act, report)]
        elif report.problem == "missing" and not report.orders:
            # "Where's my stuff? I ordered a pillowcase": the look names nothing else, and is for what is missing.
            kept = [a for a in kept if a.intent != "track_order" or a.orders or a.goods or a.start > report.start]
        if report.problem in ("charged_twice", "charged_wrong"):
            # The money to give back is the bank's or ours to find out: no refund of goods.
            kept = [act for act in kept if act.intent not in _REMEDIES - SWAP_INTENTS]
    return kept


def _is_remedy_of(wish: Act, report: Act) -> bool:
    fits = (wish.intent in _REMEDIES and report.problem in _OF_GOODS) or (
        wish.intent == "cancel_order" and report.problem in _WAITS
    )
    return wish.act == "wish" and fits and compatible(wish, report)


def _joined(wish: Act, report: Act) -> Act:
    instead = [ref for ref in wish.goods if ref.wanted]  # "it is broken, swap it for the white one"
    own = [ref for ref in wish.goods if not ref.wanted]
    is_own = _says_which(own) and not _are_only_repeated(own, wish, report)
    goods = [*wish.goods] if is_own else [*report.goods, *(ref for ref in instead if ref not in report.goods)]
    orders = [*wish.orders] if any(ref.number or ref.goods for ref in wish.orders) else [*(report.orders or wish.orders)]
    first, last = sorted((wish, report), key=lambda act: act.start)
    return wish.model_copy(
        update={
            "goods": goods,
            "orders": orders,
            "quantity": wish.quantity or report.quantity,
            "problem": report.problem,
            "text": f"{first.text}. {last.text}" if first.text != last.text else first.text,
            "start": first.start,
            "end": max(first.end, last.end),
        }
    )


def _are_only_repeated(goods: Sequence[GoodsReference], wish: Act, report: Act) -> bool:
    """ "The mug came broken, and the plate too. I want a refund": the wish names none of them itself."""
    said = wish.text.casefold()
    return all(ref in report.goods and ref.text and ref.text not in said for ref in goods)


def _says_which(goods: Sequence[GoodsReference]) -> bool:
    return any(ref.text or ref.ordinal or ref.which not in (None, "it") for ref in goods)


def _one_order_each(act: Act) -> list[Act]:
    numbered: list[OrderReference] = [ref for ref in act.orders if ref.number]
    if act.act == "value":
        numbered = _orders_only(numbered)
    if len(numbered) < 2 or (act.intent == "change_shipping_address" and is_as_in_an_order(act.text)):
        return [act]
    return [act.model_copy(update={"orders": [ref]}) for ref in numbered]


def _orders_only(numbered: Sequence[OrderReference]) -> list[OrderReference]:
    """Without bare digits that are no order beside one: "HP113841, 31461" gives an order and its postcode."""
    lengths = {sum(map(str.isdigit, ref.number or "")) for ref in numbered if not (ref.number or "").isdigit()}
    return [r for r in numbered if not lengths or not (r.number or "").isdigit() or len(r.number or "") in lengths]


REASON_OF_PROBLEM = {
    "damaged": "damaged",
    "wrong_item": "not_as_described",
    "not_as_described": "not_as_described",
    "missing": "missing",
    "not_received": "missing",
    "late": "too_slow",
    "lost": "missing",
}

# What must not be begun on a guess: what cannot be taken back, and what is sent out.
NEEDS_ITS_WORDS = frozenset(
    {
        "cancel_order",
        "delete_account",
        "request_refund",
        "return_items",
        "exchange_items",
        "send_invoice",
        "reset_password",
        "request_my_data",
        "unsubscribe",
    }
)


def with_what_began(act: Act, began: Act) -> Act:
    """An answer to a question of ours, with what the wish itself said already."""
    return act.model_copy(
        update={
            "goods": act.goods or began.goods,
            "orders": act.orders or began.orders,
            "quantity": act.quantity or began.quantity or (None if says_all(act.text) else fewest_said(began.text)),
            "amount": act.amount or began.amount,
            "problem": act.problem or began.problem,
            "reason": act.reason or began.reason,
        }
    )
