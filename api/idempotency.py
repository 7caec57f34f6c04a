"""Writing twice is safe: a key's first answer is stored in the transaction of its effect, and is the answer from then on."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

from litestar import Request, Response
from pydantic import BaseModel

from api.auth import author_of, caller_of
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from records.engine.session import again_after_race
from records.engine.unit import Unit
from records.ledger import RequestKey, hashed_key

HEADER, REPLAYED = "Idempotency-Key", "Idempotent-Replayed"
_LONGEST = 200
_UNGUESSABLE = 22  # characters: a UUID's 128 bits in base64

AnyRequest = Request[Any, Any, Any]
Shape = TypeVar("Shape", bound=BaseModel)


def key_of(
    service: Service,
    request: AnyRequest,
    body: BaseModel | None,
    client_id: str | None = None,
    *,
    is_a_credential: bool = False,
    customer_id: str | None = None,
) -> RequestKey | None:
    """The request's key, hashed: whatever a client makes its keys from is nobody's to read. The header outweighs
    ``client_message_id``. It holds for its route and credential, and for the customer whose token the body brings.

    ``is_a_credential``: whoever knows the key is given what it opened. Raises ``ValidationFailed`` for a short one."""
    key = request.headers.get(HEADER) or client_id
    if not key:
        return None
    if len(key) > _LONGEST or not key.isprintable():
        raise ValidationFailed("", [{"field": HEADER, "message": f"at most {_LONGEST} printable characters"}])
    if is_a_credential and len(key) < _UNGUESSABLE:
        message = f"at least {_UNGUESSABLE} characters that nobody can guess, such as a UUID"
        raise ValidationFailed("the key is too short", [{"field": HEADER, "message": message}])
    scope = f"{request.method} {request.scope['path']} {caller_of(request).credential}"
    if customer_id is not None:
        scope += f" customer:{customer_id}"
    given = body.model_dump(mode="json", exclude={"client_message_id"}) if body else {}  # no body is an empty one
    asked = json.dumps(given, sort_keys=True)
    hashed_scope = hashlib.sha256(scope.encode()).hexdigest()
    unkeyed = hashlib.sha256(asked.encode()).hexdigest()
    return RequestKey(hashed_scope, hashed_key(hashed_scope, key), service.body_digest(asked), unkeyed)


def answer(body: Shape, status: int = 200, *, is_replay: bool = False) -> Response[Shape]:
    """A JSON answer; a replay says so."""
    return Response(body, status_code=status, headers={REPLAYED: "true"} if is_replay else {}, media_type="application/json")


def stored(shape: type[Shape], body: JsonObject | None, status: int, *, is_replay: bool) -> Response[Shape]:
    """An answer of that shape as it was stored: every repeat gives the very same, whatever release gave it first."""
    del shape
    return answer(cast(Any, body), status, is_replay=is_replay)


async def once(
    service: Service,
    request: AnyRequest,
    body: BaseModel | None,
    status: int,
    effect: Callable[[Unit], Awaitable[Shape]],
    conversation_id: str | None = None,
) -> Response[Shape]:
    """Run ``effect`` in one transaction, with its answer under the request's key if it has one.

    ``conversation_id``: the one that the answer tells of, with which it is forgotten."""
    key = key_of(service, request, body)

    async def work() -> Response[Shape]:
        async with service.database.begin() as unit:
            known = await unit.keys.answered(key)
            if known is not None:
                return answer(cast(Any, known.body), known.status_code, is_replay=True)  # as `effect` gave it then
            unit.authored.by = author_of(request)
            result = await effect(unit)
            unit.keys.remember(
                key, status, service.clock(), body=result.model_dump(mode="json"), conversation_id=conversation_id
            )
        return answer(result, status)

    return await again_after_race(work)
