"""What is said of another order than the one that was just looked at: "and the other one, the oak one?", "what about the one with the
lamp", "nein, meine zweite Bestellung mit dem Regal"."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_THE = r"(?:the|my|that|die|das|der|den|dem|mein\w*|unser\w*)"
_AN_ORDER = r"(?:orders?|bestellung|parcel|package|paket|lieferung|delivery|shipment)"
_OTHER = r"(?:other|others|second|next|ander\w*|zweite\w*|nachste\w*)"
_ASKS_THE_SAME = lazy_pattern(
    r"^\W*(?:(?:ok|okay|oh|ah|hm+|great|good|thanks|thank you|fine|cool|right|danke|gut|super|alles klar|ja|no|nein)\W+)*"
    r"(?:and|und|(?:and |und )?(?:what about|how about|where(?:s| is)|was ist(?: denn)? mit|wie (?:ist|sieht) es mit"
    rf"|wie siehts(?: denn)? mit|wo ist(?: denn)?)|same (?:for|with)|i (?:mean|meant)|ich mein\w*)\W+"
    rf"(?:with |mit |for |bei )?(?P<which>{_THE} .{{2,70}}?)\W*$"
)
# What in these words is no order, or several: "and the oak one" may be one, "and the price" is none.
_ONE = lazy_pattern(
    rf"\b(?:ones?|{_AN_ORDER}|{_OTHER}|last|latest|newest|first|oldest|letzte\w*|neueste\w*|erste\w*)\b"
    r"|^(?:die|der|das) (?:mit|aus|von|vom)\b"
)
_NO_ORDER = lazy_pattern(
    r"\b(?:cards?|accounts?|address\w*|methods?|numbers?|person|day|week|questions?|day|colou?r|size|price|karte|konto|adresse|nummer|frage|farbe"
    r"|grosse|preis|last (?:day|date|time)|letzte[rn]? tag|first time|erste mal|new ones?|right one|return|refund|invoice|label|rechnung"
    r"|etikett|erstattung|if|wenn|ones|others|orders|packages|parcels|bestellungen|pakete)\b"
)
_POINTS = lazy_pattern(rf"\b{_THE} (?:{_OTHER}(?: (?:one|{_AN_ORDER}))?|(?:older|newer|first|erste\w*) {_AN_ORDER})\b")
_SPEAKS_OF_ORDERS = lazy_pattern(rf"\b{_AN_ORDER}\b")
_NEWEST = lazy_pattern(r"\b(?:last|latest|newest|most recent|letzte\w*|neueste\w*)\b")
_MOST_WORDS = 16


def another_order(text: str) -> str | None:
    """The words that tell which, of a message that asks the same of another order and nothing else; None where it asks no such thing."""
    said = " ".join(folded(text).split())
    found = _ASKS_THE_SAME.match(said) if len(said.split()) <= _MOST_WORDS else None
    if found is None or _NO_ORDER.search(found["which"]) or not _ONE.search(found["which"]):
        return None
    return found["which"]


def speaks_of_orders(text: str) -> bool:
    """ "Order" or "parcel", and not only "the other one", which may be anything that was spoken of."""
    return bool(_SPEAKS_OF_ORDERS.search(folded(text)))


def means_the_newest(text: str) -> bool:
    return bool(_NEWEST.search(folded(text)))


def means_the_other(text: str) -> bool:
    """ "My other order", anywhere: none that was just told."""
    return bool(_POINTS.search(folded(text))) and not _NO_ORDER.search(folded(text))
