"""A yes that says more than "yes", and still nothing but yes: "Yes, please refund the 640 to my Visa".

It may repeat what was quoted and nothing else. The whole message must be a row of known pieces (`agreement.yaml`), each of which agrees
as it stands; words alone do not tell: "do I have to say yes" has none that a yes has not.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from domain.language.folding import folded
from domain.language.quotes.refusal import refuses
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.quotes", "agreement.yaml")
_SURE, _BESIDE = "|".join(_TABLE["sure"]), "|".join(_TABLE["beside"])
_SMALL, _NEVER_LENT = _TABLE["small"].split(), frozenset(f"{_TABLE['small']} {_TABLE['never_lent']}".split())
_OF_ACTION = {name: frozenset(words.split()) for name, words in _TABLE["of_action"].items()}
_STEPS = frozenset(_TABLE["steps"].split())
_TAKES_BACK = frozenset({"refund_order", "return_items", "cancel_order", "delete_account"})
_WRY = lazy_pattern(r"^(?:yeah|yes|ok|okay|sure) right$")
_TOKEN = lazy_pattern(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_LENT, _LENT_SUM = "QUOTED", "QUOTEDSUM"
_SUM = lazy_pattern(
    r"(?:[$€£]|\b(?:usd|eur|gbp|cad)) ?(\d+(?:[.,]\d+)*)|(\d+(?:[.,]\d+)*)\s?(?:[$€£]|(?:usd|eur|gbp|cad)\b)"
)
_MOST_WORDS = 24


def agrees_to(text: str, action: str, quote: str) -> bool:
    """Whether a message agrees to the quoted ``action`` and adds nothing to ``quote``, the words in which it was put."""
    said = folded(text)
    if any(sign in said for sign in '?["“”„<>') or _WRY.search(said):  # asked, masked, or somebody's words
        return False
    own = _OF_ACTION.get(action, frozenset())
    words, numbers = _of_the_quote(quote)
    lent = words - own - _NEVER_LENT
    sums = {_number(before or after) for before, after in _SUM.findall(folded(quote))} - {None}
    tokens = [
        _LENT_SUM if (number := _number(token)) in sums else _LENT if token in lent or number in numbers else token
        for token in _TOKEN.findall(said)
    ]
    return 0 < len(tokens) <= _MOST_WORDS and _agreement(action).fullmatch(" ".join(tokens)) is not None


def tells_to(text: str, action: str) -> bool:
    """Whether words that agree tell to do it, by "do it" or by the step's own name: "ok do the exchange then" is more than an "ok"."""
    said = folded(text)
    own = _OF_ACTION.get(action, frozenset())
    steps, verbs = ("|".join(sorted(words)) or _LENT for words in (_STEPS & own, own))
    behind = "" if action in _TAKES_BACK else r"(?! back\b)"  # "ok change it back" wants it as it was
    return (
        re.search(
            rf"\b(?:do (?:it|that|so|this|(?:(?:the|this|that|my) )?(?:{steps}))|mach\w*|tu|go ahead|proceed|please do|anmelden"
            rf"|(?:{verbs}) (?:it|that|this|them){behind})\b",
            said,
        )
        is not None
    )


@lru_cache(maxsize=16)
def _agreement(action: str) -> re.Pattern[str]:
    """Pieces in any order, a sure one among them. What only the quote has, or the action, may be repeated as an object."""
    lent = f"(?:{_LENT_SUM}|{_LENT})"
    own = "|".join(sorted(_OF_ACTION.get(action, {_LENT}), key=len, reverse=True))
    small = "|".join(_SMALL)
    the, rest = "(?:(?:the|my|this|that|new|die|das|meine|la|le|mi) )?", f"(?: (?:{own}|{lent}(?: one)?|{small}))*+"
    named = f"(?:{the}(?:{own}|{lent}(?: one)?){rest})"
    taken = f"(?:{the}(?:{own}){rest})" if action in _TAKES_BACK else named
    step = f"(?:{'|'.join(sorted(_STEPS & _OF_ACTION.get(action, frozenset()))) or _LENT})"
    beside = _BESIDE.replace("ACT", _TABLE["act"].strip())
    piece, sure = (
        f"(?:{group})".replace("NAMED", named).replace("OBJECT", taken).replace("STEP", step)
        for group in (f"{_SURE}|{beside}", _SURE)
    )
    return re.compile(rf"(?:{piece} )*{sure}(?: {piece})*")


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
