"""The kinds of background jobs, and what does them: the scoring of conversations, and the evaluation of remedies, with what it wants
imported when the first one is tried: it assembles services of its own.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Literal

from domain.clock import Clock
from domain.jobs import APPLY_RETENTION, IMPORT_ARTICLES, RETRAIN, SCORE, SEND_REPORT, TRY_REMEDY, VERIFY_INDEX
from domain.ports.understanding import Embedder
from domain.remedies import Evaluation
from graphs.versions.registry import GraphVersions
from insights.scores.score_service import ScoreService
from jobs.import_articles import ImportArticles
from jobs.ordered import Compare, Make, Retrain, Try, TryRemedy, VerifyIndex
from jobs.queue import JobKind
from jobs.scheduled import ApplyRetention, ScoreConversations, SendReport
from kb.importing.prepare import ChunkAndEmbed, chunk_all
from kb.importing.read_upload import read_upload
from kb.index.dense import DenseUnavailable
from kb.knowledge_base import KnowledgeBase
from privacy.in_clear import holds_personal_data
from records.engine.session import Database
from rights.retention import Retention
from supportgraph.configuration.settings import Settings

_EVALUATIONS = 3
ReadAgain = Callable[[], Awaitable[None]]  # after a candidate was made
_IMPORT_ATTEMPTS = 25  # a process may be killed often; each article that is written starts the count again


def service_jobs(
    database: Database,
    knowledge: KnowledgeBase,
    embedder: Embedder,
    clock: Clock,
    retention: Retention,
    attempt: Try,
    report: SendReport,
    make: Make,
    read_again: ReadAgain,
    scores: ScoreService,
) -> dict[str, JobKind]:
    """What a serving process runs: it holds the index."""
    importing = ImportArticles(database, read_upload, ChunkAndEmbed(embedder), knowledge.refresh, clock)
    return {
        IMPORT_ARTICLES: JobKind(importing, _IMPORT_ATTEMPTS),
        VERIFY_INDEX: JobKind(VerifyIndex(comparing(knowledge))),
        APPLY_RETENTION: JobKind(ApplyRetention(retention)),
        SEND_REPORT: JobKind(report),
        TRY_REMEDY: JobKind(TryRemedy(attempt), _EVALUATIONS),
        RETRAIN: JobKind(Retrain(make, clock, read_again), _EVALUATIONS),
        SCORE: JobKind(ScoreConversations(scores, clock)),
    }


RunsJobs = Literal["all", "without_workers", "none"]
"""Of a service: all jobs, those that no worker does, none."""

# A worker has neither the index nor the shop: these stay with the serving processes, also where others leave jobs to workers.
_ONLY_SERVICES = frozenset({APPLY_RETENTION, VERIFY_INDEX})


def without_workers_jobs(kinds: Mapping[str, JobKind]) -> dict[str, JobKind]:
    return {name: kind for name, kind in kinds.items() if name in _ONLY_SERVICES}


def worker_jobs(
    database: Database, clock: Clock, attempt: Try, make: Make, report: SendReport, scores: ScoreService
) -> dict[str, JobKind]:
    """What a worker runs: it writes to the database, and every serving process's index follows."""

    async def nothing() -> None:
        return None

    return {
        IMPORT_ARTICLES: JobKind(ImportArticles(database, read_upload, chunk_all, nothing, clock), _IMPORT_ATTEMPTS),
        TRY_REMEDY: JobKind(TryRemedy(attempt), _EVALUATIONS),
        RETRAIN: JobKind(Retrain(make, clock, nothing), _EVALUATIONS),
        SEND_REPORT: JobKind(report),
        SCORE: JobKind(ScoreConversations(scores, clock)),
    }


def comparing(knowledge: KnowledgeBase) -> Compare:
    """A comparison of the index with the database, in numbers."""

    async def compare() -> dict[str, int] | None:
        try:
            return (await knowledge.verify()).model_dump()
        except DenseUnavailable:
            return None

    return compare


def scoring_of(database: Database, clock: Clock) -> ScoreService:
    return ScoreService(database, clock, holds_personal_data())


def remedy_evaluation(database: Database, settings: Settings, clock: Clock) -> Try:
    async def attempt(remedy_id: str) -> Evaluation:
        from supportgraph.processes.remedy_evaluation import RemedyEvaluation

        graph = GraphVersions(None).check(None)
        return await RemedyEvaluation(database, graph, settings.remedy_suites, clock)(remedy_id)

    return attempt
