"""Clauses on their way to acts."""

from dataclasses import dataclass

from domain.acts import Act, Urgency
from domain.intents import ACTION_INTENTS, QUESTION_INTENTS, READING_INTENTS, REPORT_PROBLEM, RIGHTS_INTENTS, URGENT
from domain.language.danger.urgent import as_it_happened
from domain.language.text.clauses import Clause

BY_RULE = 0.95
HUMAN_AGENT = "human_agent"
_BY_WORDS = frozenset({*ACTION_INTENTS, *QUESTION_INTENTS, *READING_INTENTS, *RIGHTS_INTENTS, REPORT_PROBLEM})


@dataclass
class Piece:
    """A clause on its way to an act."""

    clause: Clause
    act: Act | None = None
    keeps: bool = False  # it wants left alone what the wish beside it would touch
    open: bool = False  # no rule knew it
    is_guess: bool = False  # what it was read as is the encoder's word

    @property
    def may_alarm(self) -> bool:
        """Whether models may know better: what is denied, kept, or said to a person is read by rules alone."""
        act = self.act
        known = act and act.intent in _BY_WORDS and not act.negated and not self.keeps and act.modality == "asked"
        return self.open or bool(known)


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
    return act_of(clause, "urgent", URGENT, confidence).model_copy(update={"urgency": as_it_happened(kind, clause.text)})
