"""Acts that read like a report of damage, or the wish for its remedy, and are none: nothing is begun by them."""

from collections.abc import Sequence

from domain.acts import Act, ReadingContext
from domain.language.acts.act_references import with_references
from domain.language.acts.wishes import wish_in
from domain.language.reports.no_reports import (
    asks_how_to_treat,
    denies_damage,
    is_of_another,
    reports_none,
    says_solved,
    supposes_damage,
)
from domain.language.reports.problems import problem_in
from domain.language.text.polarity import is_negated
from models.acts.pieces import Piece, act_of

_OF_GOODS = frozenset({"damaged", "wrong_item", "missing", "not_as_described"})
_REMEDIES = frozenset({"request_refund", "return_items", "exchange_items"})
_WANTS = ("wish", "question", "report")


def set_aside(pieces: Sequence[Piece], text: str, context: ReadingContext) -> list[Piece]:
    """What is only supposed, or somebody else's, is asked of the documents; what is denied or put right is a no, and beside a
    wish only told. → The pieces that say something still."""
    if any(asks_how_to_treat(piece.clause.text) for piece in pieces):
        return _asks_for_care(pieces, context)
    _tell_why_it_goes_elsewhere(pieces, context)
    none: list[Piece] = []
    others: list[Piece] = []
    for piece in pieces:
        act, clause = piece.act, piece.clause
        if act is None or act.act in ("value", "talk"):
            if denies_damage(clause.text):
                none.append(piece)
            continue
        if act.act == "report" and act.problem == "refund_overdue" and says_solved(clause.text):
            none.append(piece)
        if not _of_damage(act):
            continue
        if supposes_damage(clause.text, asks=clause.asks):
            piece.act = with_references(act_of(clause, "question", "policy_question"), context)
        elif act.act == "report" and is_of_another(clause.text, text):
            others.append(piece)
        elif act.act == "report" and reports_none(clause.text, text):
            none.append(piece)
    left = [piece for piece in pieces if piece not in (*none, *others)]
    wanted = [piece.act for piece in left if piece.act and piece.act.act in _WANTS]
    for piece in others:
        piece.act = act_of(piece.clause, *(("value", None) if wanted else ("question", "policy_question")))
    if others or not none:
        return list(pieces)
    if any(act.act == "wish" for act in wanted):
        for piece in none:  # "it is not torn, I just want to return it"
            piece.act = with_references(act_of(piece.clause, "value", None), context)
        return list(pieces)
    for piece in none:
        piece.act = act_of(piece.clause, "no", None)
    return [_without_goods_of(none, piece) for piece in left] if wanted else none


def _tell_why_it_goes_elsewhere(pieces: Sequence[Piece], context: ReadingContext) -> None:
    """ "I ordered a mug. It is meant for my granddaughter, and now it would come to me. Could it be redirected?" reports nothing, however
    sure the encoder is: where the words of a report are, it stays one."""
    told = [piece for piece in pieces if _is_for_elsewhere(piece)]
    reports = [piece for piece in pieces if piece.act and piece.act.act == "report" and piece not in told]
    wants_else = any(piece.act and piece.act.act == "wish" and piece not in told for piece in pieces)
    if not told or wants_else or any(problem_in(piece.clause.text) for piece in reports):
        return
    for piece in reports:
        piece.act = with_references(act_of(piece.clause, "value", None), context)
    if not any(piece.act and piece.act.act == "wish" for piece in told):
        told[-1].act = with_references(act_of(told[-1].clause, "wish", "change_shipping_address"), context)


def _is_for_elsewhere(piece: Piece) -> bool:
    act = piece.act
    is_it = (
        act is None
        or act.act == "value"
        or (act.act == "wish" and act.intent == "change_shipping_address" and not act.negated)
    )
    return is_it and wish_in(piece.clause.text) == "change_shipping_address" and not is_negated(piece.clause.text)


def _asks_for_care(pieces: Sequence[Piece], context: ReadingContext) -> list[Piece]:
    """ "Moths got at my throw, what can I do about moths?": an advice is wanted and, where no wish says so, no remedy."""
    wished = any(piece.act and piece.act.act == "wish" and _of_damage(piece.act) for piece in pieces)
    for piece in pieces:
        if asks_how_to_treat(piece.clause.text):
            piece.act = with_references(act_of(piece.clause, "question", "policy_question"), context)
        elif not wished and piece.act and piece.act.act == "report" and _of_damage(piece.act):
            piece.act = with_references(act_of(piece.clause, "value", None), context)
    return list(pieces)


def _without_goods_of(none: Sequence[Piece], piece: Piece) -> Piece:
    """Of "the pot is whole, but the pan is cracked" the pot is not cracked."""
    if piece.act:
        own, told = piece.clause.text.casefold(), " ".join(other.clause.text for other in none).casefold()
        goods = [
            ref for ref in piece.act.goods if not ref.text or ref.text.casefold() in own or ref.text.casefold() not in told
        ]
        # What is broken in it ("the lid") may be all that its own clause names.
        piece.act = piece.act.model_copy(update={"goods": goods or piece.act.goods})
    return piece


def _of_damage(act: Act) -> bool:
    return act.problem in _OF_GOODS if act.act == "report" else act.act == "wish" and act.intent in _REMEDIES
