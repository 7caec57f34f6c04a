"""A conversation's row in the hands of a unit of work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.conversation import ConversationStatus


@dataclass(frozen=True)
class SavedCheckpoint:
    """A checkpoint as LangGraph's serializer wrote it: ``kind`` names the encoding of ``data``."""

    checkpoint_id: str
    kind: str
    data: bytes


@dataclass(kw_only=True, eq=False)
class HeldConversation:
    """The columns of the table `conversation`; what is changed here is sent by the unit's flush.

    Plain, since the session's tracked objects cost more than all that a turn does with them."""

    id: str
    customer_id: str | None = None
    channel: str
    locale: str
    region: str | None = None
    page: dict[str, Any] | None = None
    consent: bool | None = None
    status: ConversationStatus
    graph_version: str
    failures: int = 0
    handoff_id: str | None = None
    pending_action: dict[str, Any] | None = None
    message_seq: int = 0
    turn_seq: int = 0
    event_seq: int = 0
    open_turns: int = 0
    lease_owner: str | None = None
    lease_until: datetime | None = None
    fence: int = 0
    variants: list[Any] | None = None
    offer: str | None = None
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None = None
    closed_by: str | None = None
    checkpoint_id: str | None = None
    checkpoint_kind: str | None = None
    checkpoint_data: bytes | None = None

    @property
    def checkpoint(self) -> SavedCheckpoint | None:
        """Where the graph stands; None before its first run."""
        if self.checkpoint_id is None or self.checkpoint_kind is None or self.checkpoint_data is None:
            return None
        return SavedCheckpoint(self.checkpoint_id, self.checkpoint_kind, self.checkpoint_data)

    @checkpoint.setter
    def checkpoint(self, saved: SavedCheckpoint) -> None:
        self.checkpoint_id, self.checkpoint_kind, self.checkpoint_data = saved.checkpoint_id, saved.kind, saved.data
