"""The cookies of staff who sign in by an identity provider: no script reads them, and no other site sends them along.

A cookie alone opens nothing: a call says by a header that it means it (``X-Staff-Session``), which a page of another origin cannot
write without asking first, and is refused."""

from http.cookies import CookieError, SimpleCookie
from typing import Literal

from litestar.datastructures import Cookie
from litestar.types import HTTPScope

HEADER = b"x-staff-session"


def session_name(*, is_secure: bool) -> str:
    """`__Host-`: set by this host over TLS, for this host only, whatever its neighbours do."""
    return "__Host-supportgraph-staff" if is_secure else "supportgraph-staff"


def way_name(*, is_secure: bool) -> str:
    return "__Host-supportgraph-signing-in" if is_secure else "supportgraph-signing-in"


def cookie_in(scope: HTTPScope, name: str) -> str:
    """Empty where there is none."""
    for header, value in scope["headers"]:
        if header == b"cookie":
            jar: SimpleCookie = SimpleCookie()
            try:
                jar.load(value.decode("latin-1"))
            except CookieError:
                continue
            if name in jar:
                return jar[name].value
    return ""


def made_cookie(name: str, value: str, seconds: int, *, is_secure: bool, samesite: Literal["lax", "strict"]) -> Cookie:
    """``seconds``: 0 takes it away."""
    return Cookie(name, value=value, max_age=seconds, path="/", secure=is_secure, httponly=True, samesite=samesite)
