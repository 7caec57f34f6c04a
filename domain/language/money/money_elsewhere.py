"""Money that is wanted back in another way than it was paid: "refund it to my paypal", "as store credit", "auf eine andere Karte"."""

from domain.language.folding import folded
from domain.language.orders.order_references import order_numbers
from domain.lazy_pattern import lazy_pattern

_CREDIT = r"(?:store credit|shop credit|gift ?card|voucher|coupon|gutschein\w*|guthaben|geschenkkarte)"
_ACCOUNT = r"(?:pay ?pal|apple pay|google pay|klarna|bank(?: account)?|bankkonto|girokonto|konto|iban)"
_OTHER = (
    r"(?:other|another|different|new|second|debit|andere\w*|neue\w*|zweite\w*) "
    r"(?:credit |debit |bank )?(?:card|visa|mastercard|account|method|karte|kreditkarte|konto|zahlungsart)"
)
_WAY = lazy_pattern(
    rf"\b(?:to|on|onto|into|via|by|through|auf|per|uber|als|as|in|aufs) (?:\w+ ){{0,3}}?(?:{_CREDIT}|{_ACCOUNT}|{_OTHER})\b"
    rf"|\b{_OTHER}\b|\b(?:want|have|get|prefer|give|lieber|mochte|hatte)\b.{{0,20}}\b{_CREDIT}\b"
)
# "No, on the gift card I said, not the Visa" says no to the way alone.
_NO_BEFORE_A_WAY = lazy_pattern(r"^\W*(?:(?:no|nope|nein|nee|oh|sorry)\b\W*)+(?=\S)")
_NOT_THAT_WAY = lazy_pattern(
    r"\W+(?:and )?(?:not|nicht)(?: (?:to|on|onto|auf|the|my|die|das|der|meine?))* "
    r"(?:visa|mastercard|amex|card|karte|paypal|bank\w*|konto)\b"
)
_NOT_WANTED = lazy_pattern(
    r"\b(?:dont|do not|not|never|nothing|kein\w*|nicht|forget|cancel|stop|leave|keep|vergiss|lass\w*|behalt\w*|storn\w*)\b"
)
_SAYS_NO = lazy_pattern(
    r"^\W*(?:no|nope|nein|nee|dont|do not|stop|cancel|forget|never ?mind)\b|\bother order\b|\bandere\w* bestellung\b"
)
_MOST_WORDS = 16


def wants_money_elsewhere(text: str) -> bool:
    """Whether the words, said to money that is quoted, name another way for it and neither refuse it nor speak of another order."""
    said = folded(text)
    way = _NOT_THAT_WAY.sub("", _NO_BEFORE_A_WAY.sub("", said))
    if way and not _NOT_WANTED.search(way):
        said = way
    return (
        len(said.split()) <= _MOST_WORDS
        and bool(_WAY.search(said))
        and not _SAYS_NO.search(said)
        and not order_numbers(text, bare=False)
    )
