"""The evaluation of a remedy, beside the service."""

from collections.abc import Awaitable, Callable

from domain.conversation import JsonObject
from domain.jobs import JobFailed
from domain.remedies import Evaluation
from insights.struggles.remedy_service import keep_evaluation
from jobs.queue import RunningJob

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
