"""When a message is urgent although no rule says so: by the encoder's word, or by that of the classifier of clauses.

Either is enough, but about what rules read the classifier is asked only where the encoder does not bear them out or hears a
trace of danger. A miss costs more than a false alarm, and both cost something: what has the words of a
wish or a question mostly only sounds urgent, and wants a surer word."""

import math
import re
from collections.abc import Sequence
from typing import cast

from domain.acts import Urgency
from domain.intents import QUESTION_INTENTS, URGENT
from domain.language.danger.urgent import only_sounds_urgent
from domain.language.questions.question_form import asks_what_holds
from domain.lazy_pattern import lazy_pattern
from domain.ports.understanding import IntentGuess
from models.acts.encoder import EncodedMessage
from models.acts.pieces import Piece

Alarm = tuple[Urgency, float]  # the kind, and how surely the message is urgent in whatever way
_SURE, _SURER_THAN_ITS_WORDS = 0.75, 0.95  # the classifier
_TRACE = 0.005  # of danger: below, a classifier's alarm about one of several clauses was a false one each time
# … and below this one whatever the classifier says: none of its 209 true alarms in the messages at hand was.
_FAINTEST_TRACE = 0.001
# A rule's alarm is none where the encoder hears hardly anything of it, and surely something else: of 123 true ones none was such.
_HARDLY, _SURELY_ELSE = 0.012, 0.85
_OF_A_PART = 0.2
_JOINT = lazy_pattern(r"[.,;:!?\n]+|\b(?:and|und|but|aber|because|weil|while|when|after|et|y|e|en)\b", re.IGNORECASE)
_ENCODER_SURE, _ENCODER_SURER_THAN_ITS_WORDS = 0.75, 0.9

_ASKS = 0.5  # what the encoder takes for a question wants a surer word, too
_FEWEST_WORDS = 3  # of a clause that alarms by itself; shorter ones are read by the rules
_OF_BROKEN_GOODS = frozenset({f"{URGENT}.danger", f"{URGENT}.injury"})  # what goods that are only broken are taken for
_DAMAGED, _ALSO_HEARD = "report_problem.damaged", 0.4


def alarm_by_encoder(message: EncodedMessage, pieces: Sequence[Piece], text: str) -> Alarm | None:
    told = [
        (share, label) for (status, label), share in message.shares.items() if status == "asked" and label.startswith(URGENT)
    ]
    label = max(told, default=(0.0, ""))[1]
    share = 1 - math.prod(1 - share for share, _ in told)  # that it is one of them
    only_broken = label in _OF_BROKEN_GOODS and message.shares.get(("asked", _DAMAGED), 0) >= _ALSO_HEARD
    has_words = _has_words(pieces) or asks_what_holds(text)  # "Muss ich da zuhause sein?" is a question by its form alone
    least = _ENCODER_SURER_THAN_ITS_WORDS if has_words or only_broken else _ENCODER_SURE
    return (cast(Urgency, label.partition(".")[2]), share) if share >= least and not _only_sounds_so(pieces, text) else None


def is_overruled(alarm: Alarm, guess: IntentGuess) -> bool:
    """Whether the classifier of clauses is surer of something harmless than the encoder is of danger. ``guess``: of the whole message."""
    return alarm[1] < _ENCODER_SURER_THAN_ITS_WORDS and _urgency(guess) is None and guess.confidence >= _SURER_THAN_ITS_WORDS


def has_trace_of_alarm(message: EncodedMessage) -> bool:
    """Whether the encoder thinks of anything urgent."""
    return _heard_by_encoder(message) >= _TRACE


def may_be_alarming(message: EncodedMessage) -> bool:
    """Whether the encoder does not rule out that anything is."""
    return _heard_by_encoder(message) >= _FAINTEST_TRACE


def only_has_its_words(message: EncodedMessage, text: str) -> bool:
    """Whether what has words of danger surely tells of something else: "does free delivery kick in at 50", "I'm in court that day, could
    it go to my son". Of a text that the encoder does not hear to its end nothing is sure."""
    if not message.places or message.places[-1][1] < len(text.rstrip()):
        return False
    surest = max(share for (_, label), share in message.shares.items() if not label.startswith(URGENT))
    return _heard_by_encoder(message) < _HARDLY and surest >= _SURELY_ELSE


def parts_of(text: str) -> list[str]:
    """What commas, stops and "and" part in a text."""
    return [part for part in _JOINT.split(text) if len(part.split()) > 1]


def sounds_dangerous(message: EncodedMessage) -> bool:
    """Whether the encoder thinks of danger as much as of anything, for a part of a text that has its words."""
    return _heard_by_encoder(message) >= _OF_A_PART


def _heard_by_encoder(message: EncodedMessage) -> float:
    return sum(share for (status, label), share in message.shares.items() if status == "asked" and label.startswith(URGENT))


def alarm_by_clause(guess: IntentGuess, piece: Piece, message: EncodedMessage) -> Alarm | None:
    """``guess``: what the classifier holds of the piece's clause."""
    if len(piece.clause.text.split()) < _FEWEST_WORDS:
        return None  # "new battery" beside a clock that stopped
    asks = any(message.share("asked", label) >= _ASKS for label in QUESTION_INTENTS)
    is_plain = (piece.open and not asks) or bool(piece.act and piece.act.act == "report")
    alarm = _urgency(guess)
    if alarm is None or alarm[1] < (_SURE if is_plain else _SURER_THAN_ITS_WORDS) or only_sounds_urgent(piece.clause.text):
        return None
    return alarm


def alarm_by_whole(guess: IntentGuess, pieces: Sequence[Piece], text: str) -> Alarm | None:
    """``guess``: what the classifier holds of a message of several clauses."""
    alarm = _urgency(guess)
    return None if alarm is None or alarm[1] < _SURE or _has_words(pieces) or _only_sounds_so(pieces, text) else alarm


def _only_sounds_so(pieces: Sequence[Piece], text: str) -> bool:
    """Of the whole, and of what is told beside a wish: "my cat scratched the rug, I want a refund for it"."""
    told = [piece.clause.text for piece in pieces if not (piece.act and piece.act.act == "wish")]
    return only_sounds_urgent(text) or (0 < len(told) < len(pieces) and all(only_sounds_urgent(one) for one in told))


def _has_words(pieces: Sequence[Piece]) -> bool:
    """Whether a rule read a wish or a question."""
    return any(piece.act and piece.act.act in ("wish", "question") for piece in pieces)


def _urgency(guess: IntentGuess) -> Alarm | None:
    """None where the likeliest label is no urgent one."""
    if not guess.intent.startswith(f"{URGENT}."):
        return None
    told = [(guess.intent, guess.confidence), *guess.alternatives]
    share = sum(share for label, share in told if label.startswith(f"{URGENT}."))
    return cast(Urgency, guess.intent.partition(".")[2]), share
