import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from domain.knowledge import ArticleDraft
from kb.index.chroma import Connection, KnowledgeIndexLocked, chroma_server, embedded_chroma
from kb.text.chunking import chunk
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database
from tests.kb.kb_process import Shop


async def test_a_deleted_chroma_folder_is_filled_again(
    shop: Shop, database: Database, embedder: MiniLmEmbedder, tmp_path: Path
):
    await shop.write("Moon museum", "The moon museum opens at noon.")
    await shop.titles("moon museum")
    await shop.kb.close()
    shutil.rmtree(tmp_path / "chroma")
    again = Shop(database, embedder, embedded_chroma(tmp_path / "chroma"))
    await again.kb.start()
    hits = (await again.kb.search("when does the lunar museum open")).hits
    assert hits[0].cosine > 0.5
    assert (await again.kb.verify()).model_dump() == {"segments": 1, "missing": 0, "extra": 0, "changed": 0}
    await again.kb.close()


async def test_a_crash_between_commit_and_index_heals_at_the_next_start(
    shop: Shop, database: Database, embedder: MiniLmEmbedder, tmp_path: Path
):
    gone = await shop.write("Old ferry", "The old ferry is red.")
    moved = await shop.write("New ferry", "The new ferry is blue.")
    await shop.titles("ferry")
    await shop.kb.close()
    async with shop.store() as store:  # as committed by a process that died before its index heard of it
        await store.delete(gone.id)
        draft = ArticleDraft(title="New ferry", body="The new ferry is blue.", regions=["GB"])
        await store.write(draft, chunk(draft), moved.id)
        draft = ArticleDraft(title="Lighthouse", body="The lighthouse is white.")
        await store.write(draft, chunk(draft))
    again = Shop(database, embedder, embedded_chroma(tmp_path / "chroma"))
    async with again.store() as store:
        repair = await again.index.heal(store)
    assert repair.model_dump() == {"segments": 2, "missing": 1, "extra": 1, "changed": 1}
    await again.kb.start()
    assert await again.titles("ferry") == ["Lighthouse"]
    await again.kb.close()


async def test_verify_puts_right_what_was_changed_behind_our_back(shop: Shop):
    await shop.write("Lighthouse", "The lighthouse is white.")
    await shop.titles("lighthouse")
    collection = shop.index._dense._collection
    held = collection.get()["ids"]
    collection.delete(ids=held)
    collection.upsert(ids=["stranger"], embeddings=[[0.1] * 384], metadatas=[{"stamp": "x"}])
    assert (await shop.kb.verify()).model_dump() == {"segments": 1, "missing": 1, "extra": 1, "changed": 0}
    assert (await shop.kb.verify()).model_dump() == {"segments": 1, "missing": 0, "extra": 0, "changed": 0}


async def test_a_second_process_on_the_folder_is_told_so(shop: Shop, tmp_path: Path):
    code = (
        "import sys, pathlib\n"
        "from kb.index.chroma import embedded_chroma, KnowledgeIndexLocked\n"
        "try: embedded_chroma(pathlib.Path(sys.argv[1]))()\n"
        "except KnowledgeIndexLocked as error: print(error); sys.exit(7)\n"
    )
    arguments = [sys.executable, "-c", code, str(tmp_path / "chroma")]
    ran = await asyncio.to_thread(subprocess.run, arguments, capture_output=True, text=True, check=False)
    assert ran.returncode == 7, ran.stderr
    assert "SUPPORTGRAPH_CHROMA_URL" in ran.stdout


async def test_the_lock_is_not_taken_for_an_outage(shop: Shop, database: Database, embedder: MiniLmEmbedder, tmp_path: Path):
    second = Shop(database, embedder, embedded_chroma(tmp_path / "chroma"))
    with pytest.raises(KnowledgeIndexLocked):
        await second.kb.start()


async def test_search_goes_by_words_while_the_chroma_server_is_down(database: Database, embedder: MiniLmEmbedder):
    shop = Shop(database, embedder, chroma_server("http://127.0.0.1:9"))
    await shop.kb.start()
    await shop.write("Lighthouse", "The lighthouse is white.")
    assert await shop.titles("what colour has the lighthouse") == ["Lighthouse"]
    assert shop.kb.health().status == "degraded"


async def test_vectors_come_back_with_chroma(
    database: Database, embedder: MiniLmEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    up = False

    def connect() -> Connection:
        if not up:
            raise ConnectionRefusedError("down")
        return embedded_chroma(tmp_path / "chroma")()

    monkeypatch.setattr("kb.index.segment_index._RETRY_AFTER", 0.0)
    shop = Shop(database, embedder, connect)
    await shop.kb.start()
    await shop.write("Lighthouse", "The lighthouse is white.")
    found = await shop.kb.search("lighthouse")
    assert shop.kb.health().status == "degraded"
    assert found.answerable
    up = True
    again = await shop.kb.search("lighthouse")
    assert shop.kb.health().status == "ok"
    assert again.hits[0].cosine == pytest.approx(found.hits[0].cosine, abs=1e-4)
    assert (await shop.kb.verify()).missing == 0
    await shop.kb.close()


async def test_vectors_of_another_model_are_made_anew(
    shop: Shop, database: Database, embedder: MiniLmEmbedder, tmp_path: Path
):
    class Turned:
        async def embed(self, texts):
            return (await embedder.embed(texts))[:, ::-1].copy()

    await shop.write("Lighthouse", "The lighthouse is white.")
    await shop.titles("lighthouse")
    await shop.kb.close()
    other = Shop(database, Turned(), embedded_chroma(tmp_path / "chroma"))
    await other.kb.start()
    assert (await other.kb.search("white lighthouse")).hits[0].cosine > 0.5
    await other.kb.close()


async def test_a_database_put_back_to_an_earlier_state_is_followed(shop: Shop, database: Database, tmp_path: Path):
    await shop.write("Lighthouse", "The lighthouse is white.")
    await shop.titles("lighthouse")
    late = await shop.write("Harbour", "The harbour is deep.")
    assert "Harbour" in await shop.titles("harbour")
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM index_log WHERE seq > 1")
        await connection.exec_driver_sql("UPDATE index_head SET seq = 1")
        for table in ("segment", "article_revision"):
            await connection.exec_driver_sql(f"DELETE FROM {table} WHERE article_id = '{late.id}'")
        await connection.exec_driver_sql(f"DELETE FROM article WHERE id = '{late.id}'")
    assert await shop.titles("harbour") == ["Lighthouse"]
    assert (await shop.kb.verify()).extra == 0
