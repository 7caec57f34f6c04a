"""A candidate for the models that read messages, made beside the service: proposed, and promoted by nobody but a person."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.retraining import Proposed
from insights.retraining.retraining_service import keep_proposed
from jobs.queue import RunningJob


class Made(Protocol):
    """What the making of a candidate leaves."""

    @property
    def proposed(self) -> Proposed: ...
    @property
    def based_on(self) -> str: ...
    @property
    def sha256(self) -> str: ...


Make = Callable[[datetime | None], Awaitable[Made]]


class Retrain:
    def __init__(self, make: Make, clock: Clock, refresh: Callable[[], Awaitable[None]]) -> None:
        self._make, self._clock, self._refresh = make, clock, refresh

    async def __call__(self, job: RunningJob) -> JsonObject:
        since = datetime.fromisoformat(job.payload["since"]) if job.payload["since"] else None
        made = await self._make(since)
        async with job.step(1, 1) as unit:
            candidate = await keep_proposed(
                unit,
                made.proposed,
                based_on=made.based_on,
                sha256=made.sha256,
                by=str(job.payload["by"]),
                since=since,
                now=self._clock(),
            )
        await self._refresh()
        return {"candidate_id": candidate.id, "status": candidate.status}
