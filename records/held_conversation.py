"""A conversation's row in the hands of a unit of work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.conversation import ConversationStatus


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
    lease_owner: str | None = None
    lease_until: datetime | None = None
    fence: int = 0
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None = None
    closed_by: str | None = None
