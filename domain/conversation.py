"""A conversation and its parts, in the words and shapes of the REST contract, and the events of its stream. All text in here is
masked.
"""

from datetime import datetime
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict

from domain.experiments import Enrolment
from domain.money import Money

ConversationStatus = Literal["open", "waiting_for_human", "with_human", "waiting_for_approval", "closed"]
HELD_BY_PERSON: frozenset[ConversationStatus] = frozenset({"waiting_for_human", "with_human", "waiting_for_approval"})
Role = Literal["customer", "assistant", "agent", "system"]
Outcome = Literal[
    "answered",
    "action_done",
    "action_refused",
    "asked_for_input",
    "asked_for_confirmation",
    "asked_for_consent",
    "not_understood",
    "no_answer_found",
    "handed_off",
    "relayed_to_human",
    "error",
]
TurnStatus = Literal["completed", "interrupted", "failed"]
ToolStatus = Literal[
    "succeeded", "refused", "needs_confirmation", "needs_approval", "needs_identity", "needs_input", "failed"
]
HandoffKind = Literal["conversation", "approval"]
HandoffStatus = Literal["waiting", "claimed", "resumed"]
HandoffReason = Literal[
    "customer_request",
    "repeated_failure",
    "no_answer",
    "low_confidence",
    "policy",
    "approval_needed",
    "identity_not_verified",
    "tool_failure",
    "sentiment",
    "safety",
    "model_unavailable",
    "agent_took_over",
]
# By whom a hand-off ended: a person's decision, or the customer who took it back.
HandoffEnd = Literal["return_to_bot", "close", "approve", "reject", "withdraw"]
ResumeAction = Literal["return_to_bot", "close", "approve", "reject"]
ButtonKind = Literal["reply", "handoff", "confirm", "cancel", "link"]

# Masked JSON of forms, tools and merchants: its keys differ by action.
JsonObject = dict[str, Any]


class Author(BaseModel):
    name: str
    kind: Literal["ai", "human", "customer"]


class Citation(BaseModel):
    article_id: str
    segment_id: str
    title: str
    url: str | None = None
    quote: str | None = None
    revision: int | None = None  # of the article, as it was answered from


class Button(BaseModel):
    """What the customer can press under a message (``actions`` in the contract)."""

    id: str
    label: str
    kind: ButtonKind
    value: str


class Message(BaseModel):
    id: str
    seq: int
    turn_id: str | None
    role: Role
    text: str
    created_at: datetime
    author: Author
    citations: list[Citation] = []
    actions: list[Button] = []


class ToolCall(BaseModel):
    name: str
    arguments: JsonObject
    status: ToolStatus
    result: JsonObject | None = None


class ReadAct(BaseModel):
    """What was read of one clause, as the API shows it (`domain.acts.Act` holds more)."""

    act: Literal["wish", "report", "question", "value", "yes", "no", "correction", "talk", "urgent"]
    intent: str | None = None
    negated: bool = False
    order_id: str | None = None
    line_ids: list[str] = []
    quantity: int | None = None
    amount: str | None = None
    reason: str | None = None
    confidence: float = 1.0
    text: str = ""


class Turn(BaseModel):
    id: str
    status: TurnStatus
    intent: str | None
    confidence: float | None
    acts: list[ReadAct] = []
    language: str | None = None  # BCP 47, of the customer's words, where they make it plain enough
    outcome: Outcome
    tool_calls: list[ToolCall] = []
    grounded: bool | None = None
    failures: int = 0
    variant: str | None = None
    duration_ms: int = 0


class PendingAction(BaseModel):
    """A quote that waits for the customer's yes, or for a person's. ``id`` is empty for one of an earlier release."""

    id: str = ""
    name: str
    arguments: JsonObject
    amount: Money | None = None
    method_id: str | None = None
    expires_at: datetime


class Handoff(BaseModel):
    id: str
    conversation_id: str
    kind: HandoffKind
    reason: HandoffReason
    status: HandoffStatus
    waiting_since: datetime
    claimed_by: str | None = None
    summary: str = ""
    detail: JsonObject | None = None


class ActionRequest(BaseModel):
    """A form or button: the action's name and its arguments."""

    model_config = ConfigDict(extra="forbid")

    name: str
    arguments: JsonObject = {}


class Page(BaseModel):
    """Where on the merchant's site the chat was opened."""

    model_config = ConfigDict(extra="forbid")

    url: str
    kind: str | None = None
    title: str | None = None


class Conversation(BaseModel):
    """The row that everything of one conversation hangs on."""

    id: str
    status: ConversationStatus
    graph_version: str
    channel: str
    region: str | None
    locale: str
    consent: bool | None
    failures: int
    customer_id: str | None
    page: Page | None = None
    handoff_id: str | None = None
    pending_action: PendingAction | None = None
    variants: list[Enrolment] = []
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None = None


EventName = Literal[
    "turn.started",
    "message.delta",
    "message.completed",
    "tool.completed",
    "handoff.updated",
    "conversation.updated",
    "turn.completed",
]


class Event(BaseModel):
    """``id`` orders it in its conversation: a row's number, or ``number.k`` for a delta, which is never stored."""

    id: str
    name: EventName
    data: JsonObject


class DeltaSink(Protocol):
    async def __call__(self, message_id: str, text: str) -> None: ...
