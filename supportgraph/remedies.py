"""The evaluation of remedies, with what it wants imported when the first one is tried: it assembles services of its own."""

from domain.clock import Clock
from domain.remedies import Evaluation
from graphs.versions.registry import GraphVersions
from jobs.ordered import Try
from records.engine.session import Database
from supportgraph.settings import Settings


def remedy_evaluation(database: Database, settings: Settings, clock: Clock) -> Try:
    async def attempt(remedy_id: str) -> Evaluation:
        from supportgraph.remedy_evaluation import RemedyEvaluation

        graph = GraphVersions(None).check(None)
        return await RemedyEvaluation(database, graph, settings.remedy_suites, clock)(remedy_id)

    return attempt
