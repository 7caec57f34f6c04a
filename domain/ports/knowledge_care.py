"""The audit of the articles, and the gaps between them."""

from collections.abc import Sequence
from typing import Protocol

from domain.knowledge_care import ArticleUse, Finding, Gap, UnansweredQuestion


class KnowledgeAudit(Protocol):
    async def audit(self, use: ArticleUse, questions: Sequence[UnansweredQuestion]) -> list[Finding]:
        """Every finding, most met first; ``questions`` as for ``KnowledgeGaps``."""
        ...


class KnowledgeGaps(Protocol):
    async def gaps(
        self, questions: Sequence[UnansweredQuestion], *, after: str | None = None, limit: int = 50
    ) -> tuple[list[Gap], str | None]:
        """Clusters of questions, by how many and how lately; and where to go on (a gap's id), or None. A cluster that the
        articles answer by now is no gap. Raises ``LookupError`` where ``after`` is no gap any more."""
        ...
