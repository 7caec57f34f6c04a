"""How many pieces a clause counts of the goods that it names: "2 mugs", "two of the four cups", "zwei von vier Stühlen", "of the six
glasses three are broken"; in English and the main European languages."""

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.goods", "goods_references.yaml")
COUNTS = {str(word): int(number) for word, number in _TABLE["counts"].items()}
COUNT = rf"(?:\d{{1,2}}|{'|'.join(COUNTS)})"
_MOST_PIECES = 24  # a larger number is a size or a name
# Articles elsewhere, so that they count only where more is spoken of than one: "einen der beiden Töpfe".
_ONE = r"(?:eine[nrms]?|eins|une?|uno|una|um|uma|een|en|ett|jeden|jedna|jedno)"
_OF = r"(?:of|out of|von|aus|der|meiner|dieser|unserer|de|des|du|sur|di|dei|degli|delle|dos|das|van|av|af|z|ze)"
_THE = r"(?:the|my|these|those|our|your|den|die|der|meinen|diesen|les|mes|ces|los|las|mis|os|as|mijn|onze)"
_AS_MANY = rf"(?:{COUNT}|both|beiden|beide)"
_OF_SEVERAL = lazy_pattern(
    rf"\b(?P<n>{COUNT}|{_ONE}(?= {_OF} (?:{_THE} )?{_AS_MANY} ))(?: \w+)? {_OF} (?:{_THE} )?(?:{_AS_MANY} )?(?:\w+ )?$"
)
_FROM_SEVERAL = lazy_pattern(rf"\b{_OF} (?:{_THE} )?{_AS_MANY} (?:\w+ )?$")
_SOME_OF_THEM = lazy_pattern(
    rf"\b(?:is|are|was|were|came|arrived|has|have|sind|ist|waren|kam|kamen|fehl\w+|est|sont|manqu\w+|son|estan|falta\w*|sono|manca\w*|zijn|is)"
    rf" (?:only |just |nur |leider )?(?P<n>{COUNT})\b(?!\S)|^\W*(?P<m>{COUNT}) (?:is|are|was|were|came|arrived|have|has|got)\b"
)
_BEFORE = lazy_pattern(rf"(?:^|[^\w.])({COUNT}) (?:of |x |× |pieces of |more |extra )?$")
_NAMES_ONE = lazy_pattern(r"\b(?:size|number|no|item) $")


def count_of(word: str) -> int | None:
    """The number of pieces that a word or digits stand for."""
    return COUNTS.get(word) or (int(word) if word.isdecimal() else None)


def number_of(word: str) -> int:
    """``count_of`` what is known to be a number. Raises ValueError."""
    return COUNTS.get(word) or int(word)


def count_before(said: str, after: str = "") -> int | None:
    """The number before goods, in folded words: "one of the two (tea towels)" → 1, "2 (mugs)" → 2, "the (mug)" → None. ``after``:
    what stands behind them, which tells how many of several are meant: "of the six (glasses) three are broken" → 3."""
    if of := _OF_SEVERAL.search(said):
        return None if said[: of.start()].endswith("not ") else (count_of(of["n"]) or 1)
    if _FROM_SEVERAL.search(said) and (some := _SOME_OF_THEM.search(after)):
        return number_of(some["n"] or some["m"])
    found = _BEFORE.search(f"{said.rstrip()} ")
    if not found or _NAMES_ONE.search(said[: found.start(1)]) or number_of(found[1]) > _MOST_PIECES:
        return None
    before = said[: found.start(1)].split()
    return None if before and before[-1] in ("the", "my", "these") and found[1] == "one" else number_of(found[1])
