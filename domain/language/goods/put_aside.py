"""Goods that a message only names to put them aside: "as for the kettle, I'll look at that later", "the lamp can wait"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from domain.language.folding import REMEMBERED
from domain.lazy_pattern import lazy_pattern

_NO_NAME = (
    r"(?!(?:i|we|it|its|they|you|that|this|those|them|and|but|or|please|can|could|will|has|have|had|is|are|was|were|not|never|"
    r"keep|leave|later|another|separately|some|next|came|broke|got|to|for|from|with|in|on|\w+ed)\b)"
)
_NAME = rf"{_NO_NAME}[\w-]+(?:\s+{_NO_NAME}[\w-]+){{0,3}}"
_GOODS = rf"(?P<goods>(?:(?:the|my|our|that|those|these|this|both|other|two)\s+)*{_NAME})"
_HELD = rf"(?:the|my|our|that|those|these)\s+{_NAME}"
_LATER = (
    r"(?:separately|later(?! than)|another (?:time|day)|some other (?:time|day)|(?:at|for) a later \w+|next time|"
    r"not (?:right )?(?:now|today|yet|this time)|nothing for now|on another day|afterwards)"
)
_WILL = (
    r"(?:i|we)(?:['’]?ll| will| shall|['’]?d (?:rather|like to|prefer to)| would (?:rather|like to)| (?:still )?(?:need|have|want) to"
    r"| can| might| may)(?: (?:just|probably|maybe|first|still))?"
)
_LOOKS = (
    r"(?:look|check|see|deal|sort|handle|think|decide|worry|talk|hold off|wait|come back|get back|take care|find out|figure)"
)
_STAYS = (
    r"(?:(?:keep(?:ing)?|leave|leaving|skip(?:ping)?) (?:it|that|this|them|those|these)\b|"
    r"(?:can|has to|have to|will(?: have to)?|should|must) wait|(?:never ?mind|forget) (?:it|that|them|those|about \w+)|"
    r"have(?:n['’]?t| not) (?:yet )?decided|(?:not sure|undecided)(?: yet| about \w+)?|"
    r"(?:won['’]?t|will not|don['’]?t want to|do not want to|not going to|rather not) (?:return|send|exchange|change|cancel|swap)\b)"
)
_ON = r"(?:(?!\b(?:but|please|instead)\b)[^,.;!?\n])*?"  # on to what is said of it, and no further than that
_TO_THE_END = r"(?:(?!\b(?:but|and|so|please)\b)[^,.;!?\n])*"
_SIGH = r"(?:(?:well|hm+|um+|uh|actually|honestly|no|oh|you know)\W+)*"
_BEGINS = r"(?:^|(?<=[.,;!?\n])\s*|\b(?:and|but|while|whereas)\s+)"
_ALONE = r"(?:^|(?<=[.,;!?\n])\s*|\bbut\s+)"
_GERMAN = (
    r"(?:sp(?:ä|ae|a)ter|separat|gesondert|getrennt|ein (?:andermal|anderes mal)|(?:jetzt|heute|noch) nicht|nicht (?:jetzt|heute)|"
    r"behalte ich)"
)
_PATTERNS = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:as for|as to|as regards|regarding|concerning|when it comes to)\s+{_GOODS}\W+{_SIGH}{_ON}"
        rf"\b(?:{_LATER}|{_WILL} {_LOOKS}|{_STAYS})\b{_TO_THE_END}",
        rf"\b{_WILL} {_LOOKS}(?: (?:at|into|on|with|about|to|out|after|of|you|up))* (?P<goods>{_HELD})\s+{_LATER}\b{_TO_THE_END}",
        rf"{_ALONE}(?P<goods>{_HELD}),?\s+{_LATER}\b(?=\s*(?:[,.;!?]|$))",
        rf"{_BEGINS}(?P<goods>{_HELD}),?\s+(?:(?:can|has to|have to|will have to) wait\b|{_WILL} {_LOOKS}{_ON}\b{_LATER}\b){_TO_THE_END}",
        rf"\bwas (?P<goods>(?:de[nrm]|die|das|mein\w*)\s+[\w-]+(?:\s+[\w-]+)?) (?:angeht|betrifft|anbelangt)\W+{_ON}"
        rf"\b{_GERMAN}\b{_TO_THE_END}",
        rf"{_BEGINS}(?P<goods>(?:de[nrm]|die|das|mein\w*)\s+[\w-]+) (?:schaue?|sehe?|pr(?:ü|ue|u)fe?|kl(?:ä|ae|a)re?|regle|mache?) ich\b"
        rf"{_ON}\b{_GERMAN}\b{_TO_THE_END}",
    )
)


@lru_cache(maxsize=REMEMBERED)
def put_aside(text: str) -> tuple[str, ...]:
    """The goods that a text puts aside, as it names them."""
    return tuple(found["goods"] for pattern in _PATTERNS for found in pattern.finditer(text))


def without_put_aside(text: str, but_of: Iterable[str] = ()) -> str:
    """A text without what it says of goods that it puts aside. ``but_of``: words of goods, folded, of which all stays."""
    stays = set(but_of)

    def left(found: re.Match[str]) -> str:
        word = found["goods"].split()[-1].lower()
        return found[0] if {word, f"{word}s", word.removesuffix("s")} & stays else " "

    for pattern in _PATTERNS:
        text = pattern.sub(left, text)
    return text
