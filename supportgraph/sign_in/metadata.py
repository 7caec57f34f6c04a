"""What a provider says of itself (OpenID Connect Discovery 1.0)."""

import asyncio
import json
import logging
import time

import httpx
from pydantic import BaseModel, ValidationError, field_validator

from domain.ports.identity_provider import ProviderAway
from supportgraph.sign_in.public_keys import small_text
from supportgraph.sign_in.safe_address import is_safe

logger = logging.getLogger(__name__)

_FRESH_SECONDS = 3600.0
_AGAIN_SECONDS = 5.0  # after a try that failed


class Metadata(BaseModel):
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None = None
    end_session_endpoint: str | None = None
    token_endpoint_auth_methods_supported: list[str] = ["client_secret_basic"]

    @field_validator("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint")
    @classmethod
    def _safe(cls, value: str | None) -> str | None:
        if value is not None and not is_safe(value):
            raise ValueError("not https")
        return value


class Discovered:
    """Read when it is first wanted, so that the service starts without the provider; kept in use while it cannot be read again."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer
        self._known: Metadata | None = None
        self._again_at = 0.0
        self._lock = asyncio.Lock()

    async def get(self) -> Metadata:
        """Raises ``ProviderAway`` where it was never read."""
        async with self._lock:
            if time.monotonic() >= self._again_at:
                await self._read()
        if self._known is None:
            raise ProviderAway("its configuration cannot be read")
        return self._known

    async def _read(self) -> None:
        try:
            found = json.loads(await small_text(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration"))
            known = Metadata.model_validate(found)
            if known.issuer != self._issuer:
                raise ValueError("it is another issuer's")
        except (OSError, ValueError, httpx.HTTPError, ValidationError) as error:
            logger.warning("the identity provider's configuration cannot be read: %s", type(error).__name__)
            self._again_at = time.monotonic() + _AGAIN_SECONDS
            return
        self._known, self._again_at = known, time.monotonic() + _FRESH_SECONDS
