"""Runs the cases against the whole service: a fresh store, the benchmark's shop loaded, everything over HTTP.

    python -m evals.tau_retail.over_http DATA_DIR [--every N] [--accepted-only]

Exit 1 where an accepted action fails, a refused one does not, or anything changes on a refusal.
"""

import argparse
import asyncio
import secrets
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import httpx

from backoffice.shop.open import open_shop
from evals.tau_retail.cases import Content, accepted_cases, isolate
from evals.tau_retail.convert import convert, read_store
from evals.tau_retail.run import Report, Runner
from evals.tau_retail.serving import HttpCaller, serving
from evals.tau_retail.variants import refused_variants

CALL_SECONDS = 60


async def check_service(data_dir: Path, store_dir: Path, every: int = 1, *, accepted_only: bool = False) -> Report:
    """``every``: take each n-th case only; ``accepted_only``: leave out what must be refused."""
    content = Content.of(convert(read_store(data_dir), datetime.now(UTC)))
    accepted = accepted_cases(data_dir, content)
    refused = [] if accepted_only else [v for case in accepted for v in refused_variants(case, content)]
    cases, document = isolate((accepted + refused)[::every], content)
    shop = open_shop(store_dir)
    try:
        await shop.prepare()
        await shop.load(document)
        secret = secrets.token_hex(32)
        async with serving(store_dir, secret) as url, httpx.AsyncClient(base_url=url, timeout=CALL_SECONDS) as client:
            return await Runner(HttpCaller(client, secret), shop).run(cases)
    finally:
        await shop.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the cases against the whole service over HTTP.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each n-th case only")
    parser.add_argument("--accepted-only", action="store_true", help="leave out the cases that must be refused")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as store_dir:
        report = asyncio.run(
            check_service(options.data_dir, Path(store_dir), options.every, accepted_only=options.accepted_only)
        )
    print(report.table())
    for verdict in report.failed[:100]:
        print(f"{verdict.case_id}: {verdict.why}")
    raise SystemExit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
