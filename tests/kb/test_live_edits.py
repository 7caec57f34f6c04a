import asyncio
import re

import pytest

from domain.knowledge import ArticleDraft
from kb.index.chroma import embedded_chroma
from kb.text.chunking import chunk
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database
from tests.kb.kb_process import Shop


async def test_an_edit_is_live_when_its_transaction_committed(shop: Shop):
    article = await shop.write("Zeppelin tether warranty", "The zeppelin tether warranty lasts 7000 days.")
    assert await shop.answers("zeppelin tether warranty") == ["The zeppelin tether warranty lasts 7000 days."]
    await shop.write("Zeppelin tether warranty", "The zeppelin tether warranty lasts 9 days.", article.id)
    result = await shop.kb.search("How long is the zeppelin tether warranty?")
    assert [hit.segment.answer for hit in result.hits] == ["The zeppelin tether warranty lasts 9 days."]
    assert result.hits[0].segment.revision == 2
    assert await shop.delete(article.id)
    assert await shop.titles("zeppelin tether warranty") == []
    assert not await shop.delete(article.id)


async def test_a_write_that_is_rolled_back_is_never_found(shop: Shop):
    async def fail() -> None:
        async with shop.store() as store:
            await shop.kb.write(store, ArticleDraft(title="Moon museum", body="Open at noon."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await shop.titles("moon museum") == []


async def test_an_edit_of_another_replica_is_live_here(shop: Shop, database: Database, embedder: MiniLmEmbedder, tmp_path):
    other = Shop(database, embedder, embedded_chroma(tmp_path / "other"))
    await other.kb.start()
    await other.write("Moon museum tickets", "A ticket costs 40 credits.")
    assert await shop.titles("moon museum ticket") == ["Moon museum tickets"]
    await other.kb.close()


async def test_unchanged_segments_keep_their_id_and_tell_the_new_revision(shop: Shop):
    body = "## Wax\n\n" + "Wax is warm and soft. " * 20 + "\n\n## Wick\n\n" + "A wick is short and white. " * 20
    article = await shop.write("Candles", body)
    before = {h.segment.question: h.segment for h in (await shop.kb.search("wax wick")).hits}
    await shop.write("Candles", body.replace("short", "long"), article.id)
    after = {h.segment.question: h.segment for h in (await shop.kb.search("wax wick")).hits}
    assert after["Candles – Wax"].id == before["Candles – Wax"].id
    assert after["Candles – Wick"].id != before["Candles – Wick"].id
    assert {s.revision for s in after.values()} == {2}


async def test_no_answer_mixes_two_revisions_while_an_article_is_edited(shop: Shop):
    def body(n: int) -> str:
        part = f"This is edition {n} of the tide table. " * 12
        return f"## Morning\n\n{part}\n\n## Evening\n\n{part}"

    article = await shop.write("Tide table", body(0))
    looks, edition = 0, 0

    async def edit() -> None:
        nonlocal edition
        while looks < 10:
            edition += 1
            await shop.write("Tide table", body(edition), article.id)

    async def look() -> None:
        nonlocal looks
        while looks < 10:
            hits = (await shop.kb.search("tide table morning evening")).hits
            editions = {e for hit in hits for e in re.findall(r"edition (\d+)", hit.segment.answer)}
            looks += 1
            assert len(hits) == 2
            assert len(editions) == 1

    await asyncio.wait_for(asyncio.gather(edit(), look(), look()), 60)
    assert edition > 10
    assert f"edition {edition} " in (await shop.answers("tide table"))[0]


async def test_the_same_source_id_updates_its_article(shop: Shop):
    first = await shop.write("A", "Text one.", source_id="a.md")
    second = await shop.write("A", "Text two.", source_id="a.md")
    assert (second.id, second.revision) == (first.id, 2)
    third = await shop.write("A", "Text three.", first.id)  # the editor's form does not send a source
    assert third.source_id == "a.md"


async def test_an_unknown_article_cannot_be_written(shop: Shop):
    with pytest.raises(LookupError):
        await shop.write("A", "B", "nope")


async def test_the_folder_is_loaded_once(shop: Shop, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: Ferry\nvalid_from: 2026-01-02\nregions: [GB]\n---\nThe ferry is red.\n")
    (folder / "b.md").write_text("No front matter.\n")
    async with shop.store() as store:
        assert await shop.kb.load_folder(store, folder) == 2
    async with shop.store() as store:
        assert await shop.kb.load_folder(store, folder) == 0
    (folder / "a.md").write_text("---\ntitle: Ferry\n---\nThe ferry is blue.\n")
    async with shop.store() as store:
        assert await shop.kb.load_folder(store, folder) == 1
        article = await store.article_by_source("a.md")
    assert article is not None
    assert (article.revision, article.regions, article.body) == (2, [], "The ferry is blue.")


async def test_writers_at_once_leave_no_gap_in_the_log(shop: Shop):
    draft = ArticleDraft(title="T", body="One fact.")

    async def write(n: int) -> None:
        async with shop.store() as store:
            await store.write(draft.model_copy(update={"title": f"T{n}"}), chunk(draft))

    await asyncio.gather(*(write(n) for n in range(12)))
    async with shop.store() as store:
        changes = await store.changes(0)
        assert [change.seq for change in changes] == list(range(1, 13))
        assert await store.latest_seq() == 12
        assert [change.seq for change in await store.changes(10)] == [11, 12]
