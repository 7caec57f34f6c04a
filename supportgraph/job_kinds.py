"""The kinds of background jobs, and what does them."""

from domain.clock import Clock
from domain.jobs import IMPORT_ARTICLES, VERIFY_INDEX
from domain.ports.understanding import Embedder
from jobs.import_articles import ImportArticles
from jobs.queue import JobKind
from jobs.verify_index import Compare, VerifyIndex
from kb.dense import DenseUnavailable
from kb.importing.prepare import CutAndEmbed, cut_apart
from kb.importing.read_upload import read_upload
from kb.knowledge_base import KnowledgeBase
from records.session import Database

_IMPORT_ATTEMPTS = 25  # a process may be killed often; each article that is written starts the count again


def service_jobs(database: Database, knowledge: KnowledgeBase, embedder: Embedder, clock: Clock) -> dict[str, JobKind]:
    """What a serving process runs: it holds the index."""
    importing = ImportArticles(database, read_upload, CutAndEmbed(embedder), knowledge.refresh, clock)
    return {
        IMPORT_ARTICLES: JobKind(importing, _IMPORT_ATTEMPTS),
        VERIFY_INDEX: JobKind(VerifyIndex(comparing(knowledge))),
    }


def worker_jobs(database: Database, clock: Clock) -> dict[str, JobKind]:
    """What a worker runs: it writes to the database, and every serving process's index follows."""

    async def nothing() -> None:
        return None

    return {IMPORT_ARTICLES: JobKind(ImportArticles(database, read_upload, cut_apart, nothing, clock), _IMPORT_ATTEMPTS)}


def comparing(knowledge: KnowledgeBase) -> Compare:
    """A comparison of the index with the database, in numbers."""

    async def compare() -> dict[str, int] | None:
        try:
            return (await knowledge.verify()).model_dump()
        except DenseUnavailable:
            return None

    return compare
