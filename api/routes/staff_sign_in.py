"""Staff's way through the company's identity provider: there, back, and out; and who is signed in.

The way there and back is a browser's own, outside `/v1`; problems on it lead back to the page, which has the words."""

from typing import Any

from litestar import Request, Response, Router, delete, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from api.auth import caller_of, staff_of, staff_only
from api.rate_limits import client_of
from api.schemas.fields import Listing
from api.schemas.problem import problems
from api.schemas.staff import SignedOut, WaysIn
from api.service import Service
from api.staff_cookies import cookie_in, made_cookie, session_name, way_name
from domain.audit import Actor
from domain.errors import NotFound, StorageUnavailable
from domain.ports.identity_provider import ProviderAway
from rights.staff import StaffSession
from rights.staff_sign_in import ON_THE_WAY, STAFF_PAGES, SignInRefused, StaffPage, StaffSignIn

_NOT_KEPT = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
_LONGEST_PARAMETER = 4096  # characters of what a provider sends back


def _led_to(address: str, *cookies: Cookie) -> Response[None]:
    return Response(None, status_code=303, headers={**_NOT_KEPT, "Location": address}, cookies=list(cookies))


def _gone(sign_in: StaffSignIn, name: str) -> Cookie:
    return made_cookie(name, "", 0, is_secure=sign_in.is_secure, samesite="lax")


def _set_in(service: Service) -> StaffSignIn:
    if service.sign_in is None:
        raise NotFound
    return service.sign_in


@get("/staff/ways", summary="How staff may sign in", include_in_schema=False, sync_to_thread=False)
def ways_in(request: Request[Any, Any, Any], service: NamedDependency[Service]) -> Response[WaysIn]:
    sign_in = service.sign_in
    if sign_in is None:
        return Response(WaysIn(single_sign_on=None, has_session=False), headers=_NOT_KEPT)
    has_session = bool(cookie_in(request.scope, session_name(is_secure=sign_in.is_secure)))
    return Response(WaysIn(single_sign_on=sign_in.provider.label, has_session=has_session), headers=_NOT_KEPT)


@get("/staff/sign-in", summary="To the identity provider", include_in_schema=False)
async def begin_sign_in(service: NamedDependency[Service], page: FromQuery[str] = "agent") -> Response[None]:
    """``page`` is one of two names and never an address: nobody is led elsewhere."""
    sign_in = _set_in(service)
    back_to: StaffPage = next((known for known in STAFF_PAGES if known == page), "agent")
    try:
        address, way = await sign_in.begin(back_to)
    except SignInRefused as refused:
        return _led_to(f"/{refused.page}?sign-in={refused.reason}")
    name, seconds = way_name(is_secure=sign_in.is_secure), int(ON_THE_WAY.total_seconds())
    # Lax: the browser comes back from the provider's site.
    return _led_to(address, made_cookie(name, way, seconds, is_secure=sign_in.is_secure, samesite="lax"))


@get("/staff/signed-in", summary="Back from the identity provider", include_in_schema=False)
async def finish_sign_in(request: Request[Any, Any, Any], service: NamedDependency[Service]) -> Response[None]:
    sign_in = _set_in(service)
    name = way_name(is_secure=sign_in.is_secure)
    given = {key: value for key, value in request.query_params.items() if len(value) <= _LONGEST_PARAMETER}
    try:
        done = await sign_in.finish(cookie_in(request.scope, name), given, client_of(request, service))
    except SignInRefused as refused:
        return _led_to(f"/{refused.page}?sign-in={refused.reason}", _gone(sign_in, name))
    except StorageUnavailable:
        return _led_to("/agent?sign-in=away", _gone(sign_in, name))
    seconds = max(1, int((done.until - service.clock()).total_seconds()))
    kept = made_cookie(
        session_name(is_secure=sign_in.is_secure), done.cookie, seconds, is_secure=sign_in.is_secure, samesite="strict"
    )
    return _led_to(f"/{done.page}", _gone(sign_in, name), kept)


@post(
    "/v1/staff/sign-out",
    guards=[staff_only("agent", "engineer")],
    status_code=200,
    summary="End the session of this browser; a key stays as it is",
    responses=problems(),
)
async def sign_out(request: Request[Any, Any, Any], service: NamedDependency[Service]) -> Response[SignedOut]:
    sign_in = service.sign_in
    if sign_in is None:
        return Response(SignedOut(address=None))
    async with service.database.begin() as unit:
        was_in = await sign_in.sessions.end_by_cookie(unit, caller_of(request).credential)
    try:
        address = await sign_in.provider.sign_out_address() if was_in else None
    except ProviderAway:
        address = None
    return Response(SignedOut(address=address), cookies=[_gone(sign_in, session_name(is_secure=sign_in.is_secure))])


@get(
    "/v1/staff/sessions",
    guards=[staff_only("admin")],
    summary="Who is signed in by the identity provider, oldest first",
    responses=problems(),
)
async def list_sessions(service: NamedDependency[Service]) -> Listing[StaffSession]:
    if service.sign_in is None:
        return Listing(items=[])
    async with service.database.read() as unit:
        return Listing(items=await service.sign_in.sessions.all(unit))


@delete(
    "/v1/staff/sessions/{session_id:str}",
    guards=[staff_only("admin")],
    status_code=204,
    summary="Sign somebody out: within seconds no service takes their cookie any more",
    responses=problems(NotFound),
)
async def end_session(request: Request[Any, Any, Any], session_id: FromPath[str], service: NamedDependency[Service]) -> None:
    sign_in = _set_in(service)
    async with service.database.begin() as unit:
        if not await sign_in.sessions.end(unit, session_id, Actor.of(staff_of(request)), "by an admin"):
            raise NotFound


router = Router(
    "/", route_handlers=[ways_in, begin_sign_in, finish_sign_in, sign_out, list_sessions, end_session], tags=["Agents"]
)
