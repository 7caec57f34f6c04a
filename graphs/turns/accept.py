"""Accepting: in one transaction de-duplicate, mask, store the message and open the turn. From then on it is durable."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime

from domain.clock import Clock
from domain.conversation import Author, Conversation, JsonObject, Message
from domain.errors import ConversationClosed, NotFound, RateLimited, TooManyWaiting
from domain.experiments import Enrolment, enrolled, variant_name
from domain.ids import new_id
from domain.language.languages.written_language import locale_of_words
from domain.messages.messages import Messages, Say
from domain.telemetry.metrics import LEASES_TAKEN_OVER
from graphs.consents import ConsentProofs
from graphs.turns.masking import PIECES, Masked, Masking, Said, bare
from graphs.turns.requests import LEASE, Accepted, Claim, NewConversation, TurnRequest, is_free
from graphs.turns.withdrawals import WITHDRAW, wishes_for_person, withdraws
from nodes.quoting.quotes import no_label, yes_label
from records.conversations import HeldConversation, to_conversation
from records.engine.session import Database, again_after_race
from records.engine.unit import Unit
from records.ledger import RequestKey
from records.tables.conversation import TurnRow

LONGEST_QUEUE = 50  # turns of one conversation that may wait: far more than a person types during a turn

# In the opening transaction: the new conversation, and its id → the graph version that it runs on.
ChooseVersion = Callable[[Unit, NewConversation, str], Awaitable[str]]


class Acceptance:
    def __init__(
        self,
        database: Database,
        masking: Masking,
        clock: Clock,
        owner: str,
        messages: Messages,
        consents: ConsentProofs,
        *,
        openings_a_minute: int = 0,
        messages_a_minute: int = 0,
        longest_queue: int = LONGEST_QUEUE,
    ) -> None:
        """``openings_a_minute``, ``messages_a_minute``: of one client address; 0: as many as they like."""
        self._database, self._masking, self._clock, self._owner = database, masking, clock, owner
        self._messages, self._consents = messages, consents
        self._longest_queue = longest_queue
        self._openings_a_minute, self._messages_a_minute = openings_a_minute, messages_a_minute

    async def conversation(self, new: NewConversation, choose: ChooseVersion, key: RequestKey | None) -> Accepted:
        """Open a conversation with its greeting turn, pinned to the graph version that ``choose`` gives."""
        return await again_after_race(lambda: self._opened(new, choose, key))

    async def _opened(self, new: NewConversation, choose: ChooseVersion, key: RequestKey | None) -> Accepted:
        now, conversation_id = self._clock(), new_id()
        async with self._database.begin() as unit:
            replay = await _replay(unit, key)
            if replay:
                return replay
            await self._count_opening(unit, new, now)
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
                offer=new.offer.label if new.offer else None,
                created_at=now,
                updated_at=now,
            )
            places = enrolled(await unit.experiments.active(), new.customer_id or conversation_id)
            row.variants = [place.model_dump(mode="json") for place in places] or None
            unit.conversations.add(row)
            if new.consent is not None:
                await self._consents.keep(unit, row, new.consent, "opening")
            started: JsonObject = {"first_name": new.first_name, "page_kind": new.page.kind if new.page else None}
            if new.offer:
                await unit.offers.opened(new.offer.id, now)
                if new.offer.text:
                    started["offer"] = {"text": new.offer.text, "asks": new.offer.asks, "person": new.offer.person}
            if new.signed_in_until:
                started["signed_in_until"] = new.signed_in_until.isoformat()
            turn = self._open(unit, row, "greeting", started, now)
            unit.keys.remember(key, 201, now, conversation_id=row.id, turn_id=turn.id)
            return Accepted(row.id, turn.id, status_code=201, claim=self._claimed(row, turn, now))

    async def _count_opening(self, unit: Unit, new: NewConversation, now: datetime) -> None:
        """Raises ``RateLimited``; then this opening was not counted."""
        most = self._openings_a_minute
        if most and new.client and await unit.limits.count(new.client, now) > most:
            raise RateLimited("too many conversations were opened from this address", retry_after=60 - now.second)

    async def _count_message(self, unit: Unit, request: TurnRequest, now: datetime) -> None:
        """Raises ``RateLimited``; the wish for a person is never too often."""
        most = self._messages_a_minute
        if most and request.client and request.handoff is None:
            key = hashlib.sha256(f"messages {request.client}".encode()).hexdigest()
            if await unit.limits.count(key, now) > most:
                raise RateLimited("too many messages were sent from this address", retry_after=60 - now.second)

    async def turn(self, conversation_id: str, request: TurnRequest, key: RequestKey | None) -> Accepted:
        """Accept words, a form or the wish for a person.

        Raises ``NotFound``, ``ConversationClosed``, ``IdempotencyKeyReused``, ``ValidationFailed``, ``RateLimited`` or
        ``StorageUnavailable``, with nothing kept."""
        # The other may also have masked something of this conversation: its tokens are known the second time.
        return await again_after_race(lambda: self._turn(conversation_id, request, key))

    async def _turn(self, conversation_id: str, request: TurnRequest, key: RequestKey | None) -> Accepted:
        async with self._masking.lock(conversation_id):
            masked = bare(request)
            if masked is None:
                async with self._database.read_snapshot() as unit:
                    replay = await _replay(unit, key)
                    if replay:
                        return replay
                    conversation = await _open_conversation(unit, conversation_id)
                    known = await unit.vault.of_conversation(conversation_id)
                    earlier = [Said(*one) for one in await unit.turns.inputs_of_customer(conversation_id, PIECES)]
                    last = await unit.transcript.latest(conversation_id, 1) if request.text else []
                # Before the transaction: the detector takes longer than anybody should hold the one writer's place.
                masked = await self._masking.request(request, conversation, known, earlier, last[0] if last else None)
            async with self._database.begin() as unit:
                return await self._store(unit, conversation_id, request, masked, key)

    async def _store(
        self, unit: Unit, conversation_id: str, request: TurnRequest, masked: Masked, key: RequestKey | None
    ) -> Accepted:
        now = self._clock()
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        if request.text is not None:
            row.locale = locale_of_words(row.locale, row.region, masked.text)
        say = self._messages.speaking(row.locale)
        # Under the lock: where another replica was given the same key, its row is seen by now.
        replay = await _replay(unit, key)
        if replay:
            return replay
        if row.status == "closed":
            raise ConversationClosed
        await self._count_message(unit, request, now)
        waiting = row.open_turns
        if waiting >= self._longest_queue and request.handoff is None:  # the way to a person is never full
            raise TooManyWaiting(retry_after=2)
        kind, given = "text" if request.text is not None else "action" if request.action else "handoff", masked.input
        taken_back = await withdraws(unit, row, request, masked.text, now)
        if taken_back is not None:
            kind, given = "resume", {**given, "decision": WITHDRAW, "handoff_id": taken_back.id}
        elif (has := await wishes_for_person(unit, row, request, masked.text, now)) is not None:
            given = {**given, "notice": say("person-told") if has == "claimed" else say("person-told.unclaimed")}
        if row.pending_action:
            # A yes can mean only what its customer could see when they sent it.
            given = {**given, "quote_seen": row.pending_action.get("id")}
        # The client is there until the turn has ended.
        turn = self._open(unit, row, kind, given | ({"client": request.client} if request.client else {}), now)
        self._masking.keep(unit, conversation_id, masked.sealed)
        if masked.rewritten:
            await self._masking.rewrite(unit, row, masked.rewritten)
        said = Message(
            id=new_id(),
            seq=0,
            turn_id=turn.id,
            role="customer",
            text=_as_said(say, row, request, masked),
            created_at=now,
            author=Author(name="Customer", kind="customer"),
        )
        unit.transcript.say(row, said)
        unit.transcript.emit(row, "turn.started", {"id": turn.id, "kind": kind}, now)
        row.updated_at = now
        status = 202 if kind == "handoff" else 200
        unit.keys.remember(key, status, now, conversation_id=row.id, turn_id=turn.id)
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
            variant=variant_name([Enrolment.model_validate(v) for v in row.variants or []]),
            duration_ms=0,
            created_at=now,
        )
        unit.turns.open(row, turn)
        return turn

    def _claimed(self, row: HeldConversation, turn: TurnRow, now: datetime) -> Claim | None:
        """Take the lease in the same transaction, where it is free. Nothing may be waiting before this turn."""
        if not is_free(row, now):
            return None
        if row.lease_owner not in (None, self._owner):
            LEASES_TAKEN_OVER.inc()
        row.lease_owner, row.lease_until, row.fence = self._owner, now + LEASE, row.fence + 1
        turn.attempts = 1
        return Claim(to_conversation(row), turn, row.fence, row.checkpoint)

    def open_resume(self, unit: Unit, row: HeldConversation, given: JsonObject) -> TurnRow:
        """A person's decision as a turn of its own."""
        return self._open(unit, row, "resume", given, self._clock())


async def _replay(unit: Unit, key: RequestKey | None) -> Accepted | None:
    known = await unit.keys.answered(key)
    if known is None:
        return None
    return Accepted(known.conversation_id or "", known.turn_id or "", is_replay=True, status_code=known.status_code)


async def _open_conversation(unit: Unit, conversation_id: str) -> Conversation:
    conversation = await unit.conversations.get(conversation_id)
    if conversation is None:
        raise NotFound
    if conversation.status == "closed":
        raise ConversationClosed
    return conversation


def _as_said(say: Say, row: HeldConversation, request: TurnRequest, masked: Masked) -> str:
    """The customer's words, or what the button said that they pressed."""
    if request.action and request.action.name in ("confirm", "cancel"):
        quote = row.pending_action or {}
        if not quote or request.action.arguments.get("quote_id") not in (None, quote.get("id")):
            return say("pressed", action=request.action.name)
        return yes_label(say, quote) if request.action.name == "confirm" else no_label(say, quote)
    if request.withdraw:
        return say("pressed.withdraw")
    if request.handoff:
        words = masked.text or say("pressed.person")
        email = masked.input.get("email")
        return f"{words}\n{say('pressed.answer-to', address=email)}" if email else words
    return masked.text
