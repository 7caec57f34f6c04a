"""A small document from an address: in time, of a bounded size, and never from where it was sent on to."""

import httpx

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
