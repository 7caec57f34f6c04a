"""What an upload holds, once it was read: articles, and why the rest is none."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import BaseModel

from domain.knowledge import ArticleDraft, SegmentDraft


class Document(BaseModel):
    """An article as a file has it; ``draft.source_id`` is set."""

    file: str  # its path in the upload
    draft: ArticleDraft


class FileError(BaseModel):
    """What is wrong with a file, or with a row of it; shown to whoever uploaded it."""

    file: str
    message: str


class Skipped(BaseModel):
    """What is none of ours, or not to be published."""

    file: str
    why: str


class Note(BaseModel):
    """What whoever imports should know of a file that was taken."""

    file: str
    message: str


class Reading(BaseModel):
    documents: list[Document] = []
    errors: list[FileError] = []
    skipped: list[Skipped] = []
    notes: list[Note] = []

    def add(self, other: "Reading") -> None:
        self.documents += other.documents
        self.errors += other.errors
        self.skipped += other.skipped
        self.notes += other.notes


class ReadUpload(Protocol):
    async def __call__(self, name: str, data: bytes) -> Reading:
        """Read a file or an archive of files; a file that cannot be read is an error of the reading, never a raised one."""
        ...


class PrepareArticles(Protocol):
    async def __call__(self, drafts: Sequence[ArticleDraft]) -> list[list[SegmentDraft]]:
        """Cut each draft into segments, and do beforehand what would be slow after the commit."""
        ...
