"""What staff order: a candidate for the models that read messages, a remedy's evaluation, the index against the database. Each is made
beside the service, and nothing of it goes live without a person.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.jobs import JobFailed
from domain.remedies import Evaluation
from domain.retraining import Proposed
from insights.retraining import keep_proposed
from insights.struggles.remedy_service import keep_evaluation
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


Try = Callable[[str], Awaitable[Evaluation]]
"""A remedy's id → what its evaluation showed; changes nothing. Raises ``LookupError`` where the remedy is gone."""


class TryRemedy:
    def __init__(self, attempt: Try) -> None:
        self._attempt = attempt

    async def __call__(self, job: RunningJob) -> JsonObject:
        remedy_id = str(job.payload["remedy_id"])
        try:
            evaluation = await self._attempt(remedy_id)
        except LookupError as error:
            raise JobFailed(str(error)) from None
        async with job.step(1, 1) as unit:
            await keep_evaluation(unit, remedy_id, job.id, evaluation)
        return {"is_passed": evaluation.is_passed}


Compare = Callable[[], Awaitable[dict[str, int] | None]]
"""Repairs what it finds and counts it: {segments, missing, extra, changed}; None while the vector store is down."""


async def compared_twice(compare: Compare) -> JsonObject:
    """What the first comparison found, and whether the index was ``whole`` in the second. Raises ``JobFailed``."""
    found = await compare()
    after = await compare() if found is not None else None
    if found is None or after is None:
        raise JobFailed("the vector store does not answer")
    return {**found, "whole": not (after["missing"] or after["extra"] or after["changed"])}


class VerifyIndex:
    def __init__(self, compare: Compare) -> None:
        self._compare = compare

    async def __call__(self, _: RunningJob) -> JsonObject:
        return await compared_twice(self._compare)
