"""Bodies of the configuration's history."""

from pydantic import BaseModel

from domain.history import FILE_KINDS, ChangeSet
from insights.history.documents import Document


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
