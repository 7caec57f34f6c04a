"""The scores of a period: each dimension's share, where it went wrong, how people read it, and what customers said."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel

from domain.scores import DIMENSIONS, Dimension
from insights.figures import Rate
from insights.scores.agreement import Agreement, Prediction, agreement, prediction
from insights.scores.rules import RULES_VERSION
from insights.statistics import mean, wilson
from records.ratings import ScoredAs

_LOWEST = 20


class DimensionFigures(BaseModel):
    """``rate`` of the conversations to which it applies; ``reasons``: how many are 0 for which rule; ``people``: the rules against
    each reading of a person, that is of those conversations which people chose to read."""

    dimension: Dimension
    rate: Rate
    not_applicable: int
    reasons: dict[str, int]
    people: Agreement


class ScoredShown(BaseModel):
    """``id`` is the conversation's."""

    id: str
    created_at: datetime
    overall: float | None
    wrong: dict[Dimension, str]  # what is 0, and for which rule
    csat: int | None


class ScoreReport(BaseModel):
    rules_version: str
    conversations: int
    not_scored: int  # ended, and the next round of scoring has them
    overall: float | None  # mean
    dimensions: list[DimensionFigures]
    lowest: list[ScoredShown]
    csat: Prediction


def score_report(some: Sequence[ScoredAs], not_scored: int) -> ScoreReport:
    overall = [s.overall for s in some if s.overall is not None]
    rated = [(s.overall, s.csat) for s in some if s.overall is not None and s.csat is not None]
    low = sorted((s for s in some if s.overall is not None and s.overall < 1), key=_low)
    return ScoreReport(
        rules_version=RULES_VERSION,
        conversations=len(some),
        not_scored=not_scored,
        overall=mean(overall, 4),
        dimensions=[_figures(name, some) for name in DIMENSIONS],
        lowest=[shown(s) for s in low[:_LOWEST]],
        csat=prediction(rated),
    )


def _low(s: ScoredAs) -> tuple[float, float]:
    """The lowest first, and of equal ones the newest."""
    return s.overall or 0.0, -s.created_at.timestamp()


def _figures(name: Dimension, some: Sequence[ScoredAs]) -> DimensionFigures:
    known = [(v, s.readings) for s in some if (v := s.verdicts.get(name))]
    values = [v["value"] for v, _ in known if v["value"] is not None]
    wrong = Counter(v["reason"] for v, _ in known if v["value"] == 0)
    pairs = [(v["value"], read) for v, readings in known for read in readings.get(name, ())]
    return DimensionFigures(
        dimension=name,
        rate=wilson(sum(values), len(values)),
        not_applicable=len(some) - len(values),
        reasons=dict(wrong.most_common()),
        people=agreement(pairs),
    )


def shown(s: ScoredAs) -> ScoredShown:
    wrong = {name: v["reason"] for name, v in s.verdicts.items() if v["value"] == 0}
    return ScoredShown(id=s.conversation_id, created_at=s.created_at, overall=s.overall, wrong=wrong, csat=s.csat)
