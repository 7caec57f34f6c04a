"""The public keys of the merchant's site or of an identity provider (RFC 7517), from a file or an address."""

import asyncio
import json
import logging
import time
from collections.abc import Sequence
from pathlib import Path

import httpx
import jwt

from domain.errors import CannotStart
from supportgraph.small_text import small_text

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
