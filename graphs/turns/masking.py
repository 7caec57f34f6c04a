"""The way in for everything that people write: it is masked here, off the event loop, before anything is stored."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import ParamSpec, TypeVar
from weakref import WeakValueDictionary

from domain.clock import Clock
from domain.conversation import Conversation, JsonObject, Message
from domain.errors import NotFound
from domain.json_values import strings
from domain.personal_data import Sealed
from domain.ports.privacy import KnownPeople, Masker, SaidBefore
from graphs.engine.checkpointer import rewritten
from graphs.turns.masked_form import FormMask, words_of_form
from graphs.turns.requests import TurnRequest
from records.conversations import HeldConversation
from records.engine.session import Database
from records.engine.unit import Unit

KEPT_IN_VAULT = timedelta(days=7)  # where the policy says nothing else
_AT_ONCE = 100  # characters of a form, and of what it may go on with, that are looked at sooner than a thread is woken
PIECES = 6  # messages over which a card number may be sent in pieces
# By characters: what is long waits for its like, and never in front of a short message.
_LANES = (
    (1000, ThreadPoolExecutor(max_workers=2, thread_name_prefix="mask")),
    (3000, ThreadPoolExecutor(max_workers=1, thread_name_prefix="mask-longer")),
)
_LONGEST = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mask-longest")

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Said:
    """What a turn was given: its words, or its form's arguments; masked."""

    turn_id: str
    input: JsonObject

    @property
    def text(self) -> str:
        return str(self.input["text"]) if "text" in self.input else words_of_form(self.input.get("arguments", {}))


@dataclass(frozen=True)
class Masked:
    """A request without personal data: what may be stored, and what is sealed beside it."""

    text: str
    input: JsonObject
    sealed: list[Sealed]
    rewritten: list[str] = field(default_factory=list)  # earlier turns that turned out to hold pieces of a number


@dataclass(frozen=True)
class Words:
    """Masked words of one person, in the order given."""

    texts: list[str]
    sealed: list[Sealed]
    rewritten: list[str] = field(default_factory=list)  # the customer's turns that hold a number's first pieces


class Masking:
    """``masker`` with what it needs of a conversation, in threads: long texts have a lane of their own."""

    def __init__(
        self, masker: Masker, people: KnownPeople, database: Database, clock: Clock, kept: timedelta = KEPT_IN_VAULT
    ) -> None:
        """``kept``: how long originals stay in the vault."""
        self.masker, self._people, self._database, self._clock = masker, people, database, clock
        self._kept = kept
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def lock(self, conversation_id: str) -> AbstractAsyncContextManager[None]:
        """One text of a conversation is masked and stored at a time in this process: tokens are numbered in order."""
        found = self._locks.get(conversation_id)
        if found is None:
            found = self._locks[conversation_id] = asyncio.Lock()
        return found

    async def in_lane(self, size: int, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``work`` in a thread; ``size`` (characters) says in which lane it waits."""
        lane = next((lane for most, lane in _LANES if size <= most), _LONGEST)
        return await asyncio.get_running_loop().run_in_executor(lane, lambda: work(*args, **kwargs))

    async def alone(self, text: str | None, region: str | None = None) -> str | None:
        """A text that belongs to no conversation; nothing of it can be revealed again."""
        return (await self.in_lane(len(text), self.masker.mask, text, region))[0].text if text else text

    async def for_model(
        self, conversation: Conversation, asked: Sequence[str], before: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """What a hosted model may read of a conversation, whoever wrote it and whatever was masked before.

        What was said before may name the customer, in the greeting for one: where their name cannot be known now, it stays here.
        """
        names = await self._people.names_of(conversation)
        texts = [*asked, *(before if names is not None else ())]
        masked = await self.in_lane(sum(map(len, texts)), self.masker.mask_all, texts, names or [])
        return masked[: len(asked)], masked[len(asked) :]

    @asynccontextmanager
    async def words(
        self, conversation_id: str, *texts: str, spared: Sequence[str] = (), is_customers: bool = False
    ) -> AsyncIterator[Words]:
        """Mask what somebody wrote in a conversation; store them, with ``keep``, before leaving. Raises ``NotFound``.

        ``is_customers``: they may go on with a number that the customer's messages began."""
        async with self.lock(conversation_id):
            async with self._database.read_snapshot() as unit:
                conversation = await unit.conversations.get(conversation_id)
                known = await unit.vault.of_conversation(conversation_id)
                inputs = await unit.turns.inputs_of_customer(conversation_id, PIECES) if is_customers else []
            if conversation is None:
                raise NotFound
            earlier = [Said(*one) for one in inputs]
            rewritten: list[str] = []
            names = await self._people.names_of(conversation) or []
            masker = self.masker.within(conversation_id, names, spared)
            masked, new = [], list[Sealed]()
            for text in texts:
                clean, found = await self.in_lane(len(text), masker.mask, text, conversation.region, [*known, *new])
                new += found
                size = len(text) + sum(len(said.text) for said in earlier)
                before = [said.text for said in earlier]
                pieces = await self.in_lane(size, masker.completes_split_number, before, text) if earlier else 0
                rewritten += [said.turn_id for said in earlier[-pieces:]] if pieces else []
                masked.append(masker.mask_digits(clean.text) if pieces else clean.text)
            yield Words(masked, new, rewritten)

    def keep(self, unit: Unit, conversation_id: str, sealed: Sequence[Sealed]) -> None:
        unit.vault.keep(conversation_id, sealed, self._clock() + self._kept)

    async def forget_pieces(self, unit: Unit, conversation_id: str, words: Words) -> None:
        """Before it is stored what completes a number: its beginning goes from what was said before."""
        row = await unit.conversations.lock(conversation_id) if words.rewritten else None
        if row is not None:
            await self.rewrite(unit, row, words.rewritten)

    async def rewrite(self, unit: Unit, row: HeldConversation, turn_ids: Sequence[str]) -> None:
        """Of a conversation that the unit has locked: the pieces of a number go from these turns, from what came of them, and
        from what the graph remembers."""
        without = await unit.transcript.rewrite(row.id, turn_ids, self.masker.mask_digits)
        if row.checkpoint is not None:
            row.checkpoint = rewritten(row.checkpoint, without)

    async def request(
        self,
        request: TurnRequest,
        conversation: Conversation,
        known: list[Sealed],
        earlier: Sequence[Said],
        last: Message | None = None,
    ) -> Masked:
        """``last``: the message before this one, whoever wrote it. Raises ``ValidationFailed`` for a form that holds what is never kept."""
        before = sum(len(said.text) for said in earlier)
        if request.action and before + sum(map(len, strings(request.action.arguments))) <= _AT_ONCE:
            return self._masked(request, conversation, known, earlier, last)
        size = len(request.text or "") + before
        return await self.in_lane(size, self._masked, request, conversation, known, earlier, last)

    def _masked(
        self,
        request: TurnRequest,
        conversation: Conversation,
        known: list[Sealed],
        earlier: Sequence[Said],
        last: Message | None,
    ) -> Masked:
        masker = self.masker.within(conversation.id)
        if request.action:
            form = FormMask(masker, conversation.region, known)
            arguments = form.arguments(request.action)
            pieces = masker.completes_split_number([said.text for said in earlier], words_of_form(request.action.arguments))
            if pieces:
                arguments = form.without_digits(request.action)
            given: JsonObject = {"action": request.action.name, "arguments": arguments}
            text, sealed, hidden = words_of(request.action.name, arguments), form.sealed, form.hidden
        else:
            words = request.text or (request.handoff.words if request.handoff else None) or ""
            clean, sealed = masker.mask(words, conversation.region, known, _before(last))
            text, hidden = clean.text, [entity.kind for entity in clean.entities]
            pieces = masker.completes_split_number([said.text for said in earlier], words)
            if pieces:
                text = masker.mask_digits(text)
            given = {"text": text} if words else {}
            if request.handoff and request.handoff.email:
                token, new = masker.seal("email", request.handoff.email, [*known, *sealed])
                sealed, given["email"] = [*sealed, *new], token
        if pieces:
            hidden = [*hidden, "card"]
            given["in_pieces"] = True
        if hidden or not request.action:
            given["hidden"] = list(dict.fromkeys(hidden))
        return Masked(text, given, sealed, [said.turn_id for said in earlier[-pieces:]] if pieces else [])


def _before(last: Message | None) -> SaidBefore | None:
    if last is None or last.role == "system":
        return None
    return SaidBefore(last.text, last.role, tuple(one.label for one in last.actions if one.kind == "reply"))


def bare(request: TurnRequest) -> Masked | None:
    """A button or the wish for a person with nothing in it that could be personal, as it is stored; None for any other."""
    if request.action and not request.action.arguments:
        return Masked(words_of(request.action.name, {}), {"action": request.action.name, "arguments": {}}, [])
    if request.handoff and not request.handoff.words and not request.handoff.email:
        return Masked("", {}, [])
    return Masked("", {}, []) if request.withdraw else None


def words_of(action: str, arguments: JsonObject) -> str:
    """How a sent form stands in the transcript; of a button the acceptance says what it said."""
    if action in ("confirm", "cancel"):
        return ""
    shown = [f"{k.replace('_', ' ')}: {v}" for k, v in arguments.items() if k != "code" and not isinstance(v, list | dict)]
    return f"{action.replace('_', ' ').capitalize()}{' · ' if shown else ''}{', '.join(shown)}"
