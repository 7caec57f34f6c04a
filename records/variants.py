"""Which version or variant conversations get: the shares, the eval results beside which they are decided, and experiments."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import get_args

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conversation import ConversationStatus
from domain.experiments import Enrolment, Experiment
from records.tables.conversation import ConversationRow
from records.tables.variants import EvalResultRow, ExperimentRow, RolloutRow

_CURRENT = 1  # the only row's id
_WEIGHTS = select(RolloutRow.weights).where(RolloutRow.id == _CURRENT)  # built once: each new conversation asks

# By name, not as "is not closed": each is one step in the index, whatever number has been closed.
_OPEN = tuple(status for status in get_args(ConversationStatus) if status != "closed")


@dataclass(frozen=True)
class EvalResult:
    """How a graph version did in a suite."""

    graph_version: str
    suite: str
    passed: int
    total: int
    ran_at: datetime
    reported_by: str


class Rollout:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def weights(self) -> dict[str, float]:
        """Version → share of new conversations; empty where nobody has set any."""
        found = (await self._connection.execute(_WEIGHTS)).scalar_one_or_none()
        return {name: float(share) for name, share in (found or {}).items()}

    async def set_weights(self, weights: dict[str, float], now: datetime, by: str) -> None:
        values = {"weights": weights, "updated_at": now, "updated_by": by}
        changed = await self._connection.execute(update(RolloutRow).where(RolloutRow.id == _CURRENT).values(values))
        if changed.rowcount == 0:
            await self._connection.execute(insert(RolloutRow).values(id=_CURRENT, **values))

    async def report(self, result: EvalResult) -> None:
        """Keep a suite's result on a version in place of the one before."""
        same = (EvalResultRow.graph_version == result.graph_version, EvalResultRow.suite == result.suite)
        changed = await self._connection.execute(update(EvalResultRow).where(*same).values(asdict(result)))
        if changed.rowcount == 0:
            await self._connection.execute(insert(EvalResultRow).values(asdict(result)))

    async def eval_results(self) -> dict[str, list[EvalResult]]:
        """By version, ordered by suite."""
        rows = await self._connection.execute(
            select(EvalResultRow.__table__).order_by(EvalResultRow.graph_version, EvalResultRow.suite)
        )
        results: dict[str, list[EvalResult]] = {}
        for row in rows:
            results.setdefault(row.graph_version, []).append(EvalResult(**row._mapping))
        return results

    async def versions_in_use(self) -> list[str]:
        """The graph versions that conversations which have not ended are pinned to, each found by one step in the index."""
        names: list[str] = []
        pinned, last = ConversationRow.graph_version, ""
        while True:
            following = select(pinned).where(pinned > last).order_by(pinned).limit(1)
            found = (await self._connection.execute(following)).scalar_one_or_none()
            if found is None:
                return names
            still_open = select(ConversationRow.id).where(pinned == found, ConversationRow.status.in_(_OPEN)).limit(1)
            if (await self._connection.execute(still_open)).scalar_one_or_none() is not None:
                names.append(found)
            last = found


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
