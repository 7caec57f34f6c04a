"""A conversation's score: each dimension by its rule. The rules are published in docs/scores.md; a change of one is a new version."""

from datetime import datetime

from domain.scores import DIMENSIONS, Dimension, Score, Verdict
from insights.scores.answered import answered
from insights.scores.compliance import HoldsPersonalData, compliance
from insights.scores.conversation import ScoredConversation
from insights.scores.effort import effort
from insights.scores.promise_kept import promise_kept
from insights.scores.right_source import right_source
from insights.scores.tone import tone
from records.scored_facts import ScoredFacts

RULES_VERSION = "1"


def score(facts: ScoredFacts, now: datetime, holds_personal_data: HoldsPersonalData) -> Score:
    c = ScoredConversation(facts, now)
    verdicts: dict[Dimension, Verdict] = {
        "answered": answered(c),
        "right_source": right_source(c),
        "promise_kept": promise_kept(c),
        "tone": tone(c),
        "effort": effort(c),
        "compliance": compliance(c, holds_personal_data),
    }
    counted = [v.value for name in DIMENSIONS if (v := verdicts[name]).value is not None]
    overall = sum(value for value in counted if value) / len(counted) if counted else None
    return Score(conversation_id=facts.id, rules_version=RULES_VERSION, overall=overall, verdicts=verdicts)
