"""Which goods each act of a message names: those that the encoder hears for it, and that stand in its clause."""

from collections.abc import Sequence

from domain.acts import Act
from domain.language.folding import folded
from domain.language.goods.tagged_goods import may_name_goods, with_tagged_goods
from models.acts.encoder import EncodedMessage, EncodedWord
from models.acts.pieces import Piece
from models.acts.weighing import Key, key_of

_OWNED = 0.7  # a word speaks for every act of which it is as sure as this
_INSIDE = 0.4  # … and sooner for one in whose clause it stands


def give_goods(pieces: Sequence[Piece], text: str, message: EncodedMessage, known: Sequence[str]) -> None:
    """Every act gets the goods that are named for it, in its clause or elsewhere. ``known``: names that are goods."""
    rivals = [(piece, key) for piece in pieces if piece.act and may_name_goods(piece.act) and (key := key_of(piece.act))]
    words = [word.tagged for word in message.words]
    for piece in pieces:
        if piece.act and may_name_goods(piece.act):
            own = [word.tagged for word in message.words if _speaks_for(word, piece, rivals)]
            piece.act = with_tagged_goods(piece.act, text, words, known, own=own)


def with_heard_goods(act: Act, text: str, message: EncodedMessage, known: Sequence[str]) -> Act:
    """An act of a clause that only names something: of its nouns those that are goods."""
    return with_tagged_goods(act, text, [word.tagged for word in message.words], known)


def _speaks_for(word: EncodedWord, piece: Piece, rivals: Sequence[tuple[Piece, Key]]) -> bool:
    key = key_of(piece.act)
    if key is None or not rivals:
        return _stands_in(word, piece)
    if piece.act and piece.act.negated and not _stands_in(word, piece):
        return False  # what is denied is named where it is denied
    if any(other is not piece and _names_it(word, other) for other, _ in rivals) and not _stands_in(word, piece):
        return False  # "the bowl is cracked. The chair is going back"
    sure = _sure(word, piece, key)
    return word.owned_by(*_named(key)) >= _OWNED or sure >= max(_sure(word, *rival) for rival in rivals)


def _names_it(word: EncodedWord, piece: Piece) -> bool:
    """Whether a rule took a word of this piece's clause for its goods."""
    if piece.act is None or piece.is_guess or not _stands_in(word, piece):
        return False
    start = word.tagged.start - piece.clause.start
    said = folded(piece.clause.text[start : start + word.tagged.end - word.tagged.start])
    return any(said in (ref.text or "").split() for ref in piece.act.goods)


def _sure(word: EncodedWord, piece: Piece, key: Key) -> float:
    return word.owned_by(*_named(key)) + (_INSIDE if _stands_in(word, piece) else 0)


def _named(key: Key) -> Key:
    """What is supposed is named as what is asked."""
    return Key("asked", key.label) if key.status == "supposed" else key


def _stands_in(word: EncodedWord, piece: Piece) -> bool:
    return piece.clause.start <= word.tagged.start < piece.clause.end
