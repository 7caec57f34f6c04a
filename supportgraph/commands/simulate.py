"""`supportgraph simulate`: seeded customers over HTTP, with the truth in a file."""

import asyncio
import time
from pathlib import Path

import click


@click.command()
@click.option("--url", default="http://127.0.0.1:8000", show_default=True, help="The service that they come to.")
@click.option("--conversations", default=100, show_default=True, type=click.IntRange(1, 1_000_000), help="How many come.")
@click.option("--seed", default=0, show_default=True, type=int, help="The same seed brings the same people.")
@click.option(
    "--truth", type=click.Path(path_type=Path, dir_okay=False), help="What truly became of each: JSONL, a line each."
)
@click.option("--parallel", default=8, show_default=True, type=click.IntRange(1, 200), help="Conversations at a time.")
@click.option(
    "--agent-key",
    envvar="SIMULATE_AGENT_KEY",
    help="An agent's key: a simulated colleague answers hand-offs. Or SIMULATE_AGENT_KEY.",
)
def simulate(url: str, conversations: int, seed: int, truth: Path | None, parallel: int, agent_key: str | None) -> None:
    """Send seeded customers through the front door of a service.

    For demos and measurements: never to a service that serves people."""
    import httpx  # late, with what it brings

    from evals.simulation.client import Client, Refused
    from evals.simulation.run import Truth, demo_customers, demo_sign_in, simulate
    from evals.simulation.visit import World

    async def go() -> Truth:
        async with httpx.AsyncClient(base_url=url, timeout=60, limits=httpx.Limits(max_connections=parallel)) as http:
            client = Client(http)
            world = World(client, demo_sign_in(client), agent_key=agent_key)
            return await simulate(world, await demo_customers(client), conversations, seed, parallel)

    began = time.monotonic()
    try:
        found = asyncio.run(go())
    except* (httpx.HTTPError, Refused, OSError) as errors:
        first = errors.exceptions[0]
        raise click.ClickException(f"{url}: {str(first) or type(first).__name__}") from None
    if truth:
        found.write(truth)
    taken = time.monotonic() - began
    told = ", ".join(f"{n} {name}" for name, n in sorted(found.outcomes.items()))
    click.echo(f"{conversations} conversations in {taken:.1f} s ({conversations / taken:.1f} a second): {told}")
