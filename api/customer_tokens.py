"""Proof that a customer is signed in at the merchant's site: a short-lived JWT, of a shared secret (HS256) or a key pair of the site's
(RS256, ES256, by JWKS)."""

import math
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jwt

from domain.errors import InvalidCustomerToken

LONGEST_SECONDS = 24 * 3600  # of a token's whole life, and from now
LEEWAY_SECONDS = 60  # by which the site's clock may be ahead of ours
_LONGEST_TOKEN = 8192  # characters
# Each algorithm with the kind of key that it takes: a public key is never tried as a secret, nor a secret as a public key.
_KEY_TYPES = {"RS256": "RSA", "ES256": "EC"}


@dataclass(frozen=True)
class Claims:
    customer_id: str | None = None
    first_name: str | None = None
    region: str | None = None
    until: datetime | None = None  # the token's end, and of what it proves


# A key's id, None where a token names none → the site's public keys that may be meant.
FindKeys = Callable[[str | None], Awaitable[Sequence[jwt.PyJWK]]]


@dataclass(frozen=True)
class CustomerTokens:
    """``secrets``: the current one first, then the one before it, while a site changes over. Both empty: every customer is a guest."""

    secrets: tuple[str, ...] = ()
    find_keys: FindKeys | None = None

    async def read(self, token: str) -> Claims:
        """The claims of a valid token. Raises ``InvalidCustomerToken`` for anything else."""
        if len(token) > _LONGEST_TOKEN:
            raise InvalidCustomerToken
        try:
            header = jwt.get_unverified_header(token)
            algorithm, key_id = header.get("alg"), header.get("kid")
            if algorithm == "HS256":
                return _claims(_first_that_fits(token, self.secrets, "HS256"))
            if algorithm in _KEY_TYPES and self.find_keys is not None and (key_id is None or isinstance(key_id, str)):
                keys = [k for k in await self.find_keys(key_id) if k.key_type == _KEY_TYPES[algorithm]]
                return _claims(_first_that_fits(token, keys, algorithm))
        except (jwt.PyJWTError, ValueError, OverflowError, TypeError, RecursionError):
            pass
        raise InvalidCustomerToken


def _first_that_fits(token: str, keys: Sequence[str | jwt.PyJWK], algorithm: str) -> dict[str, Any]:
    """Any: claims of any JSON. Raises ``InvalidCustomerToken`` where no key has signed it."""
    for key in keys:
        try:
            options = {"require": ["exp", "sub"], "verify_iat": False}
            return jwt.decode(token, key, algorithms=[algorithm], options=options)  # type: ignore[arg-type]  # a TypedDict
        except jwt.InvalidSignatureError:
            continue
    raise InvalidCustomerToken


def _claims(claims: dict[str, Any]) -> Claims:
    """Any: as above. What is not a finite number is no time: NaN would pass every comparison that it should fail."""
    now, until = _now(), _seconds(claims["exp"])
    if until - now > LONGEST_SECONDS + LEEWAY_SECONDS:
        raise InvalidCustomerToken
    if "iat" in claims:
        issued = _seconds(claims["iat"])
        if issued - now > LEEWAY_SECONDS or until - issued > LONGEST_SECONDS + LEEWAY_SECONDS:
            raise InvalidCustomerToken
    subject, name, region = claims["sub"], claims.get("name"), claims.get("region")
    if not isinstance(subject, str) or not 0 < len(subject) <= 200:
        raise InvalidCustomerToken
    first = name.split()[0][:80] if isinstance(name, str) and name.strip() else None
    known_region = region.upper() if isinstance(region, str) and len(region) == 2 and region.isalpha() else None
    return Claims(subject, first, known_region, datetime.fromtimestamp(until, UTC))


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InvalidCustomerToken
    return value


def make_customer_token(customer_id: str, secret: str, **claims: str) -> str:
    """A token as a merchant's site makes it; the demo shop's page uses this."""
    now = int(_now())
    return jwt.encode({"sub": customer_id, "iat": now, "exp": now + 3600, **claims}, secret, algorithm="HS256")


def _now() -> float:
    return time.time()
