"""`python -m evals.questions [--wrong]`: the table, and with ``--wrong`` the questions not kept apart that were not answered right."""

import argparse
import asyncio
import secrets
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt

from evals.questions.measure import Asked, Judged, Outcome, measure, read_asked, table
from evals.tau_retail.serving import serving

_SECONDS = 60.0  # of a call


async def measured(folder: Path) -> list[Judged]:
    """With a demo of its own in ``folder``."""
    secret = secrets.token_hex(32)
    async with (
        serving(folder, secret, policy=None, demo=True) as url,
        httpx.AsyncClient(base_url=url, timeout=_SECONDS) as http,
    ):

        async def ask(asked: Asked) -> dict[str, Any]:  # Any: the contract's JSON
            body: dict[str, Any] = {"region": asked.region, "locale": asked.locale, "consent": True}
            if asked.customer:
                claims = {"sub": asked.customer, "exp": datetime.now(UTC) + timedelta(hours=1)}
                body["customer_token"] = jwt.encode(claims, secret, algorithm="HS256")
            made = (await http.post("/v1/conversations", json=body)).raise_for_status().json()
            path, bearer = f"/v1/conversations/{made['id']}/messages", {"Authorization": f"Bearer {made['token']}"}
            return dict((await http.post(path, json={"text": asked.says}, headers=bearer)).raise_for_status().json())

        return await measure(read_asked(), ask)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    is_told = parser.parse_args().wrong
    with tempfile.TemporaryDirectory() as folder:
        judged = asyncio.run(measured(Path(folder)))
    print(table(judged))
    for one in judged if is_told else ():
        if one.outcome is not Outcome.RIGHT and not one.asked.apart:
            print(f"\n{one.asked.says} [{one.asked.article}]: {one.outcome}\n    {one.told[:300]!r}")


if __name__ == "__main__":
    main()
