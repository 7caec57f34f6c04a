"""Background jobs, as the API shows them."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from domain.importing import FileError, Note, Skipped
from domain.jobs import Job, JobStatus


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
