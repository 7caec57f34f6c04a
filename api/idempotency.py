"""Writing twice is safe: a key's first answer is stored in the transaction of its effect, and is the answer from then on."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Request, Response
from pydantic import BaseModel

from api.auth import caller_of
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import IdempotencyKeyReused, ValidationFailed
from graphs.requests import RequestKey
from records.session import AlreadyStored
from records.tables.ledger import IdempotencyRow
from records.unit import Unit

HEADER, REPLAYED = "Idempotency-Key", "Idempotent-Replayed"
_LONGEST = 200

AnyRequest = Request[Any, Any, Any]


def key_of(request: AnyRequest, body: BaseModel | None, client_id: str | None = None) -> RequestKey | None:
    """The request's key; the header outweighs ``client_message_id``. It holds for its route and credential."""
    key = request.headers.get(HEADER) or client_id
    if not key:
        return None
    if len(key) > _LONGEST or not key.isprintable():
        raise ValidationFailed("", [{"field": HEADER, "message": f"at most {_LONGEST} printable characters"}])
    scope = f"{request.method} {request.scope['path']} {caller_of(request).credential}"
    given = body.model_dump(mode="json", exclude={"client_message_id"}) if body else None
    hashed = hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()
    return RequestKey(hashlib.sha256(scope.encode()).hexdigest(), key, hashed)


def answer(body: JsonObject | None, status: int, is_replay: bool = False) -> Response[Any]:
    """A JSON answer; a replay says so."""
    return Response(body, status_code=status, headers={REPLAYED: "true"} if is_replay else {}, media_type="application/json")


async def once(
    service: Service,
    request: AnyRequest,
    body: BaseModel | None,
    status: int,
    effect: Callable[[Unit], Awaitable[JsonObject]],
) -> Response[Any]:
    """Run ``effect`` in one transaction, with its answer under the request's key if it has one."""
    key = key_of(request, body)
    try:
        return await _once(service, key, status, effect)
    except AlreadyStored:
        # Another replica was given the same key at the same moment: its answer is the answer.
        return await _once(service, key, status, effect)


async def _once(
    service: Service, key: RequestKey | None, status: int, effect: Callable[[Unit], Awaitable[JsonObject]]
) -> Response[Any]:
    async with service.database.begin() as unit:
        known = await unit.keys.get(key.scope, key.key) if key else None
        if known is not None and key is not None:
            if known.request_hash != key.request_hash:
                raise IdempotencyKeyReused
            return answer(known.body, known.status_code, is_replay=True)
        result = await effect(unit)
        if key:
            unit.keys.add(
                IdempotencyRow(
                    scope=key.scope,
                    key=key.key,
                    request_hash=key.request_hash,
                    status_code=status,
                    body=result,
                    created_at=service.clock(),
                )
            )
    return answer(result, status)
