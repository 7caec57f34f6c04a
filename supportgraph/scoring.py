"""The scoring of conversations, put together."""

from domain.clock import Clock
from insights.scores.score_service import ScoreService
from privacy.in_clear import holds_personal_data
from records.engine.session import Database


def scoring_of(database: Database, clock: Clock) -> ScoreService:
    return ScoreService(database, clock, holds_personal_data())
