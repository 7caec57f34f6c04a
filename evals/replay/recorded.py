"""A stored conversation with everything that a replay answers from, and the outside of a replayed turn: it answers from the record, and
cannot write. No back office is behind it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn

from domain.conversation import Conversation, Message
from domain.ports.limits import Limit
from domain.ports.operations import KnownOperation, Permits
from domain.recording import DeskRead, RecordedRead, Recording, Shape
from domain.shop import Customer, DeskUnavailable, Operation, Order, Product, Receipt, Refused
from records.consents import ConsentProof
from records.engine.unit import Unit
from records.ledger import StoredOperation
from records.tables.conversation import TurnRow


@dataclass(frozen=True)
class History:
    """``turns`` are all that ended, in order; ``consents``: when which answer was given, oldest first."""

    conversation: Conversation
    turns: Sequence[TurnRow]
    messages: Sequence[Message]
    recordings: dict[str, Recording]
    operations: Sequence[StoredOperation]
    consents: Sequence[tuple[datetime, bool]]
    handoffs: dict[str, str]  # by the turn that opened it, its reason

    @property
    def version(self) -> str:
        return self.conversation.graph_version

    def consent_at(self, at: datetime) -> bool | None:
        return next((granted for when, granted in reversed(self.consents) if when <= at), None)

    def said_in(self, turn_id: str) -> list[str]:
        """What the service said in a turn."""
        return [m.text for m in self.messages if m.turn_id == turn_id and m.role in ("assistant", "system")]


async def read_history(unit: Unit, conversation: Conversation, proofs: Sequence[ConsentProof]) -> History:
    recordings = await unit.recordings.of_conversation(conversation.id)
    orders = {record["id"] for one in recordings.values() for record in one.records if "placed_at" in record}
    return History(
        conversation,
        await unit.turns.of_conversation(conversation.id),
        await unit.transcript.whole(conversation.id),
        recordings,
        await unit.operations.around(conversation.id, orders),
        [(conversation.created_at if p.given_by == "opening" else p.at, p.granted) for p in proofs],
        await unit.handoffs.reasons(conversation.id),
    )


class RecordedDesk:
    """Meets ``OrderDesk`` from the recordings of a conversation's turns. ``begin`` each turn with its own: the same question
    gets its answers one after the other, and what another version asks that was not asked then is looked for in earlier turns.

    ``pseudonym``: what the recording wrote in place of words that it does not keep."""

    def __init__(self, pseudonym: Callable[[str], str]) -> None:
        self._pseudonym = pseudonym
        self._now, self._left = Recording(), list[RecordedRead]()
        self._before: list[Recording] = []
        self.missing: list[str] = []  # what was asked in this turn and never recorded

    def begin(self, recording: Recording) -> None:
        self._before.append(self._now)
        self._now, self._left, self.missing = recording, list(recording.reads), []

    async def customer(self, customer_id: str) -> Customer | None:
        found = self._one("customer", customer_id)
        return Customer.model_validate(found) if found else None

    async def customer_by_email(self, email: str) -> Customer | None:
        found = self._one("customer_by_email", email)
        return Customer.model_validate(found) if found else None

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        return [Order.model_validate(record) for record in self._several("orders", f"{customer_id} {limit}")]

    async def order(self, order_id: str) -> Order | None:
        found = self._one("order", order_id)
        return Order.model_validate(found) if found else None

    async def order_as_typed(self, number: str) -> Order | None:
        return await self.order(number)

    async def product(self, product_id: str) -> Product | None:
        found = self._one("product", product_id)
        return Product.model_validate(found) if found else None

    async def products_named(self, text: str) -> list[Product]:
        return [Product.model_validate(record) for record in self._several("products_named", text)]

    async def execute(self, key: str, operation: Operation) -> NoReturn:
        """No replay writes: the ledger of a replay never comes here, and there is nothing behind this."""
        del key
        raise DeskUnavailable(f"a replay does nothing: {operation.kind}")

    async def receipt(self, key: str) -> Receipt | None:
        del key
        return None

    def _one(self, name: DeskRead, asked: str) -> Mapping[str, object] | None:
        recording, read = self._find(name, asked)
        return recording.records[read.answer] if isinstance(read.answer, int) else None

    def _several(self, name: DeskRead, asked: str) -> list[Mapping[str, object]]:
        recording, read = self._find(name, asked)
        return [recording.records[place] for place in read.answer] if isinstance(read.answer, list) else []

    def _find(self, name: DeskRead, asked: str) -> tuple[Recording, RecordedRead]:
        forms = (asked, self._pseudonym(asked))
        mine = [read for read in self._left if read.name == name and read.asked in forms]
        if mine:
            if len(mine) > 1:  # the last answer goes on being the answer
                self._left.remove(mine[0])
            return self._told(self._now, mine[0])
        for recording in reversed(self._before):
            for read in reversed(recording.reads):
                if read.name == name and read.asked in forms:
                    return self._told(recording, read)
        self.missing.append(f"{name} {asked}" if name in ("customer", "orders", "order", "product") else name)
        raise DeskUnavailable("this was not recorded")

    def _told(self, recording: Recording, read: RecordedRead) -> tuple[Recording, RecordedRead]:
        if read.is_away:
            raise DeskUnavailable("it was away then")
        return recording, read


class RecordedLedger:
    """Meets ``OperationLedger`` from the operations that are stored. An operation that the turn did not carry out then is
    refused, and remembered in ``unrecorded``."""

    def __init__(self, operations: Sequence[StoredOperation]) -> None:
        self._operations = operations
        self._turn_id, self._at = "", datetime.max.replace(tzinfo=UTC)
        self.unrecorded: list[str] = []

    def begin(self, turn_id: str, at: datetime) -> None:
        self._turn_id, self._at, self.unrecorded = turn_id, at, []

    async def execute(
        self, key: str, action: str, operation: Operation, quantities: Mapping[str, int], permits: Permits | None = None
    ) -> Receipt:
        del key
        if permits is not None and operation.order_id is not None:
            permits(await self.known(operation.order_id))
        for stored in self._operations:
            if stored.turn_id == self._turn_id and stored.is_same(action, operation, quantities):
                if stored.refusal:
                    raise Refused(stored.refusal["code"], stored.refusal["message"])
                if stored.receipt:
                    return Receipt.model_validate(stored.receipt)
                raise DeskUnavailable("it was not known then what became of it")
        amount = f" {operation.amount.amount} {operation.amount.currency}" if operation.amount else ""
        self.unrecorded.append(f"{action} {operation.order_id or '-'}{amount}")
        raise DeskUnavailable("this was not done then")

    async def outcome(self, key: str) -> Receipt | None:
        del key
        return None  # a replay never runs the same turn again

    async def known(self, order_id: str) -> list[KnownOperation]:
        mine = [o for o in self._operations if o.known.order_id == order_id and o.at < self._at]
        return [o.known for o in mine if o.status != "refused"]


class RecordedLimits:
    """Meets ``Limits``: those were reached that were reached then."""

    def __init__(self) -> None:
        self._left: list[list[int]] = []

    def begin(self, recording: Recording) -> None:
        self._left = list(recording.limited)

    async def take(self, holder: str, limits: Sequence[Limit]) -> list[Limit]:
        del holder
        reached = self._left.pop(0) if self._left else []
        return [limits[place] for place in reached if place < len(limits)]

    async def give_back(self, holder: str, limits: Sequence[Limit]) -> None: ...

    async def full(self, limits: Sequence[Limit]) -> list[Limit]:
        return await self.take("", limits)


class RecordedTokens:
    """The vault of a replay: what a token stands for is the token itself, or an address that it is the street of."""

    _FORM = '{"line1": "%s", "city": "Nowhere", "postcode": "00000", "country": "US"}'
    _TYPED = "%s, Nowhere, 00000"

    def __init__(self) -> None:
        self._opened: dict[str, Shape] = {}
        self._made: list[str] = []

    def begin(self, recording: Recording) -> None:
        self._opened, self._made = dict(recording.opened), list(recording.tokens)

    async def detokenize(self, token: str) -> str | None:
        shape = self._opened.get(token)
        if shape is None:
            return None
        return token if shape == "value" else (self._FORM if shape == "form" else self._TYPED) % token

    async def tokenize(self, kind: str, value: str) -> str:
        del value
        token = self._made.pop(0) if self._made else f"[{kind.upper()}_99]"
        self._opened.setdefault(token, "form")
        return token
