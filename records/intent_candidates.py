"""Candidates for the models that read messages: stored with their files, and moved on by people."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import cast

from sqlalchemy import Table, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.remedies import RemedyStatus
from domain.retraining import (
    AcceptedUtterance,
    Candidate,
    CandidateStatus,
    ModelFiles,
    ServingCandidate,
    ShadowFigures,
    ShadowPair,
)
from records.engine.writes import Appends
from records.tables.conversation import ConversationRow, MessageRow
from records.tables.improvements import (
    IntentCandidateFileRow,
    IntentCandidateRow,
    IntentCandidateTurnRow,
    RemedyRow,
    RemedyTurnRow,
    ShadowReadingRow,
)

_PART = 1 << 20  # bytes
_ACCEPTED: tuple[RemedyStatus, ...] = ("accepted", "testing", "tested", "live")
_MOST_PAIRS = 20
_READING = 200  # characters of a reading that are kept
_SHADOW = cast(Table, ShadowReadingRow.__table__)  # declared as a FromClause


class IntentCandidates:
    def __init__(self, session: AsyncSession, appends: Appends) -> None:
        self._session, self._appends = session, appends

    async def add(self, candidate: Candidate, files: ModelFiles, learned: Sequence[tuple[str, str]]) -> None:
        """``learned``: (turn id, conversation id) of the words that it learned from. Those that were erased meanwhile are left out."""
        turns = [{"turn_id": t, "conversation_id": c} for t, c in dict(learned).items()]
        there = set(
            await self._session.scalars(
                select(ConversationRow.id).where(ConversationRow.id.in_({t["conversation_id"] for t in turns}))
            )
        )
        values = {**candidate.model_dump(exclude={"report"}), "report": candidate.report.model_dump(mode="json")}
        self._session.add(IntentCandidateRow(**values, learned_turns=len(turns)))
        await self._session.flush()
        self._session.add_all(
            IntentCandidateTurnRow(candidate_id=candidate.id, **t) for t in turns if t["conversation_id"] in there
        )
        for path, data in files.items():
            for part, start in enumerate(range(0, len(data), _PART)):
                row = {"candidate_id": candidate.id, "path": path, "part": part, "data": data[start : start + _PART]}
                await self._session.execute(insert(IntentCandidateFileRow).values(row))

    async def get(self, candidate_id: str) -> Candidate | None:
        row = await self._session.get(IntentCandidateRow, candidate_id)
        return Candidate.model_validate(row) if row else None

    async def page(self, after: str | None, limit: int) -> list[Candidate]:
        """Newest first."""
        query = select(IntentCandidateRow).order_by(IntentCandidateRow.id.desc()).limit(limit)
        if after:
            query = query.where(IntentCandidateRow.id < after)
        return [Candidate.model_validate(row) for row in await self._session.scalars(query)]

    async def with_status(self, *statuses: CandidateStatus) -> list[Candidate]:
        """Those that are at one of these, locked where the database can, latest change first."""
        rows = await self._session.scalars(
            select(IntentCandidateRow).where(IntentCandidateRow.status.in_(statuses)).with_for_update()
        )
        found = [Candidate.model_validate(row) for row in rows]
        return sorted(found, key=lambda c: c.changed_at or c.created_at, reverse=True)

    async def serving(self) -> list[ServingCandidate]:
        """Those that read messages now."""
        row = IntentCandidateRow
        query = select(row.id, row.status, row.share, row.sha256).where(row.status.in_(("shadow", "share", "live")))
        return [
            ServingCandidate.model_validate(dict(r._mapping)) for r in await self._session.execute(query.order_by(row.id))
        ]

    async def move(
        self, candidate_id: str, status: CandidateStatus, share: float | None, by: str, now: datetime
    ) -> Candidate:
        row = await self._session.get_one(IntentCandidateRow, candidate_id)
        row.status, row.share, row.changed_by, row.changed_at = status, share, by, now
        await self._session.flush()
        return Candidate.model_validate(row)

    async def files(self, candidate_id: str) -> ModelFiles:
        f = IntentCandidateFileRow
        rows = await self._session.execute(
            select(f.path, f.data).where(f.candidate_id == candidate_id).order_by(f.path, f.part)
        )
        return {path: b"".join(part.data for part in parts) for path, parts in groupby(rows, key=lambda row: str(row.path))}

    async def learned(self, candidate_id: str) -> tuple[int, int]:
        """How many of the turns that it learned from are still there, and how many were erased since."""
        mine = IntentCandidateTurnRow.candidate_id == candidate_id
        there = await self._session.scalar(select(func.count()).select_from(IntentCandidateTurnRow).where(mine)) or 0
        row = await self._session.get_one(IntentCandidateRow, candidate_id)
        return there, row.learned_turns - there

    async def accepted(self, since: datetime | None) -> list[AcceptedUtterance]:
        """The words of accepted remedies that name what they mean, oldest first; none of a customer who wants no model to read them."""
        t = RemedyTurnRow
        said = (MessageRow.turn_id == t.turn_id) & (MessageRow.conversation_id == t.conversation_id)
        query = (
            select(
                MessageRow.text,
                RemedyRow.intent,
                t.turn_id,
                t.conversation_id,
                t.remedy_id,
                RemedyRow.decided_by.label("accepted_by"),
                MessageRow.created_at.label("said_at"),
                RemedyRow.decided_at.label("accepted_at"),
            )
            .join(RemedyRow, RemedyRow.id == t.remedy_id)
            .join(MessageRow, said)
            .join(ConversationRow, ConversationRow.id == t.conversation_id)
            .where(
                RemedyRow.kind == "utterances",
                RemedyRow.status.in_(_ACCEPTED),
                RemedyRow.intent.is_not(None),
                MessageRow.role == "customer",
                ConversationRow.consent.is_not(False),
            )
            .order_by(t.turn_id, MessageRow.seq, t.remedy_id)
        )
        if since:
            query = query.where(MessageRow.created_at >= since)
        return [AcceptedUtterance.model_validate(dict(row._mapping)) for row in await self._session.execute(query)]

    # what a shadow read

    def add_reading(self, conversation_id: str, turn_id: str, candidate_id: str, now: str, candidate: str) -> None:
        told = {"now": now[:_READING], "candidate": candidate[:_READING], "is_same": now == candidate}
        ids = {"turn_id": turn_id, "conversation_id": conversation_id, "candidate_id": candidate_id}
        self._appends.add_values(_SHADOW, {**ids, **told})

    async def shadow(self, candidate_id: str) -> ShadowFigures:
        s = ShadowReadingRow
        n = func.count()
        rows = (
            await self._session.execute(
                select(s.now, s.candidate, s.is_same, n)
                .where(s.candidate_id == candidate_id)
                .group_by(s.now, s.candidate, s.is_same)
                .order_by(n.desc(), s.now, s.candidate)
            )
        ).all()
        pairs = [ShadowPair(now=now, candidate=other, n=count) for now, other, same, count in rows if not same]
        turns = sum(row[3] for row in rows)
        return ShadowFigures(turns=turns, different=sum(p.n for p in pairs), pairs=pairs[:_MOST_PAIRS])
