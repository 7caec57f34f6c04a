"""Words that take back a request which waits for a person's decision.

The customer has confirmed it and waits: while a quote is only asked about, whatever leans away withdraws it (`refusal.py`), but a request
that is thrown away by "don't worry, I can wait" costs the wait once more. So here it must be said.
"""

import re
from collections.abc import Sequence

from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "takes_back.yaml")
_PIECE = lazy_pattern(r"<(\w+)>")


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    text = "|".join(parts)
    while _PIECE.search(text):
        text = _PIECE.sub(lambda piece: _TABLE["pieces"][piece[1]], text)
    return lazy_pattern(rf"\b(?:{text})\b")


_SAID, _ASKED = _pattern(_TABLE["said"]), _pattern(_TABLE["asked"])
_OWN = {name: _pattern([verbs]) for name, verbs in _TABLE["of_action"].items()}
_OWN_DENIED = {name: _pattern([f"<denied> (?:{verbs})"]) for name, verbs in _TABLE["of_action"].items()}
_DENIED = lazy_pattern(_pattern(["<not>(?: \\w+)?(?: want(?: you)? to)?"]).pattern + " $")
_CLAUSE = lazy_pattern(r"[^.?!;,\n]+")


def takes_back(text: str, action: str) -> bool:
    """Whether a message says that the request to do ``action`` is not wanted any more. A bare no is not looked for here."""
    return any(_says_so(clause.strip(), action) for clause in _CLAUSE.findall(folded(text)))


def _says_so(clause: str, action: str) -> bool:
    if _ASKED.search(clause):
        return False
    denied, own = _OWN_DENIED.get(action), _OWN.get(action)
    if denied and denied.search(clause):  # "please don't refund it"
        return True
    return any(
        _DENIED.search(clause, 0, said.start()) is None and not (own and own.match(said.group()))
        for said in _SAID.finditer(clause)
    )
