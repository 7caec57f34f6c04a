"""The audit of the articles, and the gaps between them."""

from collections.abc import Sequence
from typing import Protocol

from domain.knowledge_care import ArticleUse, Finding, GapPage, UnansweredQuestion


class KnowledgeAudit(Protocol):
    async def audit(self, use: ArticleUse, questions: Sequence[UnansweredQuestion]) -> list[Finding]:
        """Every finding, most met first; ``questions`` as for ``KnowledgeGaps``."""
        ...


class KnowledgeGaps(Protocol):
    async def gaps(self, questions: Sequence[UnansweredQuestion], *, after: str | None = None, limit: int = 50) -> GapPage:
        """Clusters of questions, by how many and how lately. A cluster that the articles answer by now is no gap.

        Raises ``LookupError`` where ``after`` (a gap's id) is no gap any more."""
        ...
