"""Runs the cases against the whole service: a fresh store, the benchmark's shop loaded, everything over HTTP.

    python -m evals.tau_retail.over_http DATA_DIR [--every N]

Exit 1 where an accepted action fails, a refused one does not, or anything changes on a refusal.
"""

import argparse
import asyncio
import contextlib
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx

from backoffice.shop.open import open_shop
from evals.tau_retail.actions import accepted_cases
from evals.tau_retail.content import Content
from evals.tau_retail.convert import convert, read_store
from evals.tau_retail.http_caller import HttpCaller
from evals.tau_retail.isolate import isolate
from evals.tau_retail.run import Report, Runner
from evals.tau_retail.variants import refused_variants

POLICY = Path(__file__).with_name("policy.yaml")
START_SECONDS = 60
CALL_SECONDS = 60


async def check_service(data_dir: Path, store_dir: Path, every: int) -> Report:
    """``every``: take each n-th case only."""
    content = Content.of(convert(read_store(data_dir), datetime.now(UTC)))
    accepted = accepted_cases(data_dir, content)
    wanted = (accepted + [v for case in accepted for v in refused_variants(case, content)])[::every]
    cases, document = isolate(wanted, content)
    shop = open_shop(store_dir)
    try:
        await shop.prepare()
        await shop.load(document)
        secret = secrets.token_hex(32)
        async with serving(store_dir, secret) as url, httpx.AsyncClient(base_url=url, timeout=CALL_SECONDS) as client:
            return await Runner(HttpCaller(client, secret), shop).run(cases)
    finally:
        await shop.close()


@contextlib.asynccontextmanager
async def serving(store_dir: Path, secret: str) -> AsyncIterator[str]:
    """The service as a process of its own, until the block ends; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SUPPORTGRAPH_", "OPENAI_"))}
    own |= {
        "SUPPORTGRAPH_DATA_DIR": str(store_dir),
        "SUPPORTGRAPH_PORT": str(port),
        "SUPPORTGRAPH_POLICY_FILE": str(POLICY),
        "SUPPORTGRAPH_CUSTOMER_JWT_SECRET": secret,
        "SUPPORTGRAPH_LOG_LEVEL": "WARNING",
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "supportgraph.cli", "serve", env=own)
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the cases against the whole service over HTTP.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each n-th case only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as store_dir:
        report = asyncio.run(check_service(options.data_dir, Path(store_dir), options.every))
    print(report.table())
    for verdict in report.failed[:100]:
        print(f"{verdict.case_id}: {verdict.why}")
    raise SystemExit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
