"""The audit log's entries and how they are chained."""

import hashlib
import json
from datetime import datetime
from typing import Literal, Self, get_args

from pydantic import BaseModel

from domain.conversation import JsonObject
from domain.staff import Staff

AuditKind = Literal[
    "conversation_seen",  # by staff: a transcript, or its events
    "customer_seen",  # by staff, in the back office: a customer, an order, a list of orders
    "customer_exported",
    "customer_erased",
    "conversation_erased",
    "retention_applied",
    "personal_data_unsealed",
    "approved",
    "rejected",
    "policy_changed",
    "texts_changed",
    "staff_keys_changed",
    "key_created",
    "key_revoked",
    "staff_signed_in",
    "staff_refused",  # known to the provider, but nothing lets them in
    "staff_signed_out",  # by themselves, by an admin, or because the provider said no
    "rollout_changed",
    "experiment_changed",  # begun, stopped or promoted
    "models_changed",
    "article_changed",
    "score_read",  # a person's own reading of a conversation's quality
    "vault_rotated",
]
AUDIT_KINDS: tuple[str, ...] = get_args(AuditKind)
FIRST = "0" * 64  # what the first entry is chained to


class Actor(BaseModel):
    """Who did it: staff by the name of their key, an action of a turn, the customer whose own it is, or who ran a command on the
    machine."""

    name: str
    role: str

    @classmethod
    def of(cls, staff: Staff) -> Self:
        return cls(name=staff.name, role=staff.role)


class AuditEntry(BaseModel):
    """``subject`` is the id of what it was done to (``conversation:…``, ``article:…``); a customer is named by a keyed digest
    (``customer:…``), so that the log can stay when the customer is erased. ``detail`` holds ids, counts and reasons."""

    seq: int
    at: datetime
    actor: str
    role: str
    kind: str
    subject: str | None
    detail: JsonObject
    previous: str
    hash: str

    def computed_hash(self) -> str:
        """SHA-256 of the entry's JSON without its own hash, keys sorted, times in UTC to the microsecond."""
        told = self.model_dump(mode="json", exclude={"hash", "at"})
        told["at"] = self.at.isoformat(timespec="microseconds")
        return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


class ChainReport(BaseModel):
    """What the check of the whole chain found. ``broken_at`` is the first entry that does not fit, and ``why``."""

    entries: int
    head: str
    broken_at: int | None = None
    why: str | None = None
    under_other_keys: int = 0  # entries whose mark is of a vault key that is no longer held: chained, but not proven by it
