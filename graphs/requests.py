"""What can be asked of a conversation, and the key under which asking twice is asking once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.conversation import ActionRequest, Conversation, HandoffReason, Page
from records.held_conversation import HeldConversation, SavedCheckpoint
from records.tables.conversation import TurnRow

LEASE = timedelta(seconds=15)
FARTHEST = 4 * LEASE  # no lease ends later than this from now: where one does, the clock was put back


def is_free(row: HeldConversation, now: datetime, owner: str | None = None) -> bool:
    """Whether ``owner`` may take a conversation's lease: nobody holds it, they do, it ran out, or it is out of this time."""
    if row.lease_owner in (None, owner) or row.lease_until is None:
        return True
    return not now <= row.lease_until <= now + FARTHEST


@dataclass(frozen=True)
class RequestKey:
    """An idempotency key: its scope is the hash of route and credential, ``request_hash`` that of the body."""

    scope: str
    key: str
    request_hash: str


@dataclass(frozen=True)
class NewConversation:
    channel: str = "web"
    locale: str = "en-US"
    region: str | None = None
    page: Page | None = None
    consent: bool | None = None
    graph_version: str | None = None
    # of a proven customer token
    customer_id: str | None = None
    first_name: str | None = None


@dataclass(frozen=True)
class TurnRequest:
    """One of: words, a form or button, or the wish for a person."""

    text: str | None = None
    action: ActionRequest | None = None
    handoff: HandoffReason | None = None


@dataclass(frozen=True)
class Claim:
    """A turn that this process may run, under a fencing number, and where its graph goes on from."""

    conversation: Conversation
    turn: TurnRow
    fence: int
    checkpoint: SavedCheckpoint | None
    merged: list[TurnRow] = field(default_factory=list)  # later messages of the same burst, answered by this turn


@dataclass(frozen=True)
class Accepted:
    """A turn that is durable. ``is_replay``: the key was answered, or is being answered, before."""

    conversation_id: str
    turn_id: str
    is_replay: bool = False
    status_code: int = 200
    claim: Claim | None = None  # where nobody ran the conversation, its acceptance took the lease along
