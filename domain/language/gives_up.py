"""Whether words give up what is being asked about: "cancel that", "forget the refund"."""

from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern

_GIVES_UP = lazy_pattern(
    r"\W*(?:(?:no|ok|okay|actually|sorry|oh|wait|please|pls|hmm|well|then|just|lets|you can|can you|could you|i want to|bitte)\W+)*"
    r"(?:cancel|stop|drop|forget|scrap|undo|abort|withdraw|leave) "
    r"(?:that|this|it|everything|(?:about )?(?:that|this|the|my) (?:refund|return|exchange|swap|replacement|request|change|claim|process)"
    r"(?: request)?)"
    r"(?:\W+(?:please|pls|then|now|again|thanks|thank you|sorry|actually|instead|bitte|i changed my mind|changed my mind))*\W*"
)


def gives_that_up(text: str) -> bool:
    return bool(_GIVES_UP.fullmatch(folded(text)))
