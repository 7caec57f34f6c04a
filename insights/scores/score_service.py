"""Scores, made beside the conversations and never in them; and what people say of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import BaseModel

from domain.clock import Clock
from domain.errors import NotFound
from domain.jobs import SCORE
from domain.scores import Dimension, Reading, Score
from insights.conversation_summary import SILENT
from insights.scores.report import ScoredShown, ScoreReport, score_report, shown
from insights.scores.rules import RULES_VERSION, HoldsPersonalData, score
from records.engine.session import Database
from records.engine.unit import Unit
from records.ratings import ScoredAs

USUAL = timedelta(days=30)
AT_ONCE = 100  # conversations a transaction: turns go on in between


class ScoreShown(BaseModel):
    """``is_final``: the conversation has ended; else it is what it would be now. ``readings``: of people, the latest last."""

    score: Score
    is_final: bool
    readings: list[Reading]


@dataclass
class ScoreService:
    database: Database
    clock: Clock
    holds_personal_data: HoldsPersonalData

    async def schedule(self) -> None:
        """Queue the scoring, where anything has ended that has no score yet."""
        now = self.clock()
        async with self.database.read() as unit:
            latest = await unit.jobs.list(kind=SCORE, after=None, limit=1)
            is_under_way = any(job.status in ("queued", "running") for job in latest)
            if is_under_way or not await unit.scored_facts.due(RULES_VERSION, now - SILENT, 1):
                return
        async with self.database.begin() as unit:
            await unit.jobs.add(SCORE, {}, now)

    async def due(self) -> list[str]:
        async with self.database.read() as unit:
            return await unit.scored_facts.due(RULES_VERSION, self.clock() - SILENT, AT_ONCE)

    async def scored(self, ids: Sequence[str]) -> list[Score]:
        """By the records as they are now: the same records give the same scores."""
        async with self.database.read() as unit:
            facts = await unit.scored_facts.of(ids)
        return [score(one, self.clock(), self.holds_personal_data) for one in facts]

    async def keep(self, unit: Unit, scores: Sequence[Score], read_at: datetime) -> None:
        """``read_at``: before the records were read, so that what came since is seen the next time. Those of conversations that
        were erased meanwhile are left out."""
        for one in scores:
            if await unit.conversations.get(one.conversation_id) is not None:
                await unit.scores.keep(one, read_at)

    async def score_due(self) -> None:
        """Everything, for who has no job that does it."""
        while True:
            read_at = self.clock()
            ids = await self.due()
            if not ids:
                return
            scores = await self.scored(ids)
            async with self.database.begin() as unit:
                await self.keep(unit, scores, read_at)

    async def shown(self, conversation_id: str) -> ScoreShown:
        """Raises ``NotFound``."""
        async with self.database.read() as unit:
            return await self.shown_in(unit, conversation_id)

    async def shown_in(self, unit: Unit, conversation_id: str) -> ScoreShown:
        now = self.clock()
        found = await unit.scored_facts.of([conversation_id])
        if not found:
            raise NotFound
        facts = found[0]
        return ScoreShown(
            score=score(facts, now, self.holds_personal_data),
            is_final=facts.status == "closed" or now - facts.updated_at >= SILENT,
            readings=list(await unit.scores.readings(conversation_id)),
        )

    async def report(self, since: datetime | None, until: datetime | None) -> ScoreReport:
        """Of the conversations begun in [since, until), the last thirty days by default."""
        found, not_scored = await self._period(since, until)
        return await asyncio.to_thread(score_report, found, not_scored)

    async def wrong(
        self,
        since: datetime | None,
        until: datetime | None,
        dimension: Dimension,
        reason: str | None,
        after: str | None,
        limit: int,
    ) -> list[ScoredShown]:
        """Those that a dimension is 0 of, newest first."""
        found, _ = await self._period(since, until)
        chosen = [
            shown(s)
            for s in found
            if (v := s.verdicts.get(dimension)) and v["value"] == 0 and reason in (None, v["reason"])
            if after is None or s.conversation_id < after
        ]
        return sorted(chosen, key=lambda one: one.id, reverse=True)[:limit]

    async def of_period(self, since: datetime | None, until: datetime | None) -> list[ScoredAs]:
        """Oldest first."""
        return (await self._period(since, until))[0]

    async def _period(self, since: datetime | None, until: datetime | None) -> tuple[list[ScoredAs], int]:
        now = self.clock()
        until = until or now
        since = since or until - USUAL
        async with self.database.read() as unit:
            found = await unit.scores.of_period(since, until)
            ended = await unit.scored_facts.count_ended(now - SILENT, since, until)
        return found, max(0, ended - len(found))
