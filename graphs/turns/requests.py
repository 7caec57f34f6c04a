"""What can be asked of a conversation, and what came of the asking. Messages sent one after the other may be answered together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.conversation import ActionRequest, Conversation, Page
from domain.triggers import Opening
from records.conversations import HeldConversation, SavedCheckpoint
from records.tables.conversation import TurnRow

LEASE = timedelta(seconds=15)
MAX_LEASE_SKEW = 4 * LEASE  # no lease ends later than this from now: where one does, the clock was put back


def is_free(row: HeldConversation, now: datetime, owner: str | None = None) -> bool:
    """Whether ``owner`` may take a conversation's lease: nobody holds it, they do, it ran out, or it is out of this time."""
    if row.lease_owner in (None, owner) or row.lease_until is None:
        return True
    return not now <= row.lease_until <= now + MAX_LEASE_SKEW


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
    signed_in_until: datetime | None = None  # None with a customer: of the operator's own terminal, without end
    client: str | None = None  # keyed digest of the client's address; None: not limited
    offer: Opening | None = None


@dataclass(frozen=True)
class HandoffWish:
    """The customer wants a person: in their own words, and with an address for the answer, where they gave them."""

    words: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class TurnRequest:
    """One of: words, a form or button, the wish for a person, or taking that back."""

    text: str | None = None
    action: ActionRequest | None = None
    handoff: HandoffWish | None = None
    client: str | None = None  # keyed digest of the client's address, where it is known
    withdraw: bool = False  # take back what waits for a person


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


def batch_after(waiting: Sequence[TurnRow]) -> list[TurnRow]:
    """The messages behind the first open turn, as far as they are plain words; none where it was begun before."""
    first, *others = waiting
    if first.kind != "text" or first.attempts > 0:
        return []
    merged: list[TurnRow] = []
    for turn in others:
        if turn.kind != "text" or turn.stopped_at is not None:
            break
        merged.append(turn)
    return merged
