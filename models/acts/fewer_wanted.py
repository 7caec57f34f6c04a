"""Too many were ordered: "I ordered two pillowcases but I'd like just the one" wants fewer, though no clause of it says so alone."""

from collections.abc import Sequence

from domain.acts import Act
from domain.language.folding import folded
from domain.language.goods.goods_references import goods_in
from domain.language.goods.quantities import cancels_some
from domain.language.orders.parts_of_orders import counts_fewer, wants_fewer
from domain.lazy_pattern import lazy_pattern
from models.acts.pieces import BY_RULE

_SENTENCE = lazy_pattern(r"[^.?!;\n]+")
_ORDERED = lazy_pattern(r"\b(?:ordered|bought|bestellt|gekauft)\b")
_OF_FEWER = frozenset({"cancel_order", "change_order"})
_WANTS = frozenset({"wish", "question", "urgent"})


_OF_AN_ORDER = frozenset({"change_order", "cancel_order", "exchange_items"})


def as_one_wish_for_fewer(acts: Sequence[Act], text: str) -> list[Act]:
    """ "Two pans?? I ordered ONE. Cancel the extra one": one wish, of the order that any of it names."""
    of_it = [act for act in acts if act.act == "wish" and act.intent in _OF_AN_ORDER and not act.negated]
    numbers = {ref.number for act in of_it for ref in act.orders if ref.number}
    if len(of_it) < 2 or len(numbers) > 1 or not counts_fewer(text):
        return list(acts)
    named = next((act.goods for act in of_it if any(ref.text for ref in act.goods)), [])
    start, end = of_it[0].start, of_it[-1].end
    beside = [act for act in acts if act not in of_it and start < act.start < end]
    wish = of_it[0].model_copy(
        update={
            "intent": "change_order",
            "goods": [ref.model_copy(update={"wanted": False}) for ref in named],
            "orders": list(dict.fromkeys(ref for act in of_it for ref in act.orders if ref.which != "it")),
            "confidence": BY_RULE,
            "text": ". ".join(act.text for act in of_it) if beside else text[start:end],
            "end": of_it[0].end if beside else end,
        }
    )
    return sorted([*(act for act in acts if act not in of_it), wish], key=lambda act: act.start)


def with_fewer_wanted(acts: Sequence[Act], text: str) -> list[Act]:
    """The acts, and that wish where no other was read of its sentence."""
    if cancels_some(text) and not any(act.intent in _OF_FEWER and act.act in _WANTS and not act.negated for act in acts):
        return [Act(act="wish", intent="cancel_order", confidence=BY_RULE, goods=goods_in(text), text=text, end=len(text))]
    acts = _asked_for_some(acts, text)
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        if not (_ORDERED.search(folded(sentence[0])) and wants_fewer(sentence[0])):
            continue
        of_it = [act for act in acts if act.start < end and act.end > start]
        if any(act.act in _WANTS for act in of_it):
            continue
        wish = Act(
            act="wish",
            intent="change_order",
            confidence=BY_RULE,
            goods=goods_in(sentence[0]),
            text=sentence[0].strip(),
            start=start,
            end=end,
        )
        acts = sorted([*(act for act in acts if act not in of_it), wish], key=lambda act: act.start)
    return list(acts)


def _asked_for_some(acts: Sequence[Act], text: str) -> list[Act]:
    """ "Ordered too many, or can I cancel just one?": the question is the wish, and no question to the documents."""
    asked = [act for act in acts if act.act == "question" and not act.negated and cancels_some(act.text)]
    if not asked:
        return list(acts)
    wish = {"act": "wish", "intent": "cancel_order", "modality": "asked", "confidence": BY_RULE}
    of_it = [act for act in acts if act in asked or (act.act == "wish" and act.intent in _OF_FEWER and not act.negated)]
    first, last = of_it[0], of_it[-1]
    whole = first.model_copy(update={**wish, "text": text[first.start : last.end], "end": last.end})
    orders = list(dict.fromkeys(ref for act in of_it for ref in act.orders))
    whole = whole.model_copy(update={"orders": orders, "goods": goods_in(whole.text)})
    return sorted([*(act for act in acts if act not in of_it), whole], key=lambda act: act.start)
