"""Bodies of what operators look at: health, background jobs, the configuration's history, the audit log, and what the mask does."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.schemas.fields import LONGEST_TEXT, Body, Region, storable
from domain.audit import AuditEntry
from domain.conversation import JsonObject
from domain.history import FILE_KINDS, ChangeSet
from domain.importing import FileError, Note, Skipped
from domain.jobs import Job, JobStatus
from insights.history.documents import Document


class Live(BaseModel):
    status: Literal["ok"] = "ok"


class Health(BaseModel):
    """Each part by name: "ok", or what is wrong with it. ``degraded``: it serves, and something is weaker than usual."""

    status: Literal["ok", "degraded", "unavailable"]
    checks: dict[str, str]


class JobShown(BaseModel):
    """An import adds ``written``, ``unchanged``, ``skipped`` and ``notes``; other kinds add what their result is."""

    model_config = ConfigDict(extra="allow")

    id: str
    kind: str
    status: JobStatus
    done: int
    total: int
    errors: list[FileError] = []
    skipped: list[Skipped] = []
    notes: list[Note] = []
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, job: Job) -> "JobShown":
        return cls.model_validate({**job.result, **job.model_dump(exclude={"result"})})


class JobAnswer(BaseModel):
    job: JobShown


class ChangeShown(BaseModel):
    """A change set, the texts that it changed, and their difference as `diff -u` writes it.

    ``is_file``: it changes with a restart, and is put back by hand."""

    change: ChangeSet
    is_file: bool
    documents: list[Document]
    diff: str

    @classmethod
    def of(cls, change: ChangeSet, documents: list[Document], diff: str) -> "ChangeShown":
        return cls(change=change, is_file=change.kind in FILE_KINDS, documents=documents, diff=diff)


class RevertAnswer(BaseModel):
    change: ChangeSet


class MaskBody(Body):
    text: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(storable)]
    region: Region | None = None


class AuditEntryShown(BaseModel):
    """One entry of the audit log; `hash` chains it to `previous`, the hash of the one before."""

    id: str
    seq: int
    at: datetime
    actor: str
    role: str
    kind: str
    subject: str | None
    detail: JsonObject
    previous: str
    hash: str

    @classmethod
    def of(cls, entry: AuditEntry) -> "AuditEntryShown":
        return cls(id=str(entry.seq), **entry.model_dump())
