"""The service as a process of its own, on a store of its own, for as long as a block runs."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx

POLICY = Path(__file__).with_name("policy.yaml")
START_SECONDS = 60


@contextlib.asynccontextmanager
async def serving(
    store_dir: Path, secret: str, policy: Path | None = POLICY, *, demo: bool = False, model_url: str | None = None
) -> AsyncIterator[str]:
    """Gives the service's address. ``secret`` signs customers in; no ``policy``: the shipped one; ``demo``: the demo shop;
    ``model_url``: an OpenAI-compatible endpoint that reads, on this machine.

    Raises ``RuntimeError`` where the process ends before it listens, ``TimeoutError`` after ``START_SECONDS``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SUPPORTGRAPH_", "OPENAI_"))}
    own |= {
        "SUPPORTGRAPH_DATA_DIR": str(store_dir),
        "SUPPORTGRAPH_PORT": str(port),
        "SUPPORTGRAPH_CUSTOMER_JWT_SECRET": secret,
        "SUPPORTGRAPH_LOG_LEVEL": "WARNING",
    }
    if policy is not None:
        own["SUPPORTGRAPH_POLICY_FILE"] = str(policy)
    if model_url is not None:
        own |= {"SUPPORTGRAPH_MODEL": "scripted", "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": model_url}
    command = [sys.executable, "-m", "supportgraph.cli", "serve", *(["--demo"] if demo else [])]
    process = await asyncio.create_subprocess_exec(*command, env=own, stdout=asyncio.subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        await _until_live(url, process)
        yield url
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _until_live(url: str, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(START_SECONDS), httpx.AsyncClient(base_url=url) as client:
        while process.returncode is None:
            with contextlib.suppress(httpx.TransportError):
                if (await client.get("/health/live")).is_success:
                    return
            await asyncio.sleep(0.2)
    raise RuntimeError(f"the service ended with {process.returncode}")
