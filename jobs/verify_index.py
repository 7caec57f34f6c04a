"""The job behind `kb verify` while a service holds the index."""

from collections.abc import Awaitable, Callable

from domain.conversation import JsonObject
from domain.jobs import JobFailed
from jobs.queue import RunningJob

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
