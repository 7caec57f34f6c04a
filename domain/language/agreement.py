"""A yes that says more than "yes", and still nothing but yes: "Yes, please refund the 640 to my Visa".

It may repeat what was quoted and nothing else: every word is an agreement, a filler, the action's own word, or stands in the
quote. A word that is none of these may be a condition, another wish or a correction, and so makes it no plain yes.
"""

import re
from decimal import Decimal, InvalidOperation

from domain.language.refusal import folded, refuses
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_SURE_PHRASES = lazy_pattern(
    r"\b(?:go on|go for|just do it|do (?:it|that|so)|thats right|that is right|by all means|works for me|make it so)\b"
)
_WRY = lazy_pattern(r"^(?:yeah|yes|ok|okay|sure) right$|\bso$|^(?:yes|ok|okay) that is (?:my|the) \w+$")
_AND_ACT = lazy_pattern(r"\band (?=\w)")
_QUESTION = lazy_pattern(r"^(?:is|are|can|could|do you|does|did|will you|would you|what|when|where|which|who|why|how)\b")
_TOKEN = lazy_pattern(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_TABLE = shipped_table("domain.language", "agreement.yaml")
_SURE = frozenset(_TABLE["sure"].split())
_ALLOWED = _SURE.union(_TABLE["agreeing"].split(), _TABLE["fillers"].split())
_OF_ACTION = {name: frozenset(words.split()) for name, words in _TABLE["of_action"].items()}
_MOST_WORDS = 20


def agrees_to(text: str, action: str, quote: str) -> bool:
    """Whether a message agrees to the quoted ``action`` and adds nothing to ``quote``, the words in which it was put."""
    said = folded(text).strip()
    if "?" in said or "[" in said or _QUESTION.match(said) or _WRY.search(said):
        return False
    own = _OF_ACTION.get(action, frozenset())
    # "Go ahead and cancel it" adds nothing; "and also" does.
    tokens = _TOKEN.findall(_AND_ACT.sub(lambda at: "" if said[at.end() :].split()[0].strip(".,!") in own else at[0], said))
    if not 0 < len(tokens) <= _MOST_WORDS or not (_SURE & set(tokens) or _SURE_PHRASES.search(said)):
        return False
    repeated, numbers = _of_the_quote(quote)
    return all(token in _ALLOWED or token in own or token in repeated or _number(token) in numbers for token in tokens)


def _of_the_quote(quote: str) -> tuple[frozenset[str], frozenset[Decimal | None]]:
    """The words and numbers of a quote that a yes may repeat. Of several goods none: naming one of them leaves the others out."""
    words = folded(quote)
    if words.count("×") > 1:
        words = re.sub(r"\d+ × [^,;()]+", " ", words)
    elif re.search(r"\b(?!1 ×)\d+ ×", words):
        words = re.sub(r"\d+ ×", " ", words)  # "one mug" of two is another number than the quote's
    tokens = _TOKEN.findall(words)
    numbers = frozenset(n for token in tokens if (n := _number(token)) is not None)
    # "This cannot be undone" lends no yes its "cannot".
    return frozenset(token for token in tokens if not token[0].isdigit() and refuses(token) is None), numbers


def _number(token: str) -> Decimal | None:
    try:
        return Decimal(token.replace(",", ".")) if token[0].isdigit() else None
    except InvalidOperation:
        return None
