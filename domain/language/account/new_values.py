"""Which of several values of a kind is the new one: "change my phone from … to …", "not … but …"."""

import re
from collections.abc import Sequence

from domain.lazy_pattern import lazy_pattern

_OLD = lazy_pattern(
    r"\b(?:from|instead of|rather than|in place of|not|no longer|old|previous|former|von|statt|anstatt|anstelle|nicht(?: mehr)?|alte[nrs]?"
    r"|bisherige[nrs]?)\s+(?:(?:my|the|this|old|number|phone|e-?mail|address|is|was|von|meine[rnm]?|der|die|das|alte[nrs]?|nummer|adresse"
    r"|ist|war|:)\W+)*$",
    re.IGNORECASE,
)


def new_of(text: str, tokens: Sequence[str]) -> str | None:
    """The first of the ``tokens`` that a masked text does not tell to be the old one; None where it tells it of each."""
    return next((token for token in tokens if not _OLD.search(text.partition(token)[0])), None)
