"""The shares of new conversations, and the eval results beside which they are decided."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.conversation import ConversationRow
from records.tables.rollout import EvalResultRow, RolloutRow

_CURRENT = 1  # the only row's id


class Rollout:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def weights(self) -> dict[str, float]:
        """Version → share of new conversations; empty where nobody has set any."""
        found = await self._session.scalar(select(RolloutRow.weights).where(RolloutRow.id == _CURRENT))
        return {name: float(share) for name, share in (found or {}).items()}

    async def set_weights(self, weights: dict[str, float], now: datetime, by: str) -> None:
        row = await self._session.get(RolloutRow, _CURRENT, with_for_update=True)
        if row is None:
            self._session.add(RolloutRow(id=_CURRENT, weights=weights, updated_at=now, updated_by=by))
        else:
            row.weights, row.updated_at, row.updated_by = weights, now, by

    async def report(self, result: EvalResultRow) -> None:
        """Keep a suite's result on a version in place of the one before."""
        await self._session.merge(result)

    async def eval_results(self) -> dict[str, list[EvalResultRow]]:
        """By version, ordered by suite."""
        results: dict[str, list[EvalResultRow]] = {}
        order = select(EvalResultRow).order_by(EvalResultRow.graph_version, EvalResultRow.suite)
        for row in await self._session.scalars(order):
            results.setdefault(row.graph_version, []).append(row)
        return results

    async def versions_in_use(self) -> list[str]:
        """The graph versions that conversations which have not ended are pinned to, each found by one step in the index."""
        names: list[str] = []
        last = ""
        while True:
            found = await self._session.scalar(
                select(ConversationRow.graph_version)
                .where(ConversationRow.graph_version > last)
                .order_by(ConversationRow.graph_version)
                .limit(1)
            )
            if found is None:
                return names
            is_open = await self._session.scalar(
                select(ConversationRow.id)
                .where(ConversationRow.graph_version == found, ConversationRow.status != "closed")
                .limit(1)
            )
            if is_open is not None:
                names.append(found)
            last = found
