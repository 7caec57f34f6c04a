"""What a customer wants of an order that was placed and no action of ours does: a faster way, gift wrapping, a note for the driver, one
parcel for two orders, another day. Read before a wish to change the order, which the same words would be taken for."""

from functools import lru_cache

from domain.language.acts.wishes import wish_in
from domain.language.folding import REMEMBERED, any_of_words, folded
from domain.language.reports.problems import problem_in
from domain.language.text.clauses import clauses
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.orders", "order_extras.yaml")
_PIECES = _TABLE["pieces"]
_KINDS = {name: any_of_words(kind["words"], _PIECES) for name, kind in _TABLE["kinds"].items()}
_WANTS, _AN_ORDER, _ASKS_FOR_IT, _NEVER, _DOES_THAT = (
    any_of_words(_TABLE[group], _PIECES) for group in ("wants", "an_order", "asks_for_it", "never", "does_that")
)
_FEES = ("fee", "second_fee")
_FEE_BACK, _FEE_ALONE, _NO_FEE = (any_of_words(_TABLE["fees"][group], _PIECES) for group in ("back", "alone", "never"))
_BESIDE = frozenset({None, "change_order", "track_order"})  # wishes that the clauses around it may look like
_MOST_WORDS = 30
_NEVER_OF = frozenset({"damaged", "wrong_item", "missing", "not_as_described", "not_received", "refund_overdue"})


def question_of(kind: str) -> str:
    """How the documents are asked what they say of such a wish."""
    return str(_TABLE["kinds"][kind]["question"])


@lru_cache(maxsize=REMEMBERED)
def extra_wanted(text: str, topic: str = "", *, of_an_order: bool = False, spoken_of: bool = False) -> str | None:
    """The kind of what is wanted of a placed order; None where none is, or something else is wanted beside it.

    ``topic``: what was last asked of the documents. ``of_an_order``: a change of one is being asked about, so that words which name
    no order are of it ("just faster delivery"). ``spoken_of``: an order was just looked at: a wish that names none is of that."""
    if len(text.split()) > _MOST_WORDS or problem_in(text) in _NEVER_OF:
        return None
    each = [" ".join(folded(clause.text).split()) for clause in clauses(text)]
    if topic and any(_DOES_THAT.search(said) for said in each) and not any(_NEVER.search(said) for said in each):
        return _kind(folded(topic))
    found = [
        kind for said in each if not _NEVER.search(said) and (kind := _kind(said)) and (of_an_order or _WANTS.search(said))
    ]
    is_of_one = of_an_order or spoken_of or any(_AN_ORDER.search(said) or _ASKS_FOR_IT.search(said) for said in each)
    is_alone = not any(_NEVER.search(said) or wish_in(said) not in _BESIDE for said in each if not _kind(said))
    return found[0] if found and is_of_one and is_alone else None


@lru_cache(maxsize=REMEMBERED)
def fee_wanted_back(text: str, *, of_a_refund: bool = False) -> str | None:
    """The kind of a delivery charge that is wanted back, and no goods; None for none. ``of_a_refund``: money is spoken of already, so
    that "no. delivery fee" is enough."""
    said = " ".join(folded(text).replace(",", " ").replace(".", " ").split())
    if len(text.split()) > _MOST_WORDS or problem_in(text) in ("damaged", "missing", "not_received"):
        return None
    if any(_NO_FEE.search(folded(clause.text)) for clause in clauses(text)):
        return None
    if not _FEE_BACK.search(said) and not (of_a_refund and _FEE_ALONE.search(said)):
        return None
    return "second_fee" if _KINDS["second_fee"].search(said) else "fee"


def _kind(said: str) -> str | None:
    return next((name for name, words in _KINDS.items() if name not in _FEES and words.search(said)), None)
