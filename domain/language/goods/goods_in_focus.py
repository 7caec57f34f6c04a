"""A question about the goods that were just spoken of, which it does not name: "how much is the biggest one?", "and in black?"."""

from domain.language.folding import folded
from domain.language.goods.goods_references import describes
from domain.language.text.as_typed import written_out
from domain.lazy_pattern import lazy_pattern

_POINTS = lazy_pattern(
    r"\b(?:it|this|that|they|them|those|these|one|ones|any|das|es|die|sie|den|ihn|davon|eine[rns]?|welche)\b|\b\w{3,}est\b"
)
_STOCK = lazy_pattern(
    r"\b(?:left|in stock|available|availability|sold out|back in stock|is (?:it|that|this) (?:still )?there|is there|are there"
    r"|(?:do|have|would) you (?:still |also |even )?(?:have|got|sell|carry|do)|come in|verfugbar|vorratig|lieferbar|auf lager|noch da"
    r"|ist (?:es|sie|die|das|der) da|gibts|gibt es|habt ihr|haben sie|ausverkauft)\b"
)
_PRICE = lazy_pattern(
    r"\b(?:how much|prices?|costs?|wie ?viel|kostet|kosten|preis|which (?:sizes?|colou?rs?)|what (?:sizes?|colou?rs?))\b"
)
# Something else of the shop's, or of an order.
_ELSE = lazy_pattern(
    r"\b(?:ship\w*|deliver\w*|post(?:age|ed)?|return\w*|refund\w*|send\w*|sent|invoice|receipt|order(?:s|ed|ing)?|parcel|package|tracking|code"
    r"|discount|voucher|gift ?cards?|coupon|warranty|guarantee|account|pay\w*|charg\w*|exchang\w*|swap\w*|cancel\w*|address|arriv\w*"
    r"|person|human|buy\w*|years? old|age|old enough|under \d+|over \d+|at \d{2}|too young|kaufen|jahre\w*|alter|alt genug"
    r"|liefer\w*|versand\w*|zuruck\w*|erstatt\w*|rechnung|bestell\w*|paket|gutschein\w*|rabatt\w*|konto|umtausch\w*)\b"
)
_FEW = 4  # words, which are nothing but an option's: "navy", "the blue one"
_MOST_WORDS = 14


def asks_of_the_same(text: str) -> bool:
    """Whether the price or stock is asked of what was spoken of before, or a variant of it is named and nothing else said."""
    said = folded(written_out(text))
    words = said.split()
    if len(words) > _MOST_WORDS or _ELSE.search(said):
        return False
    asks = bool(_PRICE.search(said)) or asks_for_stock(said)
    return (asks and bool(_POINTS.search(said) or describes(said))) or (len(words) <= _FEW and describes(said))


def asks_for_stock(text: str) -> bool:
    """Whether it is asked if something is there: "is it there?", "any left?"."""
    return bool(_STOCK.search(folded(text)))
