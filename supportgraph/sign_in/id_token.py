"""Whether an ID token holds (OpenID Connect Core 1.0, 3.1.3.7), what it says, and who that is: a name that customers read, and a role."""

import hmac
import unicodedata
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import jwt
from authlib.oidc.core import CodeIDToken
from joserfc.errors import JoseError

from domain.ports.identity_provider import ProviderSaysNo
from domain.staff import Role

LEEWAY_SECONDS = 60  # by which the provider's clock may be off
# Each algorithm with the kind of key that it takes: no key is tried as another kind, and no secret is one.
_KEY_TYPES = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}

Claims = dict[str, Any]  # any: claims of any JSON
FindKeys = Callable[[str | None], Awaitable[Sequence[jwt.PyJWK]]]


async def claims_of(
    token: object, find_keys: FindKeys, *, issuer: str, client_id: str, nonce: str | None, access_token: str | None
) -> Claims:
    """The claims of a token that was made for us. ``nonce``: None where a token is renewed, which carries none.

    Raises ``ProviderSaysNo``."""
    if not isinstance(token, str):
        raise ProviderSaysNo("no ID token")
    try:
        header = jwt.get_unverified_header(token)
        claims = _signed(token, header, await find_keys(header.get("kid")))
        held = CodeIDToken(
            claims,
            header,
            {
                "iss": {"essential": True, "value": issuer},
                "aud": {"essential": True, "value": client_id},
                "sub": {"essential": True},
                "exp": {"essential": True},
                "iat": {"essential": True},
            },
            {"client_id": client_id, "nonce": nonce, "access_token": access_token},
        )
        held.validate(leeway=LEEWAY_SECONDS)
    except (jwt.PyJWTError, JoseError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise ProviderSaysNo(f"the ID token does not hold: {type(error).__name__}") from None
    if nonce is not None and not hmac.compare_digest(str(claims.get("nonce")).encode(), nonce.encode()):
        raise ProviderSaysNo("the ID token is of another sign-in")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
        raise ProviderSaysNo("the ID token names no subject")
    return claims


def _signed(token: str, header: dict[str, Any], keys: Sequence[jwt.PyJWK]) -> Claims:
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm not in _KEY_TYPES:
        raise ValueError("no algorithm of a public key")
    options = {"verify_exp": False, "verify_iat": False, "verify_nbf": False, "verify_aud": False, "verify_iss": False}
    for key in keys:
        if key.key_type != _KEY_TYPES[algorithm]:
            continue
        try:
            return jwt.decode(token, key, algorithms=[algorithm], options=options)  # type: ignore[arg-type]  # a TypedDict
        except jwt.InvalidSignatureError:
            continue
    raise ValueError("no key of the provider has signed it")


_LONGEST_NAME = 60  # of the 80 that are kept, so that a number fits behind a name that two people have


def name_in(claims: dict[str, Any]) -> str:
    """Any: claims of any JSON. Signs that are not seen, or turn a line around, are left out."""
    given = " ".join(str(claims[part]) for part in ("given_name", "family_name") if isinstance(claims.get(part), str))
    for found in (claims.get("name"), given, claims.get("preferred_username"), claims.get("sub")):
        if isinstance(found, str):
            seen = "".join(c if unicodedata.category(c)[0] not in "CZ" else " " for c in found)
            name = " ".join(seen.split())[:_LONGEST_NAME].strip()
            if name:
                return name
    return "Staff"


def role_in(claims: dict[str, Any], claim: str, roles: Sequence[tuple[Role, str]]) -> Role | None:
    """The first of ``roles`` whose value stands in the claim. A dotted claim is looked for as it is, then inside (`realm_access.roles`)."""
    found: Any = claims.get(claim)  # Any: what a provider's JSON holds
    if found is None:
        found = claims
        for part in claim.split("."):
            found = found.get(part) if isinstance(found, dict) else None
    held = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return next((role for role, value in roles if value in held), None)
