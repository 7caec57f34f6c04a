"""What is done for articles before their transaction, so that this is short and no search waits for an import."""

import asyncio
from collections.abc import Iterator, Sequence

from domain.knowledge import ArticleDraft, Segment, SegmentDraft
from domain.ports.understanding import Embedder
from kb.index.dense import embedded_text, embedded_title
from kb.text.chunking import chunk


async def chunk_all(drafts: Sequence[ArticleDraft]) -> list[list[SegmentDraft]]:
    """The segments of each draft; meets ``domain.importing.PrepareArticles`` where no index is kept."""
    return await asyncio.to_thread(lambda: [chunk(draft) for draft in drafts])


class ChunkAndEmbed:
    """Meets ``domain.importing.PrepareArticles``: the index finds the vectors in the embedder's memory after the commit."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    async def __call__(self, drafts: Sequence[ArticleDraft]) -> list[list[SegmentDraft]]:
        chunks = await chunk_all(drafts)
        await self._embedder.embed([text for pair in zip(drafts, chunks, strict=True) for text in _texts(*pair)])
        return chunks


def _texts(draft: ArticleDraft, chunks: Sequence[SegmentDraft]) -> Iterator[str]:
    about = {"id": "", "article_id": "", "revision": 1, **draft.model_dump(include=set(Segment.model_fields))}
    for part in chunks:
        segment = Segment.model_validate({**about, **part.model_dump()})
        yield from (embedded_text(segment), embedded_title(segment))
