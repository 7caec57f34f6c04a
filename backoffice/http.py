"""The merchant's own order and customer system over HTTP, by the contract of `docs/backoffice.md`."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Self, TypeVar, get_args
from urllib.parse import quote

import httpx
from pydantic import BaseModel, ValidationError

from domain.errors import IdempotencyKeyReused, ValidationFailed
from domain.shop import Customer, DeskUnavailable, Operation, Order, Product, Receipt, RefusalCode, Refused

M = TypeVar("M", bound=BaseModel)

TIMEOUT_SECONDS = 10.0
_LONGEST_MESSAGE = 500

# It writes whole URLs at INFO, and one of ours holds an e-mail address.
logging.getLogger("httpx").setLevel(logging.WARNING)


class _Customers(BaseModel):
    items: list[Customer]


class _Orders(BaseModel):
    items: list[Order]


class _Problem(BaseModel):
    code: str
    title: str = ""
    detail: str = ""


class HttpOrderDesk:
    """Meets ``OrderDesk``. ``timeout`` is in seconds, for a whole call; ``token`` is sent as a bearer token.

    An answer that the contract does not know is as good as none: ``DeskUnavailable``."""

    def __init__(
        self,
        url: str,
        token: str | None = None,
        timeout: float = TIMEOUT_SECONDS,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        headers = {"Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
        self._timeout = timeout
        self._client = httpx.AsyncClient(
            base_url=url.rstrip("/") + "/",
            headers=headers,
            timeout=timeout,
            transport=transport,
            follow_redirects=False,  # a redirect could carry the token elsewhere
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._client.aclose()

    async def customer(self, customer_id: str) -> Customer | None:
        return await self._read(Customer, "customers", customer_id)

    async def customer_by_email(self, email: str) -> Customer | None:
        response = await self._get("customers", {"email": email.strip().lower()})
        found = _body(_Customers, _expect(response, 200)).items
        return found[0] if found else None

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        """A customer that the merchant does not know has no orders."""
        if not _is_id(customer_id):
            return []
        response = await self._get(f"customers/{quote(customer_id, safe='')}/orders", {"limit": str(limit)})
        return [] if response.status_code == 404 else _body(_Orders, _expect(response, 200)).items

    async def order(self, order_id: str) -> Order | None:
        return await self._read(Order, "orders", order_id)

    async def product(self, product_id: str) -> Product | None:
        return await self._read(Product, "products", product_id)

    async def receipt(self, key: str) -> Receipt | None:
        return await self._read(Receipt, "operations", key)

    async def execute(self, key: str, operation: Operation) -> Receipt:
        """Never repeated here: after ``DeskUnavailable``, ask ``receipt`` first.

        Raises ``Refused``; ``ValidationFailed`` or ``IdempotencyKeyReused`` where the request was not taken."""
        body = operation.model_dump(mode="json", exclude_none=True)
        request = self._client.build_request("POST", "operations", json=body, headers={"Idempotency-Key": key})
        response = await self._send(request)
        if response.status_code == 409:
            raise _refusal(response)
        if response.status_code in {400, 422}:
            reused = _body(_Problem, response).code == IdempotencyKeyReused.code
            raise IdempotencyKeyReused if reused else ValidationFailed("the back office does not take this operation")
        return _body(Receipt, _expect(response, 200))

    async def _read(self, model: type[M], path: str, item_id: str) -> M | None:
        if not _is_id(item_id):
            return None
        response = await self._get(f"{path}/{quote(item_id, safe='')}")
        return None if response.status_code == 404 else _body(model, _expect(response, 200))

    async def _get(self, path: str, params: Mapping[str, str] | None = None) -> httpx.Response:
        request = self._client.build_request("GET", path, params=params)
        try:
            return await self._send(request)
        except DeskUnavailable as error:
            # A kept connection that the other side closed meanwhile, mostly: once more.
            if not isinstance(error.__cause__, httpx.NetworkError | httpx.RemoteProtocolError):
                raise
            return await self._send(request)

    async def _send(self, request: httpx.Request) -> httpx.Response:
        try:
            async with asyncio.timeout(self._timeout):
                return await self._client.send(request)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise DeskUnavailable(f"the back office did not answer ({type(error).__name__})") from error


def _is_id(item_id: str) -> bool:
    """Whether it can be a part of a path: ``..`` would climb out of it."""
    return item_id.strip(". ") != ""


def _expect(response: httpx.Response, status: int) -> httpx.Response:
    if response.status_code != status:
        raise DeskUnavailable(f"the back office answered {response.status_code}")
    return response


def _body(model: type[M], response: httpx.Response) -> M:
    try:
        return model.model_validate_json(response.content)
    except ValidationError as error:
        fields = sorted({".".join(map(str, e["loc"])) for e in error.errors(include_input=False)})
        # `from None`: the cause would carry the body's values into a log.
        raise DeskUnavailable(f"the back office sent no {model.__name__.strip('_')}: {', '.join(fields)[:200]}") from None


def _refusal(response: httpx.Response) -> Exception:
    problem = _body(_Problem, response)
    known: dict[str, RefusalCode] = {code: code for code in get_args(RefusalCode)}
    if problem.code not in known:
        return DeskUnavailable("the back office refused with a code that the contract does not know")
    message = problem.detail or problem.title or "The shop does not allow this."
    return Refused(known[problem.code], message[:_LONGEST_MESSAGE])
