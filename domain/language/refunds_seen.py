"""A refund that was told of, and does not show: "I don't see it on my card"."""

from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern

_PLACE = (
    r"(?:cards?|accounts?|statements?|bank|balance|paypal|karte|konto|kontoauszug|abrechnung|tarjeta|cuenta|compte|carte)"
)
_NOT_SEEN = lazy_pattern(
    rf"\b(?:dont|do not|cant|cannot|cant even|not|havent|have not|didnt|nothing|no sign|isnt|is not|hasnt"
    rf"|never)\b.{{0,30}}\b(?:on|in|to|into|from) (?:my |the |our )?(?:\w+ )?{_PLACE}\b"
    rf"|\b{_PLACE}\b.{{0,25}}\b(?:nothing|not|isnt|doesnt|no)\b.{{0,15}}(?:there|show\w*|yet|it|money|\b)"
    rf"|\b(?:nicht|nichts|kein\w*)\b.{{0,20}}\b(?:auf|in) (?:meine[mrn]? |der |dem )?{_PLACE}\b|\b(?:auf"
    rf"|in) meine[mr] {_PLACE}\b.{{0,20}}\b(?:nicht|nichts)\b"
    r"|^(?:but |and )?(?:i )?(?:dont|cant|do not|cannot) (?:see|find) (?:it|anything|the money|any money|the refund)(?: yet| there)?\W*$"
)


def is_not_seen(text: str) -> bool:
    """Whether money is said not to have come; of what, has to be known."""
    return bool(_NOT_SEEN.search(folded(text).strip()))
