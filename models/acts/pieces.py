"""Clauses on their way to acts, and when one of them, or the message as a whole, is urgent by the classifier's word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from domain.acts import Act, Urgency
from domain.intents import ACTION_INTENTS, QUESTION_INTENTS, READING_INTENTS, REPORT_PROBLEM, RIGHTS_INTENTS, URGENT
from domain.language.clauses import Clause
from domain.language.urgent import only_sounds_urgent
from domain.ports.understanding import IntentGuess

BY_RULE = 0.95
BY_WORDS = frozenset({*ACTION_INTENTS, *QUESTION_INTENTS, *READING_INTENTS, *RIGHTS_INTENTS, REPORT_PROBLEM})
_SURE_OF_URGENT = 0.7  # where the rules found nothing urgent; a miss costs more than a false alarm, and both cost something
_SURER_THAN_ITS_WORDS = 0.95  # … and where the clause has the words of a wish or a question


@dataclass
class Piece:
    """A clause on its way to an act."""

    clause: Clause
    act: Act | None = None
    keeps: bool = False  # it wants left alone what the wish beside it would touch
    open: bool = False  # no rule knew it
    is_guess: bool = False  # what it was read as is the classifier's word

    @property
    def can_be_outweighed(self) -> bool:
        """Whether a classifier that is sure may know better: what is denied, kept, or said to a person is read by rules alone."""
        act = self.act
        return bool(act and act.intent in BY_WORDS and not act.negated and not self.keeps and act.modality == "asked")


def act_of(clause: Clause, act: str, intent: str | None, confidence: float = BY_RULE) -> Act:
    return Act.model_validate(
        {
            "act": act,
            "intent": intent,
            "confidence": confidence,
            "text": clause.text,
            "start": clause.start,
            "end": clause.end,
        }
    )


def urgent_act(clause: Clause, kind: Urgency, confidence: float) -> Act:
    return act_of(clause, "urgent", URGENT, confidence).model_copy(update={"urgency": kind})


def _urgency(guess: IntentGuess) -> tuple[Urgency, float] | None:
    """The likeliest kind of urgency, and how sure it is that it is one of them; None where the likeliest label is another."""
    if not guess.intent.startswith(f"{URGENT}."):
        return None
    told = [(guess.intent, guess.confidence), *guess.alternatives]
    share = sum(share for label, share in told if label.startswith(f"{URGENT}."))
    return cast(Urgency, guess.intent.partition(".")[2]), share


def alarm_of(guess: IntentGuess, piece: Piece) -> Act | None:
    """The urgent act of a clause. One with the words of a wish or a question mostly only sounds like it."""
    urgency = _urgency(guess)
    if urgency is None or only_sounds_urgent(piece.clause.text):
        return None
    kind, share = urgency
    is_plain = piece.open or bool(piece.act and piece.act.act == "report")
    return (
        urgent_act(piece.clause, kind, share) if share >= (_SURE_OF_URGENT if is_plain else _SURER_THAN_ITS_WORDS) else None
    )


def alarm_of_the_whole(guess: IntentGuess, pieces: Sequence[Piece], text: str) -> Act | None:
    """The urgent act of a message of several clauses, in which nothing was read as a wish or question by its words."""
    urgency = _urgency(guess)
    if urgency is None or urgency[1] < _SURE_OF_URGENT or only_sounds_urgent(text):
        return None
    if any(piece.act and piece.act.act in ("wish", "question") and not piece.is_guess for piece in pieces):
        return None
    return urgent_act(pieces[0].clause, *urgency)
