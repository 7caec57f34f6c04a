"""The public keys of the merchant's site or of an identity provider (RFC 7517), from a file or an address: read in time, of a bounded size,
never from where it was sent on to. And the keys that customers' tokens are signed with: secrets of the settings, and a fetched key set.
"""

import asyncio
import json
import logging
import time
from collections.abc import Sequence
from pathlib import Path

import httpx
import jwt

from api.customer_tokens import CustomerTokens
from domain.errors import CannotStart
from supportgraph.configuration.settings import Settings

_TIMEOUT_SECONDS = 3.0
_LARGEST = 256 * 1024  # bytes


async def small_text(address: str) -> str:
    """Raises ``httpx.HTTPError``, or ``ValueError`` where it is larger or no text."""
    async with (
        httpx.AsyncClient(timeout=_TIMEOUT_SECONDS, follow_redirects=False) as client,
        client.stream("GET", address) as answer,
    ):
        answer.raise_for_status()
        read = b""
        async for part in answer.aiter_bytes():
            read += part
            if len(read) > _LARGEST:
                raise ValueError("too large")
    return read.decode()


logger = logging.getLogger(__name__)

FRESH_SECONDS = 600.0  # then they are read again
UNKNOWN_KEY_SECONDS = 30.0  # and so often at most for a key id that nobody knows yet: a site that has just rotated


class Jwks:
    """``source``: a path, or an https address (http for the machine itself). What was read last stays in use while it cannot be read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._keys: list[jwt.PyJWK] = []
        self._read_at = -FRESH_SECONDS
        self._lock = asyncio.Lock()

    async def start(self) -> None:
        """Raises ``CannotStart`` for a file that holds no keys; an address may come up later."""
        if self._is_address:
            await self._refresh(FRESH_SECONDS)
            return
        try:
            self._keys, self._read_at = _parsed(await asyncio.to_thread(self._file)), time.monotonic()
        except (OSError, ValueError, jwt.PyJWTError) as error:
            raise CannotStart(
                f"SUPPORTGRAPH_CUSTOMER_JWKS: no public keys in {self._source} ({type(error).__name__})"
            ) from None

    async def find(self, key_id: str | None) -> Sequence[jwt.PyJWK]:
        """The keys of that id; all of them where a token names none."""
        await self._refresh(FRESH_SECONDS)
        if key_id is not None and not any(key.key_id == key_id for key in self._keys):
            await self._refresh(UNKNOWN_KEY_SECONDS)
        return [key for key in self._keys if key_id is None or key.key_id == key_id]

    async def _refresh(self, age: float) -> None:
        async with self._lock:
            if time.monotonic() - self._read_at < age:
                return
            self._read_at = time.monotonic()
            try:
                self._keys = _parsed(await self._text())
            except (OSError, ValueError, httpx.HTTPError, jwt.PyJWTError) as error:
                logger.warning("public keys cannot be read: %s", type(error).__name__)

    @property
    def _is_address(self) -> bool:
        return self._source.startswith(("https://", "http://"))

    async def _text(self) -> str:
        if not self._is_address:
            return await asyncio.to_thread(self._file)
        return await small_text(self._source)

    def _file(self) -> str:
        return Path(self._source).read_text(encoding="utf-8")


def _parsed(text: str) -> list[jwt.PyJWK]:
    """The keys that may sign; secrets (`oct`) and keys for encryption are left out. Raises ``ValueError`` where none is left."""
    document = json.loads(text)
    given = document.get("keys") if isinstance(document, dict) else None
    usable = [
        key
        for key in given or []
        if isinstance(key, dict) and key.get("kty") in ("RSA", "EC") and key.get("use", "sig") == "sig" and "d" not in key
    ]
    if not usable:
        raise ValueError("no keys that sign")
    return [jwt.PyJWK.from_dict(key) for key in usable]


async def customer_tokens_of(settings: Settings, of_the_demo: str | None) -> CustomerTokens:
    given = (settings.customer_jwt_secret, settings.customer_jwt_old_secret)
    secrets = tuple(secret.get_secret_value() for secret in given if secret) or ((of_the_demo,) if of_the_demo else ())
    if settings.customer_jwks is None:
        return CustomerTokens(secrets)
    keys = Jwks(settings.customer_jwks)
    await keys.start()
    return CustomerTokens(secrets, keys.find)
