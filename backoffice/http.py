"""The merchant's own order and customer system over HTTP, by the contract of `docs/backoffice.md`.

What is wrong with one of its answers is told by the contract's own field names: never a value, never a key of its data.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeVar, get_args
from urllib.parse import quote, urlencode

import aiohttp
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yarl import URL

import domain.money
import domain.shop
from domain.errors import IdempotencyKeyReused, ValidationFailed
from domain.language.goods.product_names import named_products
from domain.order_numbers import as_typed
from domain.shop import Customer, DeskUnavailable, Operation, Order, Product, Receipt, RefusalCode, Refused

_NAMES = {
    name
    for module in (domain.shop, domain.money)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel)
    for name in model.model_fields
} | {"items"}
_MOST = 5


def wrong_fields(errors: Sequence[ErrorDetails]) -> str:
    """`lines.0.unit_price.amount is not an amount, total is missing`; at most five."""
    said = list(dict.fromkeys(_said(error) for error in errors))
    more = f" and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return ", ".join(said[:_MOST]) + more


def _said(error: ErrorDetails) -> str:
    parts = [part if isinstance(part, int) or part in _NAMES else "…" for part in error["loc"]]
    if not parts:
        return "the body is no JSON" if error["type"] == "json_invalid" else "the body is no object"
    place, last = ".".join(map(str, parts)), str(parts[-1])
    if error["type"] == "missing":
        return f"{place} is missing"
    if last in ("amount", "unit_price", "price", "total", "balance"):
        return f"{place} is not an amount"
    return (
        f"{place} is not a time" if last.endswith("_at") or last in ("at", "estimated_delivery") else f"{place} is not valid"
    )


M = TypeVar("M", bound=BaseModel)

TIMEOUT_SECONDS = 10.0
_LONGEST_MESSAGE = 500
_LONGEST_NAME = 200
_MOST_NAMED = 10
_NOT_THERE = frozenset({404, 405, 501})


@dataclass(frozen=True)
class _Answer:
    status: int
    content: bytes


class _Customers(BaseModel):
    items: list[Customer]


class _Orders(BaseModel):
    items: list[Order]


class _Products(BaseModel):
    items: list[Product]


class _Problem(BaseModel):
    code: str
    title: str = ""
    detail: str = ""


class HttpOrderDesk:
    """Meets ``OrderDesk``. ``timeout`` is in seconds, for a whole call; ``token`` is sent as a bearer token.

    An answer that the contract does not know is as good as none: ``DeskUnavailable``. aiohttp sends a small request's head and
    body in one piece, so that a process that dies leaves a whole request behind or none: half of one is an operation without
    its amount to a server that does not check."""

    def __init__(self, url: str, token: str | None = None, timeout: float = TIMEOUT_SECONDS) -> None:
        self._base, self._timeout = url.rstrip("/") + "/", timeout
        self._headers = {"Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
        self._names_products = True  # until it says that it cannot
        self._opened: aiohttp.ClientSession | None = None  # it belongs to the event loop that first asks

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        if self._opened is not None:
            await self._opened.close()

    async def customer(self, customer_id: str) -> Customer | None:
        return await self._read(Customer, "customers", customer_id)

    async def customer_by_email(self, email: str) -> Customer | None:
        response = await self._get("customers", {"email": email.strip().lower()})
        found = _body(_Customers, _expect(response, 200), "a list of customers").items
        return found[0] if found else None

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        """A customer that the merchant does not know has no orders."""
        if not _is_id(customer_id):
            return []
        response = await self._get(f"customers/{quote(customer_id, safe='')}/orders", {"limit": str(limit)})
        return [] if response.status == 404 else _body(_Orders, _expect(response, 200), "a customer's list of orders").items

    async def order(self, order_id: str) -> Order | None:
        return await self._read(Order, "orders", order_id)

    async def order_as_typed(self, number: str) -> Order | None:
        """All forms of it are asked for at once."""
        found = await asyncio.gather(*(self.order(form) for form in as_typed(number)))
        return next((order for order in found if order is not None), None)

    async def product(self, product_id: str) -> Product | None:
        return await self._read(Product, "products", product_id)

    async def products_named(self, text: str) -> list[Product]:
        """By ``GET /products?name=``, which a merchant need not have: then no product is found by its name."""
        if not self._names_products:
            return []
        response = await self._get("products", {"name": text[:_LONGEST_NAME]})
        if response.status in _NOT_THERE:
            self._names_products = False  # not asked again with every question
        if response.status != 200:
            return []
        found = {p.id: p for p in _body(_Products, response, "a list of products").items[:_MOST_NAMED]}
        return [found[product_id] for product_id in named_products(text, [(p.id, p.name) for p in found.values()])]

    async def receipt(self, key: str) -> Receipt | None:
        return await self._read(Receipt, "operations", key)

    async def execute(self, key: str, operation: Operation) -> Receipt:
        """Never repeated here: after ``DeskUnavailable``, ask ``receipt`` first.

        Raises ``Refused``; ``ValidationFailed`` or ``IdempotencyKeyReused`` where the request was not taken."""
        body = operation.model_dump(mode="json", exclude_none=True)
        response = await self._send("POST", "operations", json=body, headers={"Idempotency-Key": key})
        if response.status == 409:
            raise _refusal(response)
        if response.status in {400, 422}:
            reused = _body(_Problem, response).code == IdempotencyKeyReused.code
            raise IdempotencyKeyReused if reused else ValidationFailed("the back office does not take this operation")
        return _body(Receipt, _expect(response, 200), "a receipt")

    async def _read(self, model: type[M], path: str, item_id: str) -> M | None:
        if not _is_id(item_id):
            return None
        response = await self._get(f"{path}/{quote(item_id, safe='')}")
        # A customer's id may be an e-mail address; those of orders and products name nobody.
        named = f" {item_id[:60]}" if model in (Order, Product) and item_id.isprintable() else ""
        about = f"{model.__name__.lower()}{named}"
        return None if response.status == 404 else _body(model, _expect(response, 200), about)

    async def _get(self, path: str, params: Mapping[str, str] | None = None) -> _Answer:
        whole = f"{path}?{urlencode(params)}" if params else path
        try:
            return await self._send("GET", whole)
        except DeskUnavailable as error:
            # A kept connection that the other side closed meanwhile, mostly: once more.
            if not isinstance(error.__cause__, aiohttp.ClientConnectionError):
                raise
            return await self._send("GET", whole)

    async def _send(self, method: str, path: str, **given: Any) -> _Answer:  # Any: aiohttp's options of a request
        try:
            async with asyncio.timeout(self._timeout):
                # A redirect could carry the token elsewhere.
                url = URL(self._base + path, encoded=True)
                async with self._session().request(method, url, allow_redirects=False, **given) as response:
                    return _Answer(response.status, await response.read())
        except TimeoutError as error:
            raise DeskUnavailable(f"the back office did not answer within {self._timeout:g} s") from error
        except aiohttp.ClientError as error:
            raise DeskUnavailable(f"the back office cannot be reached: {_why(error)}") from error

    def _session(self) -> aiohttp.ClientSession:
        if self._opened is None:
            self._opened = aiohttp.ClientSession(
                headers=self._headers,
                timeout=aiohttp.ClientTimeout(total=None),  # ours covers the reading of the body as well
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=True,  # proxies
            )
        return self._opened


def _is_id(item_id: str) -> bool:
    """Whether it can be a part of a path: ``..`` would climb out of it."""
    return item_id.strip(". ") != ""


def _why(error: aiohttp.ClientError) -> str:
    """In an operator's words; the errors' own hold addresses."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "its name is not found (DNS)"
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not valid (TLS)"
        case aiohttp.ClientConnectorSSLError() | aiohttp.ClientSSLError():
            return "no secure connection (TLS)"
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return "SUPPORTGRAPH_BACKOFFICE_URL is no http(s) address"
        case aiohttp.ClientConnectorError():
            return f"no connection ({error.os_error.strerror or 'refused'})"
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientOSError():
            return "it closed the connection"
        case _:
            return f"it does not speak HTTP as expected ({type(error).__name__})"


_HINTS = {
    401: ": it does not take our token (SUPPORTGRAPH_BACKOFFICE_TOKEN)",
    403: ": our token may not do that (SUPPORTGRAPH_BACKOFFICE_TOKEN)",
    404: ": it does not know this path (SUPPORTGRAPH_BACKOFFICE_URL)",
    429: ": it is asked too often",
}


def _expect(response: _Answer, status: int) -> _Answer:
    if response.status != status:
        redirect = ": a redirect, which is not followed" if 300 <= response.status < 400 else ""
        hint = _HINTS.get(response.status, redirect)
        raise DeskUnavailable(f"the back office answered {response.status}{hint}", answered=True)
    return response


def _body(model: type[M], response: _Answer, about: str = "") -> M:
    try:
        return model.model_validate_json(response.content)
    except ValidationError as error:
        # `from None`: the cause would carry the body's values into a log.
        found = error.errors(include_input=False, include_url=False)
        reason = f"{about or 'an answer'} is not of the contract: {wrong_fields(found)}"
        raise DeskUnavailable(f"the back office answers, and {reason}", is_one_record=True) from None


def _refusal(response: _Answer) -> Exception:
    problem = _body(_Problem, response)
    known: dict[str, RefusalCode] = {code: code for code in get_args(RefusalCode)}
    if problem.code not in known:
        return DeskUnavailable("the back office refused with a code that the contract does not know", answered=True)
    message = problem.detail or problem.title or ""
    return Refused(known[problem.code], message[:_LONGEST_MESSAGE])
