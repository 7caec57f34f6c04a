"""The job behind an import: read the upload, write each article that is new or changed in a transaction of its own."""

import hashlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from domain.audit import Actor
from domain.clock import Clock
from domain.conversation import JsonObject
from domain.importing import Document, FileError, Note, PrepareArticles, Reading, ReadUpload, Skipped
from domain.jobs import JobFailed
from domain.knowledge import ArticleDraft, SegmentDraft
from jobs.queue import RunningJob
from records.engine.session import Database
from records.engine.unit import Unit

AT_ONCE = 16  # documents that are prepared together
MOST_TOLD = 1000  # errors, and skipped files, that a job names

ImportOutcome = Literal["written", "unchanged", "edited"]


@dataclass
class _Tally:
    """What a job says of itself, while it runs and at the end."""

    total: int
    errors: list[FileError]
    skipped: list[Skipped]
    notes: list[Note]
    counts: dict[ImportOutcome, int] = field(default_factory=lambda: {"written": 0, "unchanged": 0, "edited": 0})

    @classmethod
    def of(cls, reading: Reading) -> "_Tally":
        total = len(reading.documents) + len(reading.errors) + len(reading.skipped)
        return cls(total, reading.errors, list(reading.skipped), reading.notes)

    def count(self, document: Document, outcome: ImportOutcome) -> None:
        self.counts[outcome] += 1
        if outcome == "edited":
            why = "was edited here since its last import, and the file is as it was: the edit stays"
            self.skipped.append(Skipped(file=document.file, why=why))

    @property
    def done(self) -> int:
        return len(self.errors) + len(self.skipped) + self.counts["written"] + self.counts["unchanged"]

    def shown(self) -> JsonObject:
        errors = [error.model_dump() for error in self.errors[:MOST_TOLD]]
        if len(self.errors) > MOST_TOLD:
            errors.append({"file": "", "message": f"and {len(self.errors) - MOST_TOLD} more"})
        skipped = [skipped.model_dump() for skipped in self.skipped[:MOST_TOLD]]
        if len(self.skipped) > MOST_TOLD:
            skipped.append({"file": "", "why": f"and {len(self.skipped) - MOST_TOLD} more"})
        kept = {"written": self.counts["written"], "unchanged": self.counts["unchanged"]}
        notes = [note.model_dump() for note in self.notes[:MOST_TOLD]]
        if len(self.notes) > MOST_TOLD:
            notes.append({"file": "", "message": f"and {len(self.notes) - MOST_TOLD} more"})
        return {**kept, "errors": errors, "skipped": skipped, "notes": notes}


class ImportArticles:
    """Safe to run again from anywhere: what was written is unchanged then."""

    def __init__(
        self,
        database: Database,
        read: ReadUpload,
        prepare: PrepareArticles,
        refresh: Callable[[], Awaitable[None]],
        clock: Clock,
    ) -> None:
        self._database, self._read, self._prepare, self._refresh, self._clock = database, read, prepare, refresh, clock

    async def __call__(self, job: RunningJob) -> JsonObject:
        reading = await self._read(str(job.payload["name"]), await job.blob())
        tally = _Tally.of(reading)
        async with job.step(tally.done, tally.total, tally.shown()):
            pass
        for documents in _batches(reading.documents):
            await self._write(job, tally, documents)
        if not any(tally.counts.values()):
            if not tally.errors:
                tally.errors.append(FileError(file=str(job.payload["name"]), message="holds nothing that could be imported"))
            raise JobFailed("nothing could be imported", tally.shown())
        return tally.shown()

    async def _write(self, job: RunningJob, tally: _Tally, documents: Sequence[Document]) -> None:
        async with self._database.read() as unit:
            outcomes = [await _outcome(unit, document.draft) for document in documents]
        for document, outcome in zip(documents, outcomes, strict=True):
            if outcome != "written":
                tally.count(document, outcome)
        changed = [document for document, outcome in zip(documents, outcomes, strict=True) if outcome == "written"]
        cuts = await self._prepare([document.draft for document in changed])
        for document, segments in zip(changed, cuts, strict=True):
            async with job.step(tally.done + 1, tally.total) as unit:
                unit.authored.by = _author(job)
                outcome = await self._store(unit, document.draft, segments)
                unit.changes.articles = False  # the index follows a batch at once, below
            tally.count(document, outcome)
        if changed:
            await self._refresh()
        async with job.step(tally.done, tally.total, tally.shown()):
            pass

    async def _store(self, unit: Unit, draft: ArticleDraft, segments: Sequence[SegmentDraft]) -> ImportOutcome:
        outcome = await _outcome(unit, draft)  # once more: an editor may have been here meanwhile
        if outcome == "written":
            await unit.articles.write(draft, segments)
            await unit.imports.remember(draft.source_id or "", _hash(draft), self._clock())
        return outcome


def _author(job: RunningJob) -> Actor:
    """Who sent the file; a command of the machine's says no name."""
    return Actor.model_validate(job.payload.get("by") or {"name": "an import", "role": "operator"})


async def _outcome(unit: Unit, draft: ArticleDraft) -> ImportOutcome:
    live = await unit.articles.article_by_source(draft.source_id or "")
    if live is None:
        return "written"
    if live.model_dump(include=set(ArticleDraft.model_fields)) == draft.model_dump():
        return "unchanged"
    # An edit made here outlives the file that it corrects, until the file itself changes.
    return "edited" if await unit.imports.hash_of(draft.source_id or "") == _hash(draft) else "written"


def _hash(draft: ArticleDraft) -> str:
    # As it was before there was an audience: an upgrade makes no file a changed one.
    left_out = {"audience"} if draft.audience == "public" else set()
    return hashlib.sha256(draft.model_dump_json(exclude=left_out).encode()).hexdigest()


def _batches(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    for start in range(0, len(documents), AT_ONCE):
        yield documents[start : start + AT_ONCE]
