"""`supportgraph kb verify` where no service runs: the index as it lies there, before any start has healed it."""

from domain.conversation import JsonObject
from jobs.ordered import compared_twice
from kb.index.segment_index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from models.embeddings import MiniLmEmbedder
from supportgraph.building.job_kinds import comparing
from supportgraph.building.stores import articles_of, chroma_of, opened_records
from supportgraph.configuration.settings import Settings


async def check_index(settings: Settings) -> JsonObject:
    """What was found, and whether it is ``whole`` after the repair.

    Raises ``KnowledgeIndexLocked`` where a service holds the index, ``JobFailed`` where the vector store does not answer."""
    async with opened_records(settings) as database:
        embedder = MiniLmEmbedder()
        knowledge = KnowledgeBase(articles_of(database), embedder, KnowledgeIndex(embedder, chroma_of(settings)))
        try:
            return await compared_twice(comparing(knowledge))
        finally:
            await knowledge.close()
