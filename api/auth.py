"""Who calls: a customer with a conversation's token, or staff with a key or a session. Decided before the path is looked at."""

import contextlib
import json
import time
from dataclasses import dataclass, field
from typing import Any

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers.base import BaseRouteHandler
from litestar.types import ASGIApp, Guard, HTTPScope, Receive, Scope, Send

from api.problems import MEDIA_TYPE, document
from api.rate_limits import StaffRates
from api.service import Service
from api.staff_cookies import HEADER, cookie_in, session_name
from domain.audit import Actor
from domain.errors import Forbidden, NotFound, RateLimited, StorageUnavailable
from domain.history import THE_SERVICE
from domain.staff import Role, Staff, hash_key
from records.staff import NOTED_EVERY

CACHE_SECONDS = 5.0  # a revoked key may still open for this long
_HOW = (b"www-authenticate", b"Bearer")
PUBLIC = {("POST", "/v1/conversations"), ("POST", "/v1/offers")}  # want no credential


@dataclass(frozen=True)
class Caller:
    """One of: nobody, the customer of a conversation, or a member of staff. ``credential`` is a hash, for key scopes."""

    conversation_id: str | None = None
    staff: Staff | None = None
    credential: str = ""


@dataclass
class Credentials:
    """Looks credentials up: tokens by signature, keys by hash, those of the database for a while."""

    service: Service
    _seen: dict[str, tuple[float, Staff | None]] = field(default_factory=dict)

    async def caller(self, token: str) -> Caller | None:
        hashed = hash_key(token)
        conversation_id = self.service.conversation_of(token)
        if conversation_id:
            return Caller(conversation_id=conversation_id, credential=hashed)
        staff = next((s for s in self.service.staff if s.key_hash == hashed), None) or await self._made(hashed)
        return Caller(staff=staff, credential=hashed) if staff else None

    async def by_cookie(self, scope: HTTPScope) -> Caller | None:
        """Staff whose browser has signed in by the identity provider: looked up each time, so that a sign-out holds at once."""
        sign_in = self.service.sign_in
        cookie = cookie_in(scope, session_name(is_secure=sign_in.is_secure)) if sign_in else ""
        if sign_in is None or not cookie:
            return None
        hashed = hash_key(cookie)
        staff = await sign_in.sessions.staff(hashed)
        return Caller(staff=staff, credential=hashed) if staff else None

    async def _made(self, hashed: str) -> Staff | None:
        at, staff = self._seen.get(hashed, (-CACHE_SECONDS, None))
        if time.monotonic() - at < CACHE_SECONDS:
            return staff
        async with self.service.database.read() as unit:
            row = await unit.staff_keys.by_hash(hashed)
        staff = Staff.model_validate({"role": row.role, "name": row.name, "key_hash": hashed}) if row else None
        now = self.service.clock()
        if row is not None and (row.last_used_at is None or now - row.last_used_at >= NOTED_EVERY):
            with contextlib.suppress(StorageUnavailable):  # who may come in does not hang on what can be noted
                async with self.service.database.begin() as unit:
                    await unit.staff_keys.used(hashed, now)
        if len(self._seen) > 1000:
            self._seen.clear()
        self._seen[hashed] = (time.monotonic(), staff)
        return staff


class Authenticate:
    """The outermost layer: every path under /v1 wants a credential, except opening a conversation and asking what a page offers."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app, self._credentials = app, Credentials(service)
        self._rates = StaffRates(service.database, service.clock, service.staff_calls_a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or not scope["path"].lstrip("/").startswith("v1"):
            await self._app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(b"authorization", b"").decode("latin-1")
        scheme, _, token = given.partition(" ")
        caller: Caller | None = None
        if scheme.lower() == "bearer" and token.strip():
            caller = await self._credentials.caller(token.strip())
        elif not given and HEADER in dict(scope["headers"]):
            caller = await self._credentials.by_cookie(scope)
        elif not given and (scope["method"], _plain(scope["path"])) in PUBLIC:
            caller = Caller()
        if caller is None:
            await _refuse(send, 401, "unauthorized", "A valid credential is needed", "Send Authorization: Bearer …", _HOW)
            return
        if caller.staff is not None:
            try:
                await self._rates.admit(caller.credential)
            except RateLimited as limited:
                again = (b"retry-after", str(limited.retry_after).encode())
                await _refuse(send, limited.status, limited.code, limited.title, limited.detail, again)
                return
        scope["caller"] = caller  # type: ignore[typeddict-unknown-key]  # ASGI lets layers add keys of their own
        await self._app(scope, receive, send)


def _plain(path: str) -> str:
    """As the router takes it, which minds no slash too many."""
    return "/" + path.strip("/")


async def _refuse(send: Send, status: int, code: str, title: str, detail: str, header: tuple[bytes, bytes]) -> None:
    body = json.dumps(document(status, code, title, detail)).encode()
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode()), header]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


Connection = ASGIConnection[Any, Any, Any, Any]


def caller_of(connection: Connection) -> Caller:
    found = connection.scope.get("caller")
    return found if isinstance(found, Caller) else Caller()


def staff_only(*roles: Role) -> Guard:
    """A guard: staff with one of these roles; ``admin`` may do all that ``agent`` may."""
    allowed = {*roles, *(("admin",) if "agent" in roles else ())}

    def guard(connection: Connection, _: BaseRouteHandler) -> None:
        staff = caller_of(connection).staff
        if staff is None or staff.role not in allowed:
            raise Forbidden

    return guard


def customer_only(connection: Connection, _: BaseRouteHandler) -> None:
    """A guard: the customer of a conversation. Whose it is, is looked at by ``own``."""
    if caller_of(connection).conversation_id is None:
        raise Forbidden


def customer_or_agent(connection: Connection, _: BaseRouteHandler) -> None:
    """A guard: the customer, or staff who may read conversations."""
    caller = caller_of(connection)
    if caller.conversation_id is None and (caller.staff is None or caller.staff.role not in ("agent", "admin")):
        raise Forbidden


def own(connection: Connection, conversation_id: str) -> str:
    """The conversation's id, if it is this caller's to see; ``NotFound`` as for one that does not exist."""
    caller = caller_of(connection)
    if caller.staff is None and caller.conversation_id != conversation_id:
        raise NotFound
    return conversation_id


async def tell_if_seen(connection: Connection, service: Service, conversation_id: str, what: str) -> None:
    """To the audit log, where staff read what a customer wrote."""
    staff = caller_of(connection).staff
    if staff is not None:
        await service.rights.audit.saw(Actor.of(staff), conversation_id, what)


def author_of(connection: Connection) -> Actor:
    """Whose name a change bears."""
    staff = caller_of(connection).staff
    return Actor.of(staff) if staff else THE_SERVICE


def staff_of(connection: Connection) -> Staff:
    staff = caller_of(connection).staff
    if staff is None:
        raise Forbidden
    return staff
