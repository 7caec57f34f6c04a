"""Words that take back a request which waits for a person's decision.

The customer has confirmed it and waits: while a quote is only asked about, whatever leans away withdraws it (`refusal.py`), but a request
that is thrown away by "don't worry, I can wait" costs the wait once more. So here it must be said.
"""

from domain.language.folding import folded
from domain.language.pattern_table import any_of_words, with_pieces
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "takes_back.yaml")
_PIECES = _TABLE["pieces"]
_SAID, _ASKED = any_of_words(_TABLE["said"], _PIECES), any_of_words(_TABLE["asked"], _PIECES)
_OWN = {name: any_of_words([verbs], _PIECES) for name, verbs in _TABLE["of_action"].items()}
_OWN_DENIED = {name: any_of_words([f"<denied> (?:{verbs})"], _PIECES) for name, verbs in _TABLE["of_action"].items()}
_DENIED = lazy_pattern(with_pieces(r"\b<not>(?: \w+)?(?: want(?: you)? to)? $", _PIECES))
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
