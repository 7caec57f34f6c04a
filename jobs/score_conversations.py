"""Conversations that ended are scored, a batch a step, until none is left."""

from domain.clock import Clock
from domain.conversation import JsonObject
from insights.scores.score_service import ScoreService
from jobs.queue import RunningJob


class ScoreConversations:
    def __init__(self, scores: ScoreService, clock: Clock) -> None:
        self._scores, self._clock = scores, clock

    async def __call__(self, job: RunningJob) -> JsonObject:
        """It may be stopped anywhere and run again: what is scored is not due any more."""
        done, seen = 0, set[str]()
        while True:
            read_at = self._clock()
            ids = [i for i in await self._scores.due() if i not in seen]
            if not ids:
                return {"scored": done}
            seen.update(ids)  # what changes while it runs is the next job's
            scores = await self._scores.scored(ids)
            done += len(scores)
            async with job.step(done, 0) as unit:
                await self._scores.keep(unit, scores, read_at)
