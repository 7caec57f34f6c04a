"""Another variant is wanted: the words are a swap, whatever of returns, refunds or questions was read in them."""

from collections.abc import Sequence

from domain.actions import SWAP_INTENTS
from domain.acts import Act, GoodsReference, ReadingContext
from domain.dialogue import SURE
from domain.language.acts.act_references import with_references
from domain.language.goods.goods_references import goods_in, names_an_option
from domain.language.goods.product_names import may_be_the_same
from domain.language.options.wants_another_variant import (
    does_not_fit,
    has_it_already,
    tells_what_came,
    wants_another_variant,
)
from domain.language.questions.question_form import is_put_as_a_question
from domain.language.reports.problems import problem_in
from domain.language.reports.wants_goods import declines_money
from models.acts.pieces import BY_RULE

_GIVES_BACK = frozenset({"return_items", "request_refund"})
_READ_SO = frozenset(
    {*SWAP_INTENTS, *_GIVES_BACK, "product_question", "policy_question", "out_of_scope", "provide_information", None}
)
_NO_FIT = frozenset({"not_as_described", "wrong_item"})


def with_other_variant_wanted(acts: Sequence[Act], text: str, context: ReadingContext) -> list[Act]:
    """The acts of ``text``, with one wish for a swap in place of what was read where another variant is wanted.

    Goods that go back and others that are wanted otherwise stay two wishes."""
    span = wants_another_variant(text)
    if span is None:
        if context.asked or context.pending:
            return list(acts)
        return [_that_it_does_not_fit(act, text if len(acts) == 1 else act.text) for act in acts]
    start, end = span
    inside = [act for act in acts if act.start < end and act.end > start]
    swaps = [act for act in inside if act.intent in SWAP_INTENTS]
    named = [ref for act in swaps or inside for ref in act.goods if _is_no_option(ref)]
    named = named or [ref for ref in goods_in(text[start:end], product_names=context.product_names) if _is_no_option(ref)]
    beside = [act for act in acts if act not in inside and _goes_back_for_it(act, named)]
    of_it = [*inside, *beside]
    if any(not _is_of_it(act) for act in inside) or any(act.negated for act in swaps):
        return list(acts)
    others = [
        _without_wanted(act) for act in acts if act not in of_it or (act.act == "report" and not _tells_only_the_fit(act))
    ]
    first = min(start, *(act.start for act in of_it)) if of_it else start
    said = text[first:end]
    goods = list(dict.fromkeys(ref for act in of_it for ref in act.goods if _names_goods(ref)))
    if not goods:  # "the towels in navy": the towels are there, and navy is what is wanted
        goods = [ref.model_copy(update={"wanted": False}) for ref in named]
    wish = Act(act="wish", intent=_intent(swaps), confidence=BY_RULE, text=said, start=first, end=end)
    wish = with_references(wish, context)
    wanted = [ref for ref in wish.goods if ref.wanted and ref.text not in {one.text for one in goods}]
    read = next((act.reason for act in of_it if act.reason), None)
    wish = wish.model_copy(
        update={
            "goods": [*goods, *wanted],
            "orders": wish.orders or [ref for act in of_it for ref in act.orders],
            "quantity": next((act.quantity for act in of_it if act.quantity), wish.quantity),
            "reason": "does_not_fit" if does_not_fit(said) else read,
            "negated": False,
        }
    )
    return sorted([*others, wish], key=lambda act: act.start)


def _that_it_does_not_fit(act: Act, text: str) -> Act:
    """ "Jacket too small", "the mirror is too big for our hall", "mein Bezug ist zu groß, gibts den kleiner?": it is asked which other
    one. ``text``: of which the act is all that is wanted."""
    if act.orders or act.negated or not does_not_fit(text) or not _tells_of_ones_own(act, text):
        return act
    swap = {"act": "wish", "intent": "exchange_items", "reason": "does_not_fit", "problem": None, "confidence": SURE}
    goods = act.goods or goods_in(text, asked=True)
    return act.model_copy(update={**swap, "goods": [ref for ref in goods if _names_goods(ref)]})


def _tells_of_ones_own(act: Act, text: str) -> bool:
    """Whether it is told, and nothing else wrong with the goods, or asked of goods that somebody has."""
    if act.act == "report":
        return problem_in(act.text) is None and act.problem not in ("missing", "not_received", "late")
    is_of_goods = act.intent in ("product_question", "policy_question", None)
    is_guessed = act.act == "talk" or (act.act == "wish" and act.confidence < SURE)
    is_told = has_it_already(text) or not is_put_as_a_question(text)
    return act.act == "value" or is_guessed or (act.act == "question" and is_of_goods and is_told)


def _intent(swaps: Sequence[Act]) -> str:
    return swaps[0].intent or "exchange_items" if swaps else "exchange_items"


def _is_of_it(act: Act) -> bool:
    if act.act == "report":
        return True
    return act.act in ("wish", "question", "value", "talk", "no", "correction") and act.intent in _READ_SO


def _without_wanted(act: Act) -> Act:
    return act.model_copy(update={"goods": [ref for ref in act.goods if not ref.wanted]})


def _tells_only_the_fit(act: Act) -> bool:
    return act.problem in _NO_FIT and (does_not_fit(act.text) or not tells_what_came(act.text))


def _goes_back_for_it(act: Act, goods: Sequence[GoodsReference]) -> bool:
    """ "I wanna send back the jacket" beside "can I get XL instead?", or money that is declined: of the same goods."""
    if act.act != "wish" or act.intent not in _GIVES_BACK:
        return False
    if act.negated or declines_money(act.text):
        return True
    own = [ref.text for ref in act.goods if _is_no_option(ref)]
    return not own or not goods or any(may_be_the_same(a or "", b.text or "") for a in own for b in goods)


def _names_goods(ref: GoodsReference) -> bool:
    return _is_no_option(ref) and not ref.wanted


def _is_no_option(ref: GoodsReference) -> bool:
    return bool(ref.text) and not names_an_option(ref.text or "")
