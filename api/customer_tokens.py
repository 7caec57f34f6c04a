"""Proof that a customer is signed in at the merchant's site: a short-lived JWT (HS256)."""

from dataclasses import dataclass

import jwt

from domain.errors import InvalidCustomerToken

LONGEST_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Claims:
    customer_id: str | None = None
    first_name: str | None = None
    region: str | None = None


def read_customer_token(token: str, secret: str | None) -> Claims:
    """The claims of a valid token. Raises ``InvalidCustomerToken`` for anything else, or where no secret is set."""
    if not secret:
        raise InvalidCustomerToken
    try:
        claims = jwt.decode(token, secret, algorithms=["HS256"], options={"require": ["exp", "sub"], "verify_iat": False})
    except (jwt.PyJWTError, ValueError):
        raise InvalidCustomerToken from None
    issued = claims.get("iat")
    remaining = claims["exp"] - (issued if isinstance(issued, int | float) else _now())
    subject, name, region = claims["sub"], claims.get("name"), claims.get("region")
    if remaining > LONGEST_SECONDS + 60 or not isinstance(subject, str) or not 0 < len(subject) <= 200:
        raise InvalidCustomerToken
    first = name.split()[0][:80] if isinstance(name, str) and name.strip() else None
    known_region = region.upper() if isinstance(region, str) and len(region) == 2 and region.isalpha() else None
    return Claims(subject, first, known_region)


def make_customer_token(customer_id: str, secret: str, **claims: str) -> str:
    """A token as a merchant's site makes it; the demo shop's page uses this."""
    now = int(_now())
    return jwt.encode({"sub": customer_id, "iat": now, "exp": now + 3600, **claims}, secret, algorithm="HS256")


def _now() -> float:
    import time

    return time.time()
