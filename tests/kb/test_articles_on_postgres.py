"""The article store on PostgreSQL, whose writers really run at once."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from domain.knowledge import ArticleDraft
from kb.index.chroma import embedded_chroma
from kb.text.chunking import chunk
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database
from records.tables.model import Model
from tests.kb.kb_process import Shop
from tests.postgresql import by_psycopg, running_postgresql


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running_postgresql() as postgresql:
        yield by_psycopg(postgresql)


@pytest.fixture
async def postgres(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Model.metadata.drop_all)
        await connection.run_sync(Model.metadata.create_all)
    yield database
    await database.close()


async def test_a_reader_of_the_log_never_skips_a_late_commit(postgres: Database):
    draft = ArticleDraft(title="T", body="One fact.")

    async def write(n: int) -> None:
        async with postgres.begin() as unit:
            await unit.articles.write(draft.model_copy(update={"title": f"T{n}"}), chunk(draft))
            await asyncio.sleep(0.01 * (n % 3))  # commits out of the order of their first statements

    seen: list[int] = []

    async def read() -> None:
        while len(seen) < 20:
            async with postgres.read() as unit:
                seen.extend(change.seq for change in await unit.articles.changes(seen[-1] if seen else 0))

    await asyncio.wait_for(asyncio.gather(read(), *(write(n) for n in range(20))), 30)
    assert seen == list(range(1, 21))


async def test_writing_editing_and_search_are_the_same_there(postgres: Database, embedder: MiniLmEmbedder, tmp_path: Path):
    shop = Shop(postgres, embedder, embedded_chroma(tmp_path / "chroma"))
    await shop.kb.start()
    article = await shop.write("Zeppelin tether warranty", "It lasts 7000 days.", source_id="z.md", regions=["DE"])
    assert await shop.titles("zeppelin tether") == []
    edited = await shop.write("Zeppelin tether warranty", "It lasts 9 days.", source_id="z.md")
    assert (edited.id, edited.revision) == (article.id, 2)
    assert await shop.answers("zeppelin tether") == ["It lasts 9 days."]
    async with postgres.read() as unit:
        assert await unit.articles.article(article.id) == edited
        assert [found.id for found in await unit.articles.articles(limit=5)] == [article.id]
    assert await shop.delete(article.id)
    assert await shop.titles("zeppelin tether") == []
    assert (await shop.kb.verify()).model_dump() == {"segments": 0, "missing": 0, "extra": 0, "changed": 0}
    await shop.kb.close()


async def test_two_writers_of_one_article_make_two_revisions(postgres: Database):
    async def write(body: str) -> int:
        draft = ArticleDraft(title="T", body=body, source_id="t.md")
        async with postgres.begin() as unit:
            return (await unit.articles.write(draft, chunk(draft))).revision

    revisions = await asyncio.gather(*(write(f"Fact {n}.") for n in range(6)))
    assert sorted(revisions) == [1, 2, 3, 4, 5, 6]
    async with postgres.read() as unit:
        assert len(await unit.articles.current_segment_ids()) == 1
