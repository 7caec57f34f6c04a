"""Accepting: in one transaction de-duplicate, mask, store the message and open the turn. From then on it is durable."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from domain.clock import Clock
from domain.conversation import ActionRequest, Author, Conversation, JsonObject, Message
from domain.errors import ConversationClosed, IdempotencyKeyReused, NotFound, TooManyWaiting
from domain.ids import new_id
from domain.personal_data import MaskedText, Sealed
from domain.ports.privacy import Masker
from graphs.requests import LEASE, Accepted, Claim, NewConversation, RequestKey, TurnRequest, is_free
from records.conversations import to_conversation
from records.held_conversation import HeldConversation
from records.session import AlreadyStored, Database
from records.tables.conversation import TurnRow
from records.tables.ledger import IdempotencyRow
from records.unit import Unit

KEPT_IN_VAULT = timedelta(days=7)
_WISH = "I would like to talk to a person."  # how the pressed escape hatch stands in the transcript
LONGEST_QUEUE = 50  # turns of one conversation that may wait: far more than a person types during a turn
_PIECES = 6  # messages over which a card number may be sent in pieces

# In the opening transaction: the new conversation, and its id → the graph version that it runs on.
ChooseVersion = Callable[[Unit, NewConversation, str], Awaitable[str]]

# Which kind of personal data a form's field holds.
_PERSONAL_FIELDS = {"email": "email", "phone": "phone", "name": "name", "address": "address"}


@dataclass(frozen=True)
class Masked:
    """A request without personal data: what may be stored, and what is sealed beside it."""

    text: str
    input: JsonObject
    sealed: list[Sealed]
    rewritten: list[Message]  # earlier messages that turned out to hold pieces of a number


class Acceptance:
    def __init__(
        self, database: Database, masker: Masker, clock: Clock, owner: str, longest_queue: int = LONGEST_QUEUE
    ) -> None:
        self._database, self._masker, self._clock, self._owner = database, masker, clock, owner
        self._longest_queue = longest_queue
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def _lock(self, conversation_id: str) -> AbstractAsyncContextManager[None]:
        """One request of a conversation is accepted at a time in this process: tokens are numbered in order."""
        found = self._locks.get(conversation_id)
        if found is None:
            found = self._locks[conversation_id] = asyncio.Lock()
        return found

    async def conversation(self, new: NewConversation, choose: ChooseVersion, key: RequestKey | None) -> Accepted:
        """Open a conversation with its greeting turn, pinned to the graph version that ``choose`` gives."""
        try:
            return await self._opened(new, choose, key)
        except AlreadyStored:
            # Another replica was given the same key at the same moment: its conversation is the answer.
            return await self._opened(new, choose, key)

    async def _opened(self, new: NewConversation, choose: ChooseVersion, key: RequestKey | None) -> Accepted:
        now, conversation_id = self._clock(), new_id()
        async with self._database.begin() as unit:
            replay = await self._replay(unit, key)
            if replay:
                return replay
            row = HeldConversation(
                id=conversation_id,
                customer_id=new.customer_id,
                channel=new.channel,
                locale=new.locale,
                region=new.region,
                page=new.page.model_dump() if new.page else None,
                consent=new.consent,
                status="open",
                graph_version=await choose(unit, new, conversation_id),
                failures=0,
                message_seq=0,
                turn_seq=0,
                event_seq=0,
                fence=0,
                created_at=now,
                updated_at=now,
            )
            unit.conversations.add(row)
            started: JsonObject = {"first_name": new.first_name, "page_kind": new.page.kind if new.page else None}
            turn = self._open(unit, row, "greeting", started, now)
            self._remember(unit, key, row.id, turn.id, 201, now)
            return Accepted(row.id, turn.id, status_code=201, claim=self._claimed(row, turn, now))

    async def turn(self, conversation_id: str, request: TurnRequest, key: RequestKey | None) -> Accepted:
        """Accept words, a form or the wish for a person.

        Raises ``NotFound``, ``ConversationClosed``, ``IdempotencyKeyReused`` or ``StorageUnavailable``, with nothing kept."""
        async with self._lock(conversation_id):
            masked: Masked | None = None
            if _has_words(request):
                async with self._database.glance() as unit:
                    replay = await self._replay(unit, key)
                    if replay:
                        return replay
                    conversation = await _open_conversation(unit, conversation_id)
                    known = await unit.vault.of_conversation(conversation_id)
                    earlier = await unit.transcript.latest_of_customer(conversation_id, _PIECES) if request.text else []
                # Before the transaction: the detector takes longer than anybody should hold the one writer's place.
                masked = await asyncio.to_thread(self._mask, request, conversation, known, earlier)
            async with self._database.begin() as unit:
                return await self._store(unit, conversation_id, request, masked, key)

    async def _store(
        self, unit: Unit, conversation_id: str, request: TurnRequest, masked: Masked | None, key: RequestKey | None
    ) -> Accepted:
        now = self._clock()
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        # Under the lock: where another replica was given the same key, its row is seen by now.
        replay = await self._replay(unit, key)
        if replay:
            return replay
        if row.status == "closed":
            raise ConversationClosed
        waiting = row.open_turns
        if waiting >= self._longest_queue and request.handoff is None:  # the way to a person is never full
            raise TooManyWaiting(retry_after=2)
        masked = masked or self._mask(request, to_conversation(row), [], [])
        kind = "text" if request.text is not None else "action" if request.action else "handoff"
        turn = self._open(unit, row, kind, masked.input, now)
        unit.vault.keep(conversation_id, masked.sealed, now + KEPT_IN_VAULT)
        for message in masked.rewritten:
            await unit.transcript.rewrite(conversation_id, message, message.text)
        said = Message(
            id=new_id(),
            seq=0,
            turn_id=turn.id,
            role="customer",
            text=masked.text,
            created_at=now,
            author=Author(name="Customer", kind="customer"),
        )
        unit.transcript.say(row, said)
        unit.transcript.emit(row, "turn.started", {"id": turn.id, "kind": kind}, now)
        row.updated_at = now
        status = 202 if kind == "handoff" else 200
        self._remember(unit, key, row.id, turn.id, status, now)
        claim = None if waiting else self._claimed(row, turn, now)
        return Accepted(row.id, turn.id, status_code=status, claim=claim)

    def _open(self, unit: Unit, row: HeldConversation, kind: str, given: JsonObject, now: datetime) -> TurnRow:
        turn = TurnRow(
            id=new_id(),
            conversation_id=row.id,
            kind=kind,
            input=given,
            attempts=0,
            failures=0,
            graph_version=row.graph_version,
            duration_ms=0,
            created_at=now,
        )
        unit.turns.open(row, turn)
        return turn

    def _claimed(self, row: HeldConversation, turn: TurnRow, now: datetime) -> Claim | None:
        """Take the lease in the same transaction, where it is free. Nothing may be waiting before this turn."""
        if not is_free(row, now):
            return None
        row.lease_owner, row.lease_until, row.fence = self._owner, now + LEASE, row.fence + 1
        turn.attempts = 1
        return Claim(to_conversation(row), turn, row.fence, row.checkpoint)

    def open_resume(self, unit: Unit, row: HeldConversation, given: JsonObject) -> TurnRow:
        """A person's decision as a turn of its own."""
        return self._open(unit, row, "resume", given, self._clock())

    async def _replay(self, unit: Unit, key: RequestKey | None) -> Accepted | None:
        known = await unit.keys.get(key.scope, key.key) if key else None
        if known is None or key is None:
            return None
        if known.request_hash != key.request_hash:
            raise IdempotencyKeyReused
        return Accepted(known.conversation_id or "", known.turn_id or "", is_replay=True, status_code=known.status_code)

    def _remember(
        self, unit: Unit, key: RequestKey | None, conversation_id: str, turn_id: str, status: int, now: datetime
    ) -> None:
        if key:
            unit.keys.add(
                IdempotencyRow(
                    scope=key.scope,
                    key=key.key,
                    request_hash=key.request_hash,
                    conversation_id=conversation_id,
                    turn_id=turn_id,
                    status_code=status,
                    created_at=now,
                )
            )

    def _mask(self, request: TurnRequest, conversation: Conversation, known: list[Sealed], earlier: list[Message]) -> Masked:
        masker = self._masker.within(conversation.id)
        if request.action:
            arguments, sealed = _masked_form(masker, request.action, known)
            given: JsonObject = {"action": request.action.name, "arguments": arguments}
            return Masked(words_of(request.action.name, arguments), given, sealed, [])
        if request.text is None:
            return Masked(_WISH, {"reason": request.handoff or "customer_request"}, [], [])
        text, rewritten = request.text, []
        pieces = masker.completes([m.text for m in earlier], text)
        masked: MaskedText
        masked, sealed = masker.mask(text, conversation.region, known)
        clean = masked.text
        hidden = list(dict.fromkeys(e.kind for e in masked.entities))
        if pieces:
            rewritten = [m.model_copy(update={"text": masker.mask_digits(m.text)}) for m in earlier[-pieces:]]
            clean = masker.mask_digits(clean)
            hidden.append("card")
        return Masked(clean, {"text": clean, "hidden": hidden}, sealed, rewritten)


def _has_words(request: TurnRequest) -> bool:
    """Whether the request holds anything that could be personal, and so has to go through the detector."""
    if request.action is None:
        return request.text is not None
    return any(name == "reason" or name in _PERSONAL_FIELDS for name in request.action.arguments)


def _masked_form(masker: Masker, action: ActionRequest, known: list[Sealed]) -> tuple[JsonObject, list[Sealed]]:
    """A form's arguments with personal fields as tokens; free words among them are masked like a message."""
    arguments: JsonObject = {}
    sealed: list[Sealed] = []
    for name, value in action.arguments.items():
        if value is None:
            continue
        kind = _PERSONAL_FIELDS.get(name)
        if kind is not None:
            whole = json.dumps(value, sort_keys=True) if isinstance(value, dict) else str(value)
            token, new = masker.seal(kind, whole, [*known, *sealed])  # type: ignore[arg-type]  # kinds of _PERSONAL_FIELDS
            arguments[name], sealed = token, [*sealed, *new]
        elif name == "reason":
            masked, new = masker.mask(str(value), None, [*known, *sealed])
            arguments[name], sealed = masked.text, [*sealed, *new]
        else:
            arguments[name] = value
    return arguments, sealed


async def _open_conversation(unit: Unit, conversation_id: str) -> Conversation:
    conversation = await unit.conversations.get(conversation_id)
    if conversation is None:
        raise NotFound
    if conversation.status == "closed":
        raise ConversationClosed
    return conversation


def words_of(action: str, arguments: JsonObject) -> str:
    """How a pressed button or a sent form stands in the transcript."""
    if action in ("confirm", "cancel"):
        return {"confirm": "Yes, do it", "cancel": "No, cancel"}[action]
    shown = [f"{k.replace('_', ' ')}: {v}" for k, v in arguments.items() if k != "code" and not isinstance(v, list | dict)]
    return f"{action.replace('_', ' ').capitalize()}{' · ' if shown else ''}{', '.join(shown)}"
