"""What is wrong, in the words of a clause: damaged, missing, late, charged twice, …"""

from functools import lru_cache
from typing import cast

from domain.acts import Problem
from domain.language.folding import REMEMBERED, folded
from domain.language.theft import says_stolen
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "problems.yaml")
_HARMLESS = lazy_pattern("|".join(rf"\b(?:{part})\b" for part in _TABLE["harmless"]))
_KINDS = [
    (cast(Problem, kind), lazy_pattern("|".join(f"(?:{p})" for p in parts))) for kind, parts in _TABLE["kinds"].items()
]

_STILL = lazy_pattern(r"\b(?:still|yet|not yet|past (?:the|its|my)|overdue|late)\b")
_SAID_TO_BE_HERE = lazy_pattern(
    r"\b(?:deliver(?:ed|y)?|arrived but|supposedly|allegedly|marked|says?|stole|stolen|took)\b(?! date)"
)


# What is told before what is wanted: one's own mistake, that something came, that the shop has it back.
_BACKGROUND = lazy_pattern(
    r"^(?:so |and |ok |well |hi |hello )*(?:"
    r"(?:i|we|my \w+) (?:\w+ ){0,2}?(?:ordered|picked|chose|clicked|selected|bought|took) .{1,40}"
    r"\b(?:by (?:mistake|accident)|accidentally|in error)"
    r"|(?:i|we) (?:have|ve|got|made|placed) (?:two|three|2|3|several|a few) orders(?: with you)?"
    r"|(?:i|we) (?:\w+ )?(?:bought|picked|took|got) the wrong (?:one|thing|item|size|colou?r)(?: by mistake| by accident)?"
    r"|(?:the |my |our |your )?(?:order|parcel|package|box|delivery|it|they|[a-z]{0,2} ?#?\d{5,9})"
    r"(?: has| have| just)* (?:came|come|arrived|turned up)"
    r"(?: (?:today|yesterday|this \w+|last \w+|on \w+|fine|safely|ok|okay|in time|on time|just now))*"
    r"|(?:i|we) (?:got|received|opened|unpacked) (?:the|my|our) (?:order|parcel|package|box|delivery|\w+ ?\d{5,9})"
    r"(?: (?:today|yesterday|this \w+|last \w+|on \w+))*"
    r"|(?:you|they)(?:ve| have)? (?:had|got|received) (?:it|them|(?:the|my) \w+) back(?: (?:since|for|on|last) .{1,20})?"
    r")$"
)


def is_background(clause: str) -> bool:
    """Whether a clause only tells what went before, and neither wants nor reports anything."""
    return bool(_BACKGROUND.match(folded(clause).strip()))


@lru_cache(maxsize=REMEMBERED)
def problem_in(clause: str) -> Problem | None:
    """The problem that a clause reports; None where it reports none."""
    if says_stolen(clause):
        return "not_received"
    said = _HARMLESS.sub(" ~ ", folded(clause))
    kind = next((kind for kind, pattern in _KINDS if pattern.search(said)), None)
    # What is "still not here" is late; what never came, or came for the records only, was not received.
    return "late" if kind == "not_received" and _STILL.search(said) and not _SAID_TO_BE_HERE.search(said) else kind
