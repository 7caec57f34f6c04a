"""Wishes of one message that are one, though they were said in two ways or read as two."""

from collections.abc import Sequence

from domain.actions import SWAP_INTENTS
from domain.acts import Act
from domain.language.goods.product_names import may_be_the_same

_SAID_TWICE = frozenset({"request_refund", "return_items"}) | SWAP_INTENTS


def each_once(acts: Sequence[Act]) -> list[Act]:
    """A wish that is said in two ways, or read as a change of an order and as an exchange too, is one."""
    kept: list[Act] = []
    for act in acts:
        at = next((at for at, before in enumerate(kept) if _is_the_same(before, act)), None)
        if at is None:
            kept.append(act)
        else:
            kept[at] = _as_one(kept[at], act)
    return kept


def _is_the_same(one: Act, other: Act) -> bool:
    if one.act != "wish" or other.act != "wish" or one.intent not in _SAID_TWICE or one.modality != other.modality:
        return False
    if one.intent != other.intent and not {one.intent, other.intent} <= SWAP_INTENTS:
        return False
    refs = [ref for act in (one, other) for ref in act.goods]
    if any(ref.which not in (None, "it") or ref.ordinal or ref.excluded for ref in refs):
        return False  # "return the chair, and the other one too"
    orders = [[ref for ref in act.orders if ref.which != "it"] for act in (one, other)]
    return (orders[0] == orders[1] or not all(orders)) and compatible(one, other)


def _as_one(one: Act, other: Act) -> Act:
    surer = other if other.confidence > one.confidence else one
    if (one.start, one.end) == (other.start, other.end):
        return surer
    return surer.model_copy(
        update={
            "goods": list({(ref.text, ref.wanted): ref for ref in (*other.goods, *one.goods)}.values()),
            "orders": list({ref: ref for ref in (*one.orders, *other.orders)}),
            "quantity": one.quantity or other.quantity,
            "amount": one.amount or other.amount,
            "reason": one.reason or other.reason,
            "problem": one.problem or other.problem,
            "text": f"{one.text}. {other.text}",
            "start": min(one.start, other.start),
            "end": max(one.end, other.end),
        }
    )


def compatible(one: Act, other: Act) -> bool:
    """Whether they may be about the same order and goods."""
    numbers = [{ref.number for ref in act.orders if ref.number} for act in (one, other)]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return False
    mine, others = ([ref.text for ref in act.goods if ref.text and not ref.wanted] for act in (one, other))
    return not mine or not others or any(may_be_the_same(a, b) for a in mine for b in others)
