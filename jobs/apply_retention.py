"""Once a day: what the policy no longer keeps is taken out."""

from domain.conversation import JsonObject
from jobs.queue import RunningJob
from rights.retention import Retention


class ApplyRetention:
    def __init__(self, retention: Retention) -> None:
        self._retention = retention

    async def __call__(self, job: RunningJob) -> JsonObject:
        """The counts by kind. It may be stopped anywhere and run again."""
        del job
        return (await self._retention.apply()).kinds
