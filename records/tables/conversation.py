"""Conversations: their messages, turns and events, what the outside told each turn, and who holds them instead of the assistant.

Every text and every JSON value here is masked.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.conversation import (
    ConversationStatus,
    EventName,
    HandoffEnd,
    HandoffKind,
    HandoffReason,
    HandoffStatus,
    Outcome,
    Role,
    TurnStatus,
)
from records.tables.model import Model


class ConversationRow(Model):
    """One conversation; its counters hand out the numbers of messages, turns and events, its lease is the turn lock.

    The checkpoint says where its graph stands, as LangGraph's serializer wrote it: the state, and the interrupt that waits.
    It is read and replaced together with the lease, so it stands beside it; what only looks at conversations leaves it out."""

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(String(200), index=True)
    channel: Mapped[str] = mapped_column(String(40))
    locale: Mapped[str] = mapped_column(String(35))
    region: Mapped[str | None] = mapped_column(String(10))
    page: Mapped[dict[str, Any] | None]
    consent: Mapped[bool | None]
    status: Mapped[ConversationStatus] = mapped_column(String(24), index=True)
    graph_version: Mapped[str] = mapped_column(String(80))
    failures: Mapped[int] = mapped_column(default=0)
    handoff_id: Mapped[str | None] = mapped_column(String(36))
    pending_action: Mapped[dict[str, Any] | None]
    message_seq: Mapped[int] = mapped_column(default=0)
    turn_seq: Mapped[int] = mapped_column(default=0)
    event_seq: Mapped[int] = mapped_column(default=0)
    open_turns: Mapped[int] = mapped_column(default=0)  # accepted and not finished
    lease_owner: Mapped[str | None] = mapped_column(String(80))
    lease_until: Mapped[datetime | None]
    fence: Mapped[int] = mapped_column(default=0)
    variants: Mapped[list[Any] | None]  # its places in experiments (`domain.experiments.Enrolment`)
    offer: Mapped[str | None] = mapped_column(String(60))  # with which it was opened (`domain.triggers.Offer.label`)
    created_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(String(20))
    checkpoint_id: Mapped[str | None] = mapped_column(String(64), deferred=True)
    checkpoint_kind: Mapped[str | None] = mapped_column(String(20), deferred=True)  # the encoding of its data
    checkpoint_data: Mapped[bytes | None] = mapped_column(deferred=True)


class MessageRow(Model):
    __tablename__ = "message"
    __table_args__ = (Index("ux_message_conversation_seq", "conversation_id", "seq", unique=True),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"))
    seq: Mapped[int]
    turn_id: Mapped[str | None] = mapped_column(String(36))
    role: Mapped[Role] = mapped_column(String(12))
    author: Mapped[dict[str, Any]]
    text: Mapped[str]
    citations: Mapped[list[Any]]
    actions: Mapped[list[Any]]
    created_at: Mapped[datetime]


class TurnRow(Model):
    """A unit of work. ``finished_at`` is null from its acceptance until its commit: what a sweep looks for."""

    __tablename__ = "turn"
    __table_args__ = (
        Index("ux_turn_conversation_seq", "conversation_id", "seq", unique=True),
        # With the column that is always null here, SQLite prefers it to the index of all of a conversation's turns.
        Index(
            "ix_turn_unfinished",
            "conversation_id",
            "finished_at",
            "seq",
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"))
    seq: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    input: Mapped[dict[str, Any]]
    attempts: Mapped[int] = mapped_column(default=0)
    status: Mapped[TurnStatus | None] = mapped_column(String(12))
    intent: Mapped[str | None] = mapped_column(String(80))
    confidence: Mapped[float | None]
    outcome: Mapped[Outcome | None] = mapped_column(String(24))
    tool_calls: Mapped[list[Any] | None]
    acts: Mapped[list[Any] | None]
    grounded: Mapped[bool | None]
    failures: Mapped[int] = mapped_column(default=0)
    variant: Mapped[str | None] = mapped_column(String(80))
    graph_version: Mapped[str] = mapped_column(String(80))
    configuration: Mapped[str | None] = mapped_column(String(16))  # of the process that ran it (`ConfigurationRow`)
    tokens_read: Mapped[int | None]  # by a hosted model; none without one
    tokens_written: Mapped[int | None]
    cost: Mapped[float | None]  # at the prices of then; none without prices
    told: Mapped[list[Any] | None]  # ids of the messages that its reply was made of; None of before they were kept
    duration_ms: Mapped[int] = mapped_column(default=0)
    response: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime] = mapped_column(index=True)
    finished_at: Mapped[datetime | None]
    merged_into: Mapped[str | None] = mapped_column(String(36))  # the turn that answered this one along with itself
    stopped_at: Mapped[datetime | None]  # when the customer asked to stop it


class EventRow(Model):
    __tablename__ = "event"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[EventName] = mapped_column(String(40))
    data: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class HandoffRow(Model):
    __tablename__ = "handoff"
    __table_args__ = (Index("ix_handoff_queue", "status", "waiting_since"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    turn_id: Mapped[str | None] = mapped_column(String(36))
    kind: Mapped[HandoffKind] = mapped_column(String(12))
    reason: Mapped[HandoffReason] = mapped_column(String(24))
    status: Mapped[HandoffStatus] = mapped_column(String(8))
    waiting_since: Mapped[datetime]
    claimed_by: Mapped[str | None] = mapped_column(String(80))
    claimed_at: Mapped[datetime | None]
    released_by: Mapped[str | None] = mapped_column(String(80))  # who put it back last; None where its time ran out
    resumed_at: Mapped[datetime | None]
    resumed_by: Mapped[str | None] = mapped_column(String(80))
    resume_action: Mapped[HandoffEnd | None] = mapped_column(String(16))
    resume_note: Mapped[str | None]
    resume_turn_id: Mapped[str | None] = mapped_column(String(36))
    first_reply_at: Mapped[datetime | None]
    summary: Mapped[str]
    detail: Mapped[dict[str, Any] | None]


class RecordingRow(Model):
    """Of the turns that asked anything. ``document`` is a `domain.recording.Recording`."""

    __tablename__ = "recording"

    turn_id: Mapped[str] = mapped_column(ForeignKey("turn.id"), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    document: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(index=True)
