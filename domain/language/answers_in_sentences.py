"""Answers to a question of ours that are whole sentences, and may be put as a question or a wish themselves."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_LEAD = r"^\W*(?:(?:yes|yeah|yep|sure|ok|okay|hi|hello|well|great|thanks|thank you|sorry|so|oh|and|hmm|um|uh|no problem|of course)\b\W*)*"
_CHOOSES = lazy_pattern(
    r"\b(?:can|could|may|might) (?:i|we|you|it) (?:please |maybe |possibly |just |perhaps )*"
    r"(?:choose|pick|have|get|take|go (?:with|for)|change|modify|swap|switch|exchange|make|do|be|use|select)\b"
)
_TELLS_THE_ORDER = lazy_pattern(
    rf"{_LEAD}(?:(?:it(?: i|['’]?)s|it was|that(?: i|['’]?)s|i (?:mean|meant|think its|think it is)|i am talking about|probably)\b\W*)*"
    r"(?:the|my|an?) (?:\w+ )?(?:order|one|parcel|purchase|package) "
    r"(?:with|that (?:has|had|contains|includes|contained)|containing|of|for|from|where)\b"
)


def asks_for_a_choice(text: str) -> bool:
    """ "Could I have the black one?", asked which it should be, is an answer."""
    return bool(_CHOOSES.search(folded(text)))


_THE_ONE_WITH = lazy_pattern(
    r"\b(?:its|it is|thats|that is|it was) the (?:order |one |parcel )+(?:with|of|that has|containing)\b"
)


def tells_the_order(text: str) -> bool:
    """ "It's the order with the lamp that I need to change", asked which order it is."""
    said = folded(text)
    return bool(_TELLS_THE_ORDER.match(said) or _THE_ONE_WITH.search(said))


def speaks_of_a_difference(text: str) -> bool:
    """ "Refund the difference to my card" belongs to the exchange that is being filled."""
    return "difference" in text.casefold()
