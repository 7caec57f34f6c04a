"""Weekly reports where no service runs: for a worker and for the command."""

from domain.clock import Clock
from insights.kpi_index import KpiIndex
from insights.struggles.struggle_service import StruggleService
from insights.weekly_report import WeeklyReports
from kb.gaps.topics import EmbeddedTopics
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database


def weekly_reports(database: Database, clock: Clock) -> WeeklyReports:
    struggles = StruggleService(database, EmbeddedTopics(MiniLmEmbedder()), _no_drafts, clock)
    return WeeklyReports(database, KpiIndex(database, clock), struggles, clock)


async def _no_drafts(_: str | None) -> None:
    """A report shows no draft of an article, so that none has to be masked."""
