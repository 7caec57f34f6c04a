"""Whether words want goods in the very options that they have already: "the racks in oak instead of ash", of racks in oak.

An option beside goods mostly says which are meant ("the oak rack is too long"): only where it is what is wanted it counts."""

import re

from domain.language.option_words import spelled_out, spellings_of
from domain.shop import OrderLine

_WANTS = r"(?:want|wanted|need|have|get|take|prefer|like|rather|haben|hatte|lieber|gern|mochte|brauche|bitte)"
_HAS = r"(?:i have|we have|ve got|i got|bought|ordered|received|came|is|are|habe|hab|bestellt|gekauft|ist|sind|kam)"
_LEADS = r"(?:it|them|one|ones|an|a|the|in|size|color|ein|eine|einen)"
_BEHIND = r"(?:instead|rather than|not|statt|anstatt|anstelle|haben|please|bitte)"


def asks_for_what_it_is(text: str, line: OrderLine) -> bool:
    """Whether a value that the words want is the line's own."""
    said = " ".join(spelled_out(text))
    return any(_wanted(way, said) for value in line.options.values() for way in (*spellings_of(value), value))


def _wanted(value: str, said: str) -> bool:
    plain = re.escape(" ".join(spelled_out(value)))
    more = r"(?: \w+)?"  # "XL moss instead"
    if re.search(rf"\b{_HAS}\b(?: \w+){{0,4}} (?:in |size )+{plain}\b", said):
        return False
    return bool(
        re.search(rf"\bin (?:a |an |the )?(?:size |color )?(?:\w+ )?{plain}\b", said)
        or re.search(rf"\b(?:for|to|into|gegen|auf) (?:{_LEADS} )*{plain}\b", said)
        or re.search(rf"\b{plain}{more} {_BEHIND}\b", said)
        or re.search(rf"\b{_WANTS} (?:{_LEADS} )*(?:\w+ )?{plain}(?: one)?(?= (?:{_BEHIND})\b|$)", said)
    )
