"""Goods that the words name and none of the customer's orders holds: no order is taken for them, not even the only one that fits."""

from collections.abc import Sequence

from domain.acts import Act
from domain.language.goods.goods_references import is_a_measure, is_a_part, only_describes
from domain.language.languages.german_words import goods_of_text
from domain.language.languages.written_language import plain_language
from domain.language.orders.order_lines import names_goods
from domain.shop import Order


def strange_goods(act: Act | None, text: str, orders: Sequence[Order]) -> str | None:
    """What they are called, as it was typed; None where nothing is named, or goods of one of the orders are."""
    if act is None:
        return None
    named = [ref.text for ref in act.goods if ref.text and not ref.wanted and not ref.excluded]
    named = [words for words in named if _are_sure(words, act.text)]
    if not named or any(names_goods(words, order) for words in (text, *named) for order in orders):
        return None
    return named[0]


def _are_sure(words: str, text: str) -> bool:
    """Whether it surely names goods. In another language than English any noun is read as some, so only what the table knows counts."""
    if only_describes(words) or is_a_part(words) or is_a_measure(words) or words.split()[-1] in ("one", "ones"):
        return False
    language = plain_language(text, least=1)
    return language in (None, "en") or (language == "de" and bool(goods_of_text(words)))
