"""What a text tells of goods only to say which order it is, or what was bought: "my order with the basket, the chair and the mat came,
the chair wobbles". The goods that it is about are named beside that."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_A = r"(?:the|my|our|this|that|a|an|some|two|three|four|five|six|\d{1,2}|der|die|das|den|dem|des|ein\w*|mein\w*|zwei|drei|vier|funf|sechs)"
_NO_WORD = (
    rf"(?!(?:{_A}|and|und|but|aber|or|oder|i|we|it|its|ich|wir|es|er|sie|is|are|was|were|has|had|came|come|comes|arrived|turned|got|ist|sind"
    r"|war|waren|hat|haben|kam|kamen|fehlt\w*|geht|mochte|will|please|bitte|can|could|last|this|on|in|at|from|to|for|by|vom|von|am|im|aus|to"
    r"|only|just|nur|where|which|that)\b)"
)
_THING = rf"(?:{_A} )*{_NO_WORD}[\w-]+(?: {_NO_WORD}[\w-]+){{0,2}}"
# A comma may begin what is said of the goods: "(with the mug and the plate), the plate is chipped".
_IS_SAID_OF_IT = r"(?! ?(?:is|are|was|were|has|came|arrived|doesnt|dont|isnt|arent|ist|sind|war|hat|kam|geht|fehlt)\b)"
_LIST = rf"{_THING}(?:(?:, ?{_THING}\b{_IS_SAID_OF_IT})*,? ?\b(?:and|und|plus) {_THING}|(?: ?& ?| ?\+ ?){_THING})*"
_ORDER = r"(?:orders?|parcels?|packages?|deliver(?:y|ies)|shipments?|purchase|bestellung|paket|lieferung|sendung)"
_HOLDS = r"(?:with|containing|of|that (?:has|had|contains|contained|includes|included)|mit|von|aus)"
_NOT_SO = (
    r"(?!.{0,60}\b(?:mistake|accident\w*|wrong|falsch\w*|versehen\w*|instead|twice|doppelt|too many|zu ?viel\w*|one too)\b)"
)
_TOLD = lazy_pattern(
    rf"\b{_ORDER}(?: (?:#?\w*\d\w*|(?:here )?from you|bei (?:euch|ihnen)))? {_HOLDS} {_LIST}"
    rf"|\b{_ORDER} \([^)]*\)"
    rf"|\b(?:i|we)(?: have|ve|d| had)? (?:bought|ordered|purchased) {_NOT_SO}{_LIST}(?= *(?:[.;!,\n]|\bfrom you\b|\band (?=now|the)))"
    rf"|\b(?:ich|wir) (?:habe?|haben|hatten?) {_NOT_SO}{_LIST} (?:bestellt|gekauft|bekommen|erhalten)\b"
)


@lru_cache(maxsize=REMEMBERED)
def without_contents(text: str) -> str | None:
    """A text, folded, without what it tells only of the order or what was bought; None where it tells nothing of the kind. Where what
    is left names no goods, it is about all that it names: "return the order with the lamp"."""
    said = folded(text)
    rest = _TOLD.sub(" ~ ", said)
    return rest if rest != said else None
