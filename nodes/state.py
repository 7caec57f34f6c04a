"""What a checkpoint holds: bounded, JSON-plain, masked. The transcript is not here, it lives in the records."""

from typing import Literal, TypedDict

from domain.conversation import HandoffKind, HandoffReason, JsonObject, Outcome, ResumeAction
from domain.policy import IdentityLevel

# Raised with each change of the channels below; `graphs/upgrades.py` then says what becomes of older checkpoints.
SCHEMA_VERSION = 2

TurnKind = Literal["greeting", "text", "action", "handoff", "resume", "crashed"]


class TurnInput(TypedDict, total=False):
    """The turn that runs now."""

    id: str
    seq: int
    kind: TurnKind
    at: str  # RFC 3339
    text: str
    action: str
    arguments: JsonObject
    reason: HandoffReason
    hidden: list[str]  # kinds of personal data that were masked in this message
    decision: ResumeAction
    note: str | None
    page_kind: str | None
    may_read: bool  # whether a model may read the text: consent, or a region where telling is enough


class Draft(TypedDict, total=False):
    """A message to be sent: citations and buttons are dumps of the domain's models."""

    id: str
    role: Literal["assistant", "system"]
    text: str
    citations: list[JsonObject]
    actions: list[JsonObject]


class Identity(TypedDict, total=False):
    """How well we know who this is. A code is kept as a keyed digest only."""

    level: IdentityLevel
    customer_id: str | None
    orders: list[str]  # proven by order number and e-mail or postcode
    attempts: int
    claimed_order: str | None
    code_digest: str | None
    code_expires: str | None


class Task(TypedDict, total=False):
    """An action that is being filled over several turns."""

    action: str
    arguments: JsonObject
    asked: str | None  # the slot that was asked for last
    times: int  # how often in a row


class Pending(TypedDict, total=False):
    """A quote that waits for a yes. ``quoted_in`` (a turn's number) makes the operation's key its own."""

    name: str
    arguments: JsonObject
    amount: JsonObject | None
    method_id: str | None
    expires_at: str
    quoted_in: int
    words: str


class Choice(TypedDict):
    """Wishes between which the customer was asked to choose, and the words that could mean any of them."""

    text: str
    intents: list[str]


class HandoffDraft(TypedDict, total=False):
    id: str
    kind: HandoffKind
    reason: HandoffReason
    summary: str
    detail: JsonObject | None


class ConversationState(TypedDict, total=False):
    # what lasts
    schema_version: int
    last_turn_seq: int
    customer: JsonObject | None  # {id, first_name, region}
    identity: Identity
    region: str | None
    locale: str
    consent: bool | None
    consent_asked: bool
    task: Task | None
    pending: Pending | None
    failures: int
    person_offered: bool  # the last words were "would you like to talk to a person?": a yes now may mean that
    handoff: HandoffDraft | None
    topic: str | None  # the last question answered, for what follows it
    shown_order: str | None  # the order last spoken of
    choice: Choice | None  # what the customer was just asked to choose from
    migrated_to: str | None  # the graph version that took over from the one that the conversation began with
    # this turn
    turn: TurnInput
    intent: str | None
    confidence: float | None
    candidates: list[str]  # intents that the message may mean about equally well
    entities: JsonObject
    stage: Literal["start", "confirmed", "approved"]
    reply: list[Draft]
    outcome: Outcome | None
    tool_calls: list[JsonObject]
    grounded: bool | None
    close: bool


def fresh_turn(turn: TurnInput, consent: bool | None) -> ConversationState:
    """The input of a run: the turn, and every channel of the last turn emptied."""
    return {
        "schema_version": SCHEMA_VERSION,
        "turn": turn,
        "consent": consent,
        "intent": None,
        "confidence": None,
        "candidates": [],
        "entities": {},
        "stage": "start",
        "reply": [],
        "outcome": None,
        "tool_calls": [],
        "grounded": None,
        "close": False,
    }
