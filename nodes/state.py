"""What a checkpoint holds: bounded, JSON-plain, masked. The transcript is not here, it lives in the records."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from domain.conversation import HandoffEnd, HandoffKind, HandoffReason, JsonObject, Outcome
from domain.language.text.entities import Entities
from domain.rules.policy import IdentityLevel

# Raised with each change of the channels below; `graphs/versions/state_migrations.py` then says what becomes of older checkpoints.
SCHEMA_VERSION = 5

TurnKind = Literal["greeting", "text", "action", "handoff", "resume", "crashed"]


class OfferTaken(TypedDict):
    """What a page offered, and the customer came for."""

    text: str
    asks: str | None  # what the documents are asked
    person: bool


class TurnInput(TypedDict, total=False):
    """The turn that runs now."""

    id: str
    seq: int
    kind: TurnKind
    at: str  # RFC 3339
    text: str
    meant: str  # the intent of the first act that was served
    whole: str  # the message, where `text` is the part of it that is served now
    action: str
    arguments: JsonObject
    in_pieces: bool  # whether this message completed a number that began in earlier ones
    hidden: list[str]  # kinds of personal data that were masked in this message
    decision: HandoffEnd
    note: str | None
    page_kind: str | None
    offer: OfferTaken
    quote_seen: str | None  # the quote that waited when this message arrived
    looks_only: bool  # beside an approval that waits: nothing may be begun, only looked up
    may_read: bool  # whether a model may read the text: consent, or a region where telling is enough


class Draft(TypedDict, total=False):
    """A message to be sent: citations and buttons are dumps of the domain's models."""

    id: str
    role: Literal["assistant", "system"]
    text: str
    citations: list[JsonObject]
    actions: list[JsonObject]
    leads: bool  # it is no message of its own: what is said next goes on with it


class AwaitedCode(TypedDict):
    """A one-time code that is on its way: its keyed digest, and whom it would prove. ``email`` is a claim, a token."""

    digest: str
    until: str
    email: str | None
    customer_id: str | None


class Identity(TypedDict, total=False):
    """How well we know who this is. What is only claimed stands apart, in ``code`` and ``said``: nothing else reads it."""

    level: IdentityLevel
    customer_id: str | None  # of the account that was proven, by a sign-in or a code
    until: str | None  # when that proof ends; None: the operator's own terminal
    orders: list[str]  # proven by order number and e-mail or postcode
    attempts: int  # wrong ones in this conversation
    code: AwaitedCode | None
    said: JsonObject  # halves of a proof that wait for the other: `order_id`, `postcode`, `email`


class Task(TypedDict, total=False):
    """An action that is being filled over several turns."""

    action: str
    arguments: JsonObject
    asked: str | None  # the slot that was asked for last
    times: int  # how often in a row
    act: JsonObject  # that began it: its goods, quantity and reason hold while something else is asked for
    words: str | None  # of the wish, where a proof came between it and its answer
    question: Draft  # that asked for the slot, to come back to; tasks of older releases have none


class Pending(TypedDict, total=False):
    """A quote that waits for a yes. ``quoted_in`` (a turn's number) makes the operation's key its own; ``confirmed_in`` is
    the turn in which the customer said yes to it: without one no person can approve it."""

    id: str
    name: str
    arguments: JsonObject
    amount: JsonObject | None
    method_id: str | None
    expires_at: str
    quoted_in: int
    confirmed_in: int
    words: str
    language: str  # of its words, ``de``; quotes of older releases have none
    after: str  # what was said after them ("a colleague then has to approve it"); quotes of older releases have none
    done: str  # the sentence once it is done; quotes of older releases have none
    facts: str  # a digest of what would be done, whatever the words; quotes of older releases have none


class OpenQuestion(TypedDict, total=False):
    """What the last message of ours asked, so that a bare yes means that and nothing else.

    ``quote``: shall I do it; ``quote_again``: shall I show what was put aside; ``person``: would you like to talk to one;
    ``consent``: may I read your messages. ``nothing``: a quote was withdrawn, so that no yes can mean it; ``dropped`` is that one."""

    kind: Literal["quote", "quote_again", "person", "consent", "nothing"]
    quote_id: str
    unread: str  # what was written before the consent, masked; questions of older releases have none
    about: str  # what the person would do, for their summary; questions of older releases have none
    reason: str  # that was told with it, should a refund be wanted instead
    offered: list[JsonObject]  # labels and values of its buttons that say something; questions of older releases have none
    dropped: JsonObject  # the name and arguments of the quote; questions of older releases have none


class Choice(TypedDict):
    """Wishes between which the customer was asked to choose, and the words that could mean any of them."""

    text: str
    intents: list[str]


class Frame(TypedDict):
    """What was done last, so that "and the other one?" asks the same of something else."""

    action: str
    order_id: str | None
    line_ids: NotRequired[list[str]]  # the goods, where it was about some: what "it" and "them" mean next
    quantities: NotRequired[
        dict[str, int]
    ]  # pieces by line, where fewer than all were meant; frames of older releases have none
    reason: NotRequired[str]  # that was given for it, not asked for again; frames of older releases have none
    done: NotRequired[str]  # the sentence that told it, once it was done; frames of older releases have none
    asked_since: NotRequired[bool]  # whether a question was answered after it: what follows may be of that
    fact: NotRequired[str]  # of the order that was told last, and may be asked back; frames of older releases have none
    email: NotRequired[str]  # the token of the address that a password link was sent to: sent again, it goes there


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
    task: Task | None
    pending: Pending | None
    failures: int
    open_question: OpenQuestion | None
    handoff: HandoffDraft | None
    topic: str | None  # the last question answered, for what follows it
    shown_order: str | None  # the order last spoken of
    choice: Choice | None  # what the customer was just asked to choose from
    agenda: list[JsonObject]  # acts that wait to be served, dumps of `domain.acts.Act`, in their order
    frame: Frame | None  # the last action that was served
    shown_orders: list[str]  # ids of the orders last shown, in the order in which they were named
    said: list[str]  # digests of the last answers, the newest last: the same one again is no progress
    migrated_to: str | None  # the graph version that took over from the one that the conversation began with
    # this turn
    turn: TurnInput
    intent: str | None
    confidence: float | None
    candidates: list[str]  # intents that the message may mean about equally well
    entities: JsonObject
    acts: list[JsonObject]  # all that was read of the message
    act: JsonObject | None  # the one that is served now
    stage: Literal["start", "confirmed", "approved"]
    reply: list[Draft]
    outcome: Outcome | None
    tool_calls: list[JsonObject]
    mails: list[JsonObject]  # `domain.mails.Mail`, sent once the turn has ended
    grounded: bool | None
    close: bool
    asking: OpenQuestion | None  # what this turn's last message asks; the next turn's `open_question`
    withdrawn: Pending | None  # the quote that this turn's words took back


def was_asked(state: ConversationState) -> OpenQuestion | None:
    """What the last message of ours asked, where it asked something that a yes or no answers."""
    asked = state.get("open_question")
    return asked if asked and asked.get("kind") != "nothing" else None


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
        "acts": [],
        "act": None,
        "stage": "start",
        "reply": [],
        "outcome": None,
        "tool_calls": [],
        "mails": [],
        "grounded": None,
        "close": False,
        "asking": None,
        "withdrawn": None,
    }


def entities_of(state: ConversationState) -> Entities:
    """What this turn's words name, typed: the checkpoint holds it as plain JSON of the same keys."""
    found: Entities = {**state.get("entities", {})}  # type: ignore[typeddict-item]  # the keys are those that `find_entities` wrote
    return found
