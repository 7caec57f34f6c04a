"""The orders, goods, pieces and amounts that an act's own clause names."""

import re

from domain.acts import Act, GoodsReference, OrderReference, ReadingContext
from domain.intents import REPORT_PROBLEM
from domain.language.goods.goods_references import goods_in, only_describes, pieces_meant, size_wanted, without_parts
from domain.language.money.amounts import amount_asked
from domain.language.orders.order_references import orders_in
from domain.language.text.polarity import modality_of
from domain.lazy_pattern import lazy_pattern

# What speaks of goods; elsewhere a noun is something else.
OF_GOODS = frozenset(
    {
        "track_order",
        "cancel_order",
        "change_order",
        "return_items",
        "exchange_items",
        "request_refund",
        "track_refund",
        "send_invoice",
        "order_details",
        "product_question",
        REPORT_PROBLEM,
        None,
    }
)
_OF_ORDERS = OF_GOODS | {
    "change_shipping_address",
    "change_payment_method",
    "payment_problem",
    "policy_question",
    "human_agent",
}
_HOW_MUCH = lazy_pattern(r"^\W*how \w+", re.IGNORECASE)
# "Does it need batteries": what is asked of something in sight names no goods.
_OF_IT = lazy_pattern(
    r"^\W*(?:and |so |but )?(?:does|do|is|are|will|can|would|has|have) (?:it|they|this one|these|those)\b", re.IGNORECASE
)
_BUT_NOT = lazy_pattern(r"\b(?:but|and|only) (?:no|not|without)\b|\bwithout\b", re.IGNORECASE)
_EXCEPT = lazy_pattern(r"\b(?:except(?: for)?|apart from|other than|bar|minus)\b(?: the)?", re.IGNORECASE)
# "The wreath is missing its ribbon": what follows is missing, what stands before is there.
_LACKS = lazy_pattern(
    r"\b(?:missing|lacking|lacks|misses) (?=(?:its|their|his|her|a|an|the|my|one|two|three|some|both|\d+) \w)(?:its|their|the|my)?",
    re.IGNORECASE,
)
# "The screws for the shelf weren't in the bag": of a thing that is missing, neither what it belongs to nor where it should be.
_WHERE_IT_SHOULD_BE = lazy_pattern(
    r"\b(?:in|inside|into|from|out of) (?:the|my|an?|this|that) (?:bag|envelope|box|carton|tin|pouch|case|parcel|set|kit|pack)\b"
    r"|(?<=\w) (?:for|with|to) (?:the|my|this) (?:\w+)(?= (?:were|was|is|are|isn|aren|wasn|weren)|\s*$|[.,!?])"
    r"|\bof (?:the|a|my) (?:pair|set)\b",
    re.IGNORECASE,
)


def with_references(act: Act, context: ReadingContext, *, negated: bool = False) -> Act:
    reports = act.act == "report"
    orders = orders_in(act.text, asked=context.asked == "order_id") if act.intent in _OF_ORDERS else []
    goods = (
        []
        if act.act == "talk" or act.intent not in OF_GOODS
        else goods_in(
            _about_goods(act),
            asked=act.intent == "product_question",
            reports=reports,
            swaps=act.problem in (None, "wrong_item", "not_as_described"),
            product_names=context.product_names,
        )
    )
    if act.problem in ("damaged", "not_as_described"):
        goods = without_parts(goods)
    if act.intent == "exchange_items" and not any(ref.wanted for ref in goods):
        goods = [*goods, *size_wanted(act.text)]
    named_by_goods = {order.goods for order in orders if order.goods}
    goods = [ref for ref in goods if ref.text not in named_by_goods]
    if goods and not any(order.number for order in orders):
        orders = [order for order in orders if order.which != "it"]
    if not any(ref.text for ref in goods) and not any(order.number for order in orders):
        orders, goods = _whose(act, orders, goods)
    quantity = None if any(ref.quantity for ref in goods) else pieces_meant(act.text)
    if act.intent == "product_question":
        goods = [ref for ref in goods if not ref.text or not only_describes(ref.text)][
            :1
        ]  # what is asked of it are no goods: "does the blender have a jug"
    return act.model_copy(
        update={
            "orders": orders,
            "goods": goods,
            "quantity": quantity,
            "amount": amount_asked(act.text),
            "negated": negated,
            "modality": modality_of(act.text) if act.act == "wish" else "asked",
        }
    )


def _about_goods(act: Act) -> str:
    """The words in which goods are looked for: of "I got the pan, but no lid" what is missing only."""
    if act.problem == "missing" and (cut := _BUT_NOT.search(act.text)):
        return f"the {act.text[cut.end() :].strip()}"
    if act.problem == "missing" and (but := _EXCEPT.search(act.text)):
        return f"the {act.text[but.end() :].strip()}"
    if act.problem == "missing" and (lacks := _LACKS.search(act.text)):
        return f"the {act.text[lacks.end() :].strip()}"
    if act.problem == "missing":
        return _WHERE_IT_SHOULD_BE.sub(" ", act.text)
    if act.intent == "product_question":
        return "" if _OF_IT.search(act.text) else _HOW_MUCH.sub("", act.text)
    return act.text


def names_something(act: Act) -> bool:
    return any(ref.which != "it" for ref in act.orders) or bool(act.goods)


def _whose(
    act: Act, orders: list[OrderReference], goods: list[GoodsReference]
) -> tuple[list[OrderReference], list[GoodsReference]]:
    """An ordinal or "both" alone: of orders where orders are cancelled or tracked, else of goods."""
    if act.intent in ("cancel_order", "track_order", "change_shipping_address", "change_payment_method") and (
        not orders or orders[0].which == "it"
    ):
        alone = [ref for ref in orders_in(act.text, asked=True) if ref.which != "it"]
        return alone or orders, []
    return orders, goods
