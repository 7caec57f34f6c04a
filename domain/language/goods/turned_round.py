"""Words that only say that what was read is the wrong way round: "no, the other way round!!", "umgekehrt"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_BEFORE = (
    r"no|nope|nah|nein|nee|ne|wait|stop|sorry|oh|oops|ach|halt|but|aber|i (?:mean|meant|said|want|wanted)"
    r"|ich (?:meine|meinte|will|wollte)|thats|that is|its|it is|it was|(?:you have|youve got) (?:it|that|them)|das ist|es ist|war"
    r"|exactly|just|genau|gerade|eben|quite|totally|do it"
)
_ROUND = lazy_pattern(
    rf"^\W*(?:(?:{_BEFORE})\W+)*"
    r"(?:(?:the |its |in )?(?:exact(?:ly)? )?(?:other|opposite|wrong) way (?:a?round|about)|vice versa|(?:the )?(?:opposite|reverse)"
    r"|(?:the )?wrong way|backwards|back to front|reversed|mixed up"
    r"|umgekehrt|umgedreht|anders ?(?:he)?rum|(?:falsch|verkehrt) ?(?:he)?rum|vertauscht|(?:das )?gegenteil)"
    r"(?:\W+(?:please|pls|then|bitte|ja|doch|gemeint|meinte ich|sorry|i (?:mean|meant|said)))*\W*$"
)


@lru_cache(maxsize=REMEMBERED)
def turns_round(text: str) -> bool:
    """Whether that is all that a message says."""
    return bool(_ROUND.match(folded(text)))
