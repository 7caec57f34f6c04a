"""An OpenID provider, by the authorization code flow with PKCE, state and nonce."""

import functools
import logging
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import AsyncOAuth2Client

from domain.ports.identity_provider import KnownPerson, ProviderAway, ProviderSaysNo
from domain.staff import Role
from supportgraph.sign_in.id_token import Claims, claims_of, name_in, role_in
from supportgraph.sign_in.metadata import Discovered, Metadata
from supportgraph.sign_in.public_keys import Jwks

logger = logging.getLogger(__name__)

_TIMEOUT_SECONDS = 5.0
# What a provider answers when it is not the person whom it refuses (RFC 6749, 5.2): the session goes on for a while.
_OUR_TROUBLE = ("invalid_client", "unauthorized_client", "server_error", "temporarily_unavailable", "slow_down")


@functools.cache
def _trust() -> ssl.SSLContext:
    """Which certificates are believed: read once, since reading them takes longer than a sign-in."""
    return ssl.create_default_context()


@dataclass
class OpenIdProvider:
    """Meets ``IdentityProvider``. ``home``: the origin where staff open the pages; ``roles``: each with the value of ``claim``
    that gives it."""

    issuer: str
    label: str
    client_id: str
    client_secret: str | None
    scope: str
    claim: str
    roles: Sequence[tuple[Role, str]]
    home: str
    _discovered: Discovered = field(init=False)
    _keys: dict[str, Jwks] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._discovered = Discovered(self.issuer)

    async def sign_in_address(self, state: str, nonce: str, verifier: str) -> str:
        known = await self._discovered.get()
        async with self._client(known) as client:
            address, _ = client.create_authorization_url(
                known.authorization_endpoint, state=state, nonce=nonce, code_verifier=verifier
            )
        return str(address)

    async def redeem(self, code: str, nonce: str, verifier: str) -> KnownPerson:
        known = await self._discovered.get()
        async with self._client(known) as client:
            with _told_apart():
                answer = await client.fetch_token(
                    known.token_endpoint, grant_type="authorization_code", code=code, code_verifier=verifier
                )
            claims = await self._claims(known, answer, nonce)
            return self._person(await self._with_groups(known, client, claims), answer)

    async def ask_again(self, refresh_token: str, subject: str) -> KnownPerson | None:
        known = await self._discovered.get()
        async with self._client(known) as client:
            with _told_apart():
                answer = await client.refresh_token(known.token_endpoint, refresh_token=refresh_token)
            if "id_token" in answer:
                claims = await self._claims(known, answer, None)
            elif known.userinfo_endpoint:
                claims = await self._userinfo(known.userinfo_endpoint, client)
            else:
                claims = {"sub": subject}
            if claims["sub"] != subject:
                raise ProviderSaysNo("it answers for somebody else")
            if "id_token" in answer:
                claims = await self._with_groups(known, client, claims)
            elif not known.userinfo_endpoint:
                return None
            return self._person(claims, answer)

    async def sign_out_address(self) -> str | None:
        known = await self._discovered.get()
        if known.end_session_endpoint is None:
            return None
        sign = "&" if "?" in known.end_session_endpoint else "?"
        given = {"client_id": self.client_id, "post_logout_redirect_uri": f"{self.home}/agent"}
        return f"{known.end_session_endpoint}{sign}{urlencode(given)}"

    def _client(self, known: Metadata) -> AsyncOAuth2Client:
        secret_in = known.token_endpoint_auth_methods_supported
        by_post = "client_secret_basic" not in secret_in and "client_secret_post" in secret_in
        return AsyncOAuth2Client(
            client_id=self.client_id,
            client_secret=self.client_secret,
            token_endpoint_auth_method=("client_secret_post" if by_post else None) if self.client_secret else "none",
            scope=self.scope,
            redirect_uri=f"{self.home}/staff/signed-in",
            code_challenge_method="S256",
            timeout=_TIMEOUT_SECONDS,
            leeway=0,
            verify=_trust(),
            follow_redirects=False,
        )

    async def _claims(self, known: Metadata, answer: dict[str, Any], nonce: str | None) -> Claims:
        """Any: what a token endpoint answers."""
        keys = self._keys.setdefault(known.jwks_uri, Jwks(known.jwks_uri))
        access = answer.get("access_token")
        return await claims_of(
            answer.get("id_token"),
            keys.find,
            issuer=self.issuer,
            client_id=self.client_id,
            nonce=nonce,
            access_token=access if isinstance(access, str) else None,
        )

    async def _with_groups(self, known: Metadata, client: AsyncOAuth2Client, claims: Claims) -> Claims:
        """Many providers tell groups and names only where they are asked for them."""
        has_all = role_in(claims, self.claim, self.roles) is not None and isinstance(claims.get("name"), str)
        if has_all or known.userinfo_endpoint is None:
            return claims
        told = await self._userinfo(known.userinfo_endpoint, client)
        if told["sub"] != claims["sub"]:
            raise ProviderSaysNo("it answers for somebody else")
        return {**told, **claims}

    async def _userinfo(self, address: str, client: AsyncOAuth2Client) -> Claims:
        with _told_apart():
            answer = await client.get(address)
            answer.raise_for_status()
            told = answer.json()
        if not isinstance(told, dict) or not isinstance(told.get("sub"), str):
            raise ProviderSaysNo("it names no subject")
        return told

    def _person(self, claims: Claims, answer: dict[str, Any]) -> KnownPerson:
        refresh = answer.get("refresh_token")
        return KnownPerson(
            subject=claims["sub"],
            name=name_in(claims),
            role=role_in(claims, self.claim, self.roles),
            refresh_token=refresh if isinstance(refresh, str) else None,
        )


class _told_apart:  # noqa: N801 (read as a phrase where it is used)
    """What the library and the line raise, as this port's two facts."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, AuthlibBaseError):
            if error.error in _OUR_TROUBLE:
                logger.error("the identity provider refuses this service: %s", error.error)
                raise ProviderAway(error.error) from None
            raise ProviderSaysNo("it refuses") from None
        if isinstance(error, httpx2.HTTPStatusError) and error.response.status_code in (400, 401, 403):
            raise ProviderSaysNo(f"it answers {error.response.status_code}") from None
        if isinstance(error, OSError | httpx2.HTTPError | ValueError):
            raise ProviderAway(type(error).__name__) from None
