"""Goods that are only said to be there, or fine, beside others that are not: "the shelf came, but the lamp is missing"."""

from functools import lru_cache

from domain.language.problems import problem_in
from domain.language.refusal import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_PART = lazy_pattern(
    r"[.;!?,\n]+|\b(?:but|and|though|although|while|whereas|however|only|except|und|aber|doch|nur)\b"
    r"|(?= its (?:just|only)\b)|(?= it is (?:just|only)\b)"
)
_WHAT = (
    r"(?:(?:(?:the|my|our|your|these|this|those|all|both|der|die|das|den|mein\w*|unser\w*|beide)[ ,]+)+(?:[\w-]+ ){1,4}?)"
)
_TIMES = r"(?: (?:today|yesterday|this \w+|last \w+|on \w+|already|just now|early|heute|gestern|schon))*"
_WELL = (
    r"(?:fine|great|good|ok|okay|perfect(?:ly)?|lovely|beautiful|super|safely|intact|alright|all right|well|in one piece|on time|"
    r"in time|nice|gorgeous|amazing|wonderful|in ordnung|gut|toll|heil|schon|perfekt|ganz)"
)
_FINE = lazy_pattern(
    r"^(?:(?:hi|hello|hey|so|well|ok|no|yes|um|uh|like|you know|hallo|also|ja|nein)[ ,]+)*"
    rf"(?:{_WHAT}(?:came|arrived|turned up|is here|are here|(?:was|were|is|are) (?:in )?there|(?:was|were) in (?:it|the box|the parcel)"
    rf"|kam(?:en)?(?: an)?|(?:ist|sind) (?:da|angekommen)){_TIMES}(?: {_WELL})*{_TIMES}"
    rf"|(?:{_WHAT}|(?!(?:it|its|this|that|they|these|those|everything|all|which|there|i|we|you) )[\w-]+ )"
    rf"(?:is|are|was|were|looks?|seems?|works?|ist|sind|war|waren|sieht)"
    rf"(?: (?:all|just|really|very|quite|so|absolutely|"
    rf"completely|ganz|sehr|wirklich|total|alle))*(?: {_WELL})+"
    r"(?: (?:thank you|thanks|danke))?"
    rf"|(?:(?:i|we) )?(?:just )?(?:got|received|have) (?:the|my|both|all) (?:[\w-]+ ){{0,3}}[\w-]+{_TIMES}(?: {_WELL})*"
    rf"|(?:i|we) (?:love|like) (?:the|my|both) (?:[\w-]+ ){{0,3}}[\w-]+)$"
)
_GOES_ON = lazy_pattern(
    r"^(?:it|its|they|theyre|which|that|one of (?:them|these)|both|es|er|sie|sind|ist|is|are|has|have|hat|haben|not|nicht)\b"
    r"|\b(?:on|in|to|with) (?:it|them|one of them)$"
)


@lru_cache(maxsize=REMEMBERED)
def parted(text: str) -> tuple[str, str]:
    """(what is said to be there or fine, the rest), in folded words. Of "the pan came, it is cracked" nothing is fine."""
    parts = [" ".join(part.split()) for part in _PART.split(folded(text))]
    parts = [part for part in parts if part]
    fine = [
        part
        for at, part in enumerate(parts)
        if _FINE.match(part) and problem_in(part) is None and not (at + 1 < len(parts) and _continues(parts[at + 1]))
    ]
    return " . ".join(fine), " . ".join(part for part in parts if part not in fine)


def _continues(part: str) -> bool:
    """ "It's just the lamp that is missing" speaks of something else."""
    return bool(_GOES_ON.search(part)) and not part.startswith(("its just", "its only", "it is just", "it is only"))
