"""Keeps what the outside tells a turn, so that `supportgraph evals replay` can run it again.

Personal values are kept as the conversation's own messages hold them, and nowhere else: what the turn's words say already stays
as it is said, what stands behind a token is that token, and everything else becomes a keyed pseudonym, which says whether two
values are equal and nothing more.
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from domain.conversation import JsonObject
from domain.language.account.typed_address import parsed
from domain.lazy_pattern import lazy_pattern
from domain.ports.limits import Limit, Limits
from domain.ports.order_desk import OrderDesk
from domain.recording import DeskRead, RecordedRead, Recording, Shape
from domain.shop import Customer, DeskUnavailable, Operation, Order, Product, Receipt

Found = TypeVar("Found", Customer, Order, Product)
Told = TypeVar("Told")

_ADDRESS = ("line1", "line2", "city", "state", "postcode")
_SIGNS = lazy_pattern(r"[\W_]+")


class Recorder:
    """Of one run of a turn. ``digest``: keyed, bound to the conversation."""

    def __init__(self, digest: Callable[[str], str]) -> None:
        self._digest = digest
        self._reads: list[tuple[DeskRead, str, BaseModel | list[Any] | None, bool]] = []
        self._originals: dict[str, str] = {}  # what stands behind a token, folded → the token
        self._recording = Recording()

    def read(self, name: DeskRead, asked: str, answer: BaseModel | list[Any] | None, *, is_away: bool = False) -> None:
        self._reads.append((name, asked, answer, is_away))

    def opening(self, detokenize: Callable[[str], Awaitable[str | None]]) -> Callable[[str], Awaitable[str | None]]:
        async def opened(token: str) -> str | None:
            original = await detokenize(token)
            if original is not None:
                self._originals[_folded(original)] = token
                self._recording.opened[token] = _shape(original)
            return original

        return opened

    def sealing(self, tokenize: Callable[[str, str], Awaitable[str]]) -> Callable[[str, str], Awaitable[str]]:
        async def sealed(kind: str, value: str) -> str:
            token = await tokenize(kind, value)
            self._recording.tokens.append(token)
            return token

        return sealed

    def counted(self, reached: list[int]) -> None:
        self._recording.limited.append(reached)

    def recorded(self, said: Sequence[str], customer_id: str | None, proven: Collection[str]) -> JsonObject | None:
        """What is to be stored; None where nothing was asked. ``said``: all that this turn's messages and forms say, masked.
        ``customer_id`` and ``proven`` (orders) are what the customer has proven: of others' records only the outline stays."""
        mask = _Mask(self._digest, self._originals, f" {_folded(' '.join(said))} ", customer_id, proven)
        places: dict[str, int] = {}
        recording = self._recording
        for name, asked, answer, is_away in self._reads:
            found = answer if isinstance(answer, list) else [answer] if answer is not None else []
            at = [self._place(mask.record(item), places) for item in found]
            told: int | list[int] | None = at if isinstance(answer, list) else (at[0] if at else None)
            recording.reads.append(
                RecordedRead(name=name, asked=mask.asked(name, asked, told), answer=told, is_away=is_away)
            )
        self._reads = []
        return None if recording.is_empty else recording.model_dump(mode="json", exclude_defaults=True)

    def _place(self, record: JsonObject, places: dict[str, int]) -> int:
        key = repr(record)
        if key not in places:
            places[key] = len(self._recording.records)
            self._recording.records.append(record)
        return places[key]


def _shape(original: str) -> Shape:
    if original.startswith("{"):
        return "form"
    return "address" if parsed(original, "US") else "value"


def _folded(value: str) -> str:
    """As values are compared: letters and digits only."""
    return _SIGNS.sub(" ", value.casefold()).strip()


class _Mask:
    def __init__(
        self,
        digest: Callable[[str], str],
        originals: dict[str, str],
        said: str,
        customer_id: str | None,
        proven: Collection[str],
    ) -> None:
        self._digest, self._originals, self._said = digest, originals, said
        self._customer_id, self._proven = customer_id, proven

    def record(self, item: BaseModel) -> JsonObject:
        held: JsonObject = item.model_dump(mode="json", exclude_none=True)
        if isinstance(item, Customer):
            if item.id != self._customer_id:
                return {"id": self._pseudonym(item.id), "name": "", "email": self.hidden(item.email)}
            first = item.name.split()[0] if item.name.strip() else ""
            held |= {"name": self.hidden(first) if first else "", "email": self._email(item.email)}
            held["addresses"] = [self._address(a) for a in held.get("addresses", [])]
            if item.phone:
                held["phone"] = "".join(c for c in item.phone if c.isdigit())[-2:]  # all that an answer ever tells of it
        if isinstance(item, Order):
            held["shipping_address"] = self._address(held["shipping_address"])
            if item.customer_id != self._customer_id:
                held["customer_id"] = self._pseudonym(item.customer_id)
                if item.id not in self._proven:
                    held |= {"lines": [], "shipments": [], "payments": []}
        return held

    def _pseudonym(self, value: str) -> str:
        return f"x{self._digest(value)[:10]}"

    def asked(self, name: DeskRead, asked: str, told: int | list[int] | None) -> str:
        """A word of the customer's that was no order's number may be anything, and what they wrote stands in their message."""
        if name == "customer_by_email":
            return self.hidden(asked)
        is_number = name != "products_named" and told is not None
        return asked if is_number else self._pseudonym(asked)

    def hidden(self, value: str) -> str:
        """As it is said in this turn, else its token, else a pseudonym of it."""
        folded = _folded(value)
        if not folded or f" {folded} " in self._said:
            return value
        return self._originals.get(folded) or self._pseudonym(folded)

    def _email(self, email: str) -> str:
        name, _, host = email.partition("@")
        if (known := self.hidden(email)) == email or known.startswith("["):
            return known
        short = f"{name[:1]}…@{host}"
        return f"{name[:1]}{known}@{host}" if f" {_folded(short)} " in self._said else f"{known}@x.invalid"

    def _address(self, address: JsonObject) -> JsonObject:
        return {k: self.hidden(v) if k in _ADDRESS and isinstance(v, str) else v for k, v in address.items()}


class RecordingDesk:
    """Meets ``OrderDesk`` by another one, and keeps what it answers."""

    def __init__(self, desk: OrderDesk, recorder: Recorder) -> None:
        self._desk, self.recorder = desk, recorder

    async def customer(self, customer_id: str) -> Customer | None:
        return await self._read("customer", customer_id, self._desk.customer(customer_id))

    async def customer_by_email(self, email: str) -> Customer | None:
        return await self._read("customer_by_email", email, self._desk.customer_by_email(email))

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        return await self._read("orders", f"{customer_id} {limit}", self._desk.orders(customer_id, limit))

    async def order(self, order_id: str) -> Order | None:
        return await self._read("order", order_id, self._desk.order(order_id))

    async def order_as_typed(self, number: str) -> Order | None:
        return await self._read("order", number, self._desk.order_as_typed(number))

    async def product(self, product_id: str) -> Product | None:
        return await self._read("product", product_id, self._desk.product(product_id))

    async def products_named(self, text: str) -> list[Product]:
        return await self._read("products_named", text, self._desk.products_named(text))

    async def execute(self, key: str, operation: Operation) -> Receipt:
        return await self._desk.execute(key, operation)

    async def receipt(self, key: str) -> Receipt | None:
        return await self._desk.receipt(key)

    async def _read(self, name: DeskRead, asked: str, call: Awaitable[Told]) -> Told:
        try:
            answer = await call
        except DeskUnavailable:
            self.recorder.read(name, asked, None, is_away=True)
            raise
        self.recorder.read(name, asked, answer)  # type: ignore[arg-type]  # one of the shop's shapes, a list of them, or None
        return answer


class RecordingLimits:
    """Meets ``Limits`` by another one, and keeps which were reached."""

    def __init__(self, limits: Limits, recorder: Recorder) -> None:
        self._limits, self._recorder = limits, recorder

    async def take(self, holder: str, limits: Sequence[Limit]) -> list[Limit]:
        reached = await self._limits.take(holder, limits)
        self._recorder.counted([place for place, limit in enumerate(limits) if limit in reached])
        return reached

    async def give_back(self, holder: str, limits: Sequence[Limit]) -> None:
        await self._limits.give_back(holder, limits)

    async def full(self, limits: Sequence[Limit]) -> list[Limit]:
        reached = await self._limits.full(limits)
        self._recorder.counted([place for place, limit in enumerate(limits) if limit in reached])
        return reached
