"""The import's job on both databases: each document its own transaction, safe to run again from anywhere."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from domain.importing import Document, FileError, Reading
from domain.jobs import JobFailed
from domain.knowledge import ArticleDraft, SegmentDraft
from jobs.import_articles import MOST_TOLD, ImportArticles
from jobs.queue import JobLost, RunningJob
from kb.importing.prepare import chunk_all
from records.engine.session import Database

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


class Failing(Exception):
    """The process goes down here."""


class Import:
    def __init__(self, database: Database, reading: Reading) -> None:
        self.database, self.reading, self.refreshed, self.prepared, self.break_at = database, reading, 0, 0, 10**9

    async def read(self, name: str, data: bytes) -> Reading:
        return self.reading.model_copy(deep=True)

    async def prepare(self, drafts: Sequence[ArticleDraft]) -> list[list[SegmentDraft]]:
        self.prepared += len(drafts)
        if self.prepared > self.break_at:
            raise Failing
        return await chunk_all(drafts)

    async def refresh(self) -> None:
        self.refreshed += 1

    async def claimed(self) -> RunningJob:
        async with self.database.begin() as unit:
            await unit.jobs.add("work", {"name": "x.zip"}, NOW, b"data")
        async with self.database.begin() as unit:
            row = await unit.jobs.claim("work", "one", NOW, NOW + timedelta(seconds=15))
        assert row is not None
        return RunningJob(self.database, row)

    async def run(self, job: RunningJob | None = None) -> dict:
        importing = ImportArticles(self.database, self.read, self.prepare, self.refresh, lambda: NOW)
        return await importing(job or await self.claimed())

    async def revisions(self) -> dict[str, int]:
        async with self.database.read() as unit:
            return {a.source_id or "": a.revision for a in await unit.articles.articles(limit=1000)}


def documents(n: int) -> list[Document]:
    return [
        Document(file=f"{i}.md", draft=ArticleDraft(title=f"T{i}", body=f"Fact {i}.", source_id=f"{i}.md")) for i in range(n)
    ]


async def test_what_broke_off_is_gone_on_with(database: Database) -> None:
    one = Import(database, Reading(documents=documents(50)))
    one.break_at = 30
    with pytest.raises(Failing):
        await one.run()
    written = len(await one.revisions())
    assert 0 < written < 50
    one.break_at, one.prepared = 10**9, 0
    told = await one.run()
    assert (told["written"], told["unchanged"]) == (50 - written, written)
    assert one.prepared == 50 - written  # what is unchanged is not embedded again
    assert set((await one.revisions()).values()) == {1}


async def test_a_job_that_was_taken_over_writes_nothing_more(database: Database) -> None:
    one = Import(database, Reading(documents=documents(3)))
    job = await one.claimed()
    async with database.begin() as unit:
        await unit.jobs.claim("work", "two", NOW + timedelta(minutes=1), NOW + timedelta(minutes=2))
    with pytest.raises(JobLost):
        await one.run(job)
    assert await one.revisions() == {}


async def test_nothing_but_errors_is_a_failure_and_no_list_grows_without_end(database: Database) -> None:
    errors = [FileError(file="x.csv", message=f"line {n}") for n in range(MOST_TOLD + 5)]
    with pytest.raises(JobFailed) as failed:
        await Import(database, Reading(errors=errors)).run()
    assert failed.value.result is not None
    assert len(failed.value.result["errors"]) == MOST_TOLD + 1
    assert failed.value.result["errors"][-1] == {"file": "", "message": "and 5 more"}
