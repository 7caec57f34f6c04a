"""Experiments, and the conversations in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.experiments import Enrolment, Experiment
from records.tables.conversation import ConversationRow
from records.tables.experiment import ExperimentRow

_ACTIVE = (
    select(ExperimentRow.__table__).where(ExperimentRow.status.in_(("running", "promoted"))).order_by(ExperimentRow.id)
)  # built once: each new conversation asks


@dataclass(frozen=True)
class Enrolled:
    conversation_id: str
    customer_id: str | None
    enrolment: Enrolment


class Experiments:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, experiment: Experiment) -> None:
        await self._connection.execute(insert(ExperimentRow).values(experiment.model_dump() | _plain(experiment)))

    async def get(self, experiment_id: str) -> Experiment | None:
        found = await self._connection.execute(select(ExperimentRow.__table__).where(ExperimentRow.id == experiment_id))
        row = found.mappings().one_or_none()
        return Experiment.model_validate(dict(row)) if row else None

    async def end(self, experiment: Experiment) -> None:
        """Keep its status, by whom and when."""
        changed = experiment.model_dump(include={"status", "promoted", "ended_at", "ended_by"})
        await self._connection.execute(update(ExperimentRow).where(ExperimentRow.id == experiment.id).values(changed))

    async def active(self) -> Sequence[Experiment]:
        """Those that new conversations are in: running, or promoted. Oldest first."""
        return [Experiment.model_validate(dict(row)) for row in (await self._connection.execute(_ACTIVE)).mappings()]

    async def page(self, after: str | None, limit: int) -> list[Experiment]:
        """Newest first."""
        statement = select(ExperimentRow.__table__).order_by(ExperimentRow.id.desc()).limit(limit)
        if after:
            statement = statement.where(ExperimentRow.id < after)
        return [Experiment.model_validate(dict(row)) for row in (await self._connection.execute(statement)).mappings()]

    async def enrolled(self, experiment_id: str, since: datetime) -> list[Enrolled]:
        """The conversations in an experiment that began at ``since``, oldest first."""
        rows = await self._connection.execute(
            select(ConversationRow.id, ConversationRow.customer_id, ConversationRow.variants)
            .where(ConversationRow.created_at >= since, ConversationRow.variants.is_not(None))
            .order_by(ConversationRow.id)
        )
        found = []
        for conversation_id, customer_id, variants in rows:
            for raw in variants or []:
                if raw["experiment_id"] == experiment_id and not raw.get("is_promoted"):
                    found.append(Enrolled(conversation_id, customer_id, Enrolment.model_validate(raw)))
        return found


def _plain(experiment: Experiment) -> dict[str, object]:
    return {"variants": [v.model_dump(mode="json") for v in experiment.variants]}
