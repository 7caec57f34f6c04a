"""Which act of a message goods belong to: those of its own clause first, and "it" to what was named last before it."""

from collections.abc import Sequence

from domain.acts import Act, GoodsReference
from domain.language.folding import folded
from domain.language.goods.product_names import words_of
from domain.lazy_pattern import lazy_pattern

_TAKES_GOODS = ("wish", "report")
_BACK = lazy_pattern(r"\b(?:it|its|itself|that|thats|this|them|theyre|they|those|these|es|ihn|sie|das)\b")
_PLACE = lazy_pattern(
    r"\b(?:next to|near|beside|besides|behind|underneath|above|alongside|opposite|neben|hinter|uber|gegenuber)"
    r" (?:the|my|our|a|an|dem|der|den|meine?[mnr]?|unsere?[mnr]?) (?:[\w-]+ ){0,2}?[\w-]+(?=\W|$)"
)
# What a clause says that only adds to a list: "also the lamp", "und die Lampe".
_OF_A_LIST = frozenset(
    [
        "and",
        "also",
        "plus",
        "as",
        "well",
        "too",
        "the",
        "a",
        "an",
        "my",
        "our",
        "both",
        "oh",
        "yes",
        "please",
        "und",
        "auch",
        "noch",
        "dazu",
        "die",
        "der",
        "das",
        "den",
        "dem",
        "mein",
        "meine",
        "meinen",
        "for",
        "from",
        "with",
        "of",
        "in",
        "order",
        "same",
    ]
)


def whose_goods(acts: Sequence[Act]) -> list[Act]:
    """The acts of all clauses of a message, each without goods that another one names for itself."""
    result: list[Act] = []
    for act in acts:
        kept = _own_first(_without_places(act, acts), acts)
        result.append(_of_the_last_named(kept, result))
    return result


def _without_places(act: Act, acts: Sequence[Act]) -> Act:
    """ "They look wrong next to the kettle. Can I swap them?": what only tells where something stands is not what is swapped."""
    goods = [ref for ref in act.goods if not _got(ref) or _stands_in(ref, act.text) or not _is_a_place(ref, acts)]
    return act.model_copy(update={"goods": goods}) if len(goods) < len(act.goods) else act


def _is_a_place(ref: GoodsReference, acts: Sequence[Act]) -> bool:
    named = [other.text for other in acts if _stands_in(ref, other.text)]
    return bool(named) and all(not _stands_in(ref, _PLACE.sub(" . ", folded(text))) for text in named)


def _own_first(act: Act, acts: Sequence[Act]) -> Act:
    """Of "refund the bowl, return the chair" the chair is not refunded. What only goes on with a list stays: "also the lamp"."""
    if act.act not in _TAKES_GOODS or not any(_got(ref) and _stands_in(ref, act.text) for ref in act.goods):
        return act
    others = [other for other in acts if other is not act and (other.start, other.end) != (act.start, act.end)]
    goods = [ref for ref in act.goods if not _got(ref) or _stands_in(ref, act.text) or not _is_of_another(ref, others)]
    return act.model_copy(update={"goods": goods}) if len(goods) < len(act.goods) else act


def _is_of_another(ref: GoodsReference, others: Sequence[Act]) -> bool:
    named = [other for other in others if _stands_in(ref, other.text)]
    own = set(words_of(ref.text or ""))
    return bool(named) and not any(
        {w for w in words_of(other.text) if not w.isdigit()} <= own | _OF_A_LIST for other in named
    )


def _of_the_last_named(act: Act, before: Sequence[Act]) -> Act:
    """ "I don't want to return the bowl, it is cracked. The chair is going back": the bowl is cracked, not what comes after."""
    told = [ref for ref in act.goods if _got(ref)]
    if act.act not in _TAKES_GOODS or not points_back(act.text):
        return act
    if not told and not (before and before[-1].negated):
        return act
    seen = " . ".join(other.text for other in before)
    if any(_stands_in(ref, act.text) or _stands_in(ref, seen) for ref in told):
        return act
    named = next((last for other in reversed(before) if (last := [ref for ref in other.goods if _got(ref)])), None)
    if named is None:
        return act
    last = [ref.model_copy(update={"quantity": None}) for ref in named]
    return act.model_copy(update={"goods": [*last, *(ref for ref in act.goods if not _got(ref))]})


def points_back(text: str) -> bool:
    """Whether a clause speaks of what was named before it: "it is cracked", "send that back"."""
    return bool(_BACK.search(folded(text)))


def _got(ref: GoodsReference) -> bool:
    """Whether it names goods of the customer's, and no variant that is wanted or goods that are kept."""
    return bool(ref.text) and not ref.wanted and not ref.excluded


def _stands_in(ref: GoodsReference, text: str) -> bool:
    words, said = words_of(ref.text or ""), words_of(folded(text))
    return bool(words) and any(said[at : at + len(words)] == words for at in range(len(said)))
