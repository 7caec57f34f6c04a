"""Bodies of the privacy calls."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.fields import LONGEST_TEXT, Body, Region, storable
from domain.audit import AuditEntry
from domain.conversation import JsonObject


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
