"""A merchant's back office for tests: serves an order desk by the HTTP contract, over a real socket."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from typing import Any

import uvicorn
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery
from pydantic import BaseModel

from domain.errors import Problem
from domain.ports.order_desk import OrderDesk
from domain.shop import Operation, Refused

TOKEN = "token-of-the-tests"


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # the test runner keeps its own signal handlers


@contextlib.asynccontextmanager
async def serve_contract(desk: OrderDesk) -> AsyncIterator[str]:
    """Serves until the block ends; gives the base URL."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(_app(desk), log_level="warning", lifespan="off", ws="none")
        server = _Server(config)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:  # noqa: ASYNC110 (uvicorn tells it by a flag only)
            await asyncio.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running


def _app(desk: OrderDesk) -> Litestar:
    routes = [customer, customers, orders_of, order, product, execute, receipt]
    return Litestar(routes, state=State({"desk": desk}), openapi_config=None, before_request=_check_token)


async def _check_token(request: Request[Any, Any, Any]) -> Response[Any] | None:
    allowed = request.headers.get("authorization") == f"Bearer {TOKEN}"
    return None if allowed else Response({"code": "unauthorized"}, status_code=401)


def _one(item: BaseModel | None) -> Response[Any]:
    if item is None:
        return Response({"code": "not_found"}, status_code=404)
    return Response(item.model_dump(mode="json"))


@get("/customers/{customer_id:str}")
async def customer(state: State, customer_id: FromPath[str]) -> Response[Any]:
    return _one(await state.desk.customer(customer_id))


@get("/customers")
async def customers(state: State, email: FromQuery[str]) -> dict[str, list[Any]]:
    found = await state.desk.customer_by_email(email)
    return {"items": [found.model_dump(mode="json")] if found else []}


@get("/customers/{customer_id:str}/orders")
async def orders_of(state: State, customer_id: FromPath[str], limit: FromQuery[int]) -> dict[str, list[Any]]:
    return {"items": [o.model_dump(mode="json") for o in await state.desk.orders(customer_id, limit)]}


@get("/orders/{order_id:str}")
async def order(state: State, order_id: FromPath[str]) -> Response[Any]:
    return _one(await state.desk.order(order_id))


@get("/products/{product_id:str}")
async def product(state: State, product_id: FromPath[str]) -> Response[Any]:
    return _one(await state.desk.product(product_id))


@get("/operations/{key:str}")
async def receipt(state: State, key: FromPath[str]) -> Response[Any]:
    return _one(await state.desk.receipt(key))


@post("/operations", status_code=200)
async def execute(request: Request[Any, Any, Any], state: State) -> Response[Any]:
    operation = Operation.model_validate(await request.json())
    try:
        return _one(await state.desk.execute(request.headers["idempotency-key"], operation))
    except Refused as refusal:
        return _problem(409, refusal.code, refusal.message)
    except Problem as problem:
        return _problem(problem.status, problem.code, problem.detail)


def _problem(status: int, code: str, detail: str) -> Response[Any]:
    body = {"type": "about:blank", "title": "Refused", "status": status, "code": code, "detail": detail}
    return Response(body, status_code=status, media_type="application/problem+json")
