"""Background jobs as rows: added with the effect that they belong to, claimed by whoever is free."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from domain.ids import new_id
from domain.jobs import SEND_MAIL, Job, JobStatus
from records.engine.writes import Changes
from records.tables.jobs import JobBlobRow, JobRow

_PART = 1 << 20  # bytes


class Jobs:
    def __init__(self, session: AsyncSession, changes: Changes) -> None:
        self._session, self._changes = session, changes

    async def add(self, kind: str, payload: JsonObject, now: datetime, blob: bytes | None = None) -> Job:
        """A job that is done, sooner or later, if and only if the caller's transaction commits."""
        row = JobRow(
            id=new_id(),
            kind=kind,
            status="queued",
            payload=payload,
            done=0,
            total=0,
            result={},
            attempts=0,
            run_after=now,
            fence=0,
            created_at=now,
        )
        self._session.add(row)
        self._changes.jobs.add(kind)
        await self._session.flush()
        for part, start in enumerate(range(0, len(blob or b""), _PART)):
            data = (blob or b"")[start : start + _PART]
            await self._session.execute(insert(JobBlobRow).values(job_id=row.id, part=part, data=data))
        return to_job(row)

    async def get(self, job_id: str) -> Job | None:
        row = await self._session.get(JobRow, job_id)
        return to_job(row) if row else None

    async def list(self, *, kind: str | None, after: str | None, limit: int) -> list[Job]:
        """Newest first; mails, which nobody started by hand, only where they are asked for."""
        query = select(JobRow).order_by(JobRow.id.desc()).limit(limit)
        query = query.where(JobRow.kind == kind if kind else JobRow.kind != SEND_MAIL)
        if after:
            query = query.where(JobRow.id < after)
        return [to_job(row) for row in await self._session.scalars(query)]

    async def counts(self) -> dict[tuple[str, str], int]:
        """How many jobs there are, by kind and status."""
        statement = select(JobRow.kind, JobRow.status, func.count()).group_by(JobRow.kind, JobRow.status)
        return {(kind, status): n for kind, status, n in await self._session.execute(statement)}

    async def failed_in(self, since: datetime, until: datetime) -> dict[str, int]:
        """Jobs that failed in [since, until), by kind."""
        ended = (JobRow.status == "failed", JobRow.finished_at >= since, JobRow.finished_at < until)
        rows = await self._session.execute(select(JobRow.kind, func.count()).where(*ended).group_by(JobRow.kind))
        return {row.kind: row[1] for row in rows}

    async def blob(self, job_id: str) -> bytes:
        parts = await self._session.scalars(
            select(JobBlobRow.data).where(JobBlobRow.job_id == job_id).order_by(JobBlobRow.part)
        )
        return b"".join(parts)

    # what the queue does

    async def due(self, kinds: Collection[str], now: datetime) -> Sequence[str]:
        """Of these kinds, those that have a job to be run now."""
        rows = await self._session.scalars(select(JobRow.kind).where(_due(now), JobRow.kind.in_(kinds)).distinct())
        return rows.all()

    async def claim(self, kind: str, owner: str, now: datetime, until: datetime) -> JobRow | None:
        """The oldest due job of the kind, leased to ``owner``; None where there is none that nobody runs."""
        oldest = (
            select(JobRow.id)
            .where(_due(now), JobRow.kind == kind)
            .order_by(JobRow.run_after, JobRow.id)
            .limit(1)
            .with_for_update(skip_locked=True)  # PostgreSQL: workers that look at once find different jobs
        )
        job_id = await self._session.scalar(oldest)
        row = await self._session.get(JobRow, job_id) if job_id else None
        if row is not None:
            row.status, row.lease_owner, row.lease_until = "running", owner, until
            row.fence += 1
            row.attempts += 1
        return row

    async def extend(self, job_id: str, fence: int, until: datetime) -> bool:
        return await self._held(job_id, fence, lease_until=until)

    async def progress(self, job_id: str, fence: int, done: int, total: int, result: JsonObject | None = None) -> bool:
        """Say how far it is; False where another took the job over. Whoever gets on is not given up."""
        told = {} if result is None else {"result": result}
        return await self._held(job_id, fence, done=done, total=total, attempts=1, **told)

    async def finish(self, job_id: str, fence: int, status: JobStatus, now: datetime, result: JsonObject | None) -> bool:
        told = {} if result is None else {"result": result}
        ended = {"status": status, "finished_at": now, "lease_owner": None, "lease_until": None}
        held = await self._held(job_id, fence, **ended, **told)
        if held:
            await self._session.execute(delete(JobBlobRow).where(JobBlobRow.job_id == job_id))
        return held

    async def put_back(self, job_id: str, fence: int, run_after: datetime, attempts: int) -> bool:
        """To be run again, from ``run_after`` on, after so many attempts that count."""
        free = {"status": "queued", "lease_owner": None, "lease_until": None}
        return await self._held(job_id, fence, run_after=run_after, attempts=attempts, **free)

    async def break_leases(self, kinds: Collection[str]) -> None:
        """Free every job of these kinds: only for a process that knows it is the only one that runs them."""
        await self._session.execute(
            update(JobRow)
            .where(JobRow.status == "running", JobRow.kind.in_(kinds))
            .values(status="queued", lease_owner=None, lease_until=None)
        )

    async def forget(self, before: datetime) -> None:
        """Delete what ended before then."""
        await self._session.execute(delete(JobRow).where(JobRow.finished_at < before))

    async def _held(self, job_id: str, fence: int, **values: object) -> bool:
        changed = await self._session.scalar(
            update(JobRow)
            .where(JobRow.id == job_id, JobRow.fence == fence, JobRow.status == "running")
            .values(values)
            .returning(JobRow.id)
            .execution_options(synchronize_session=False)
        )
        return changed is not None


def _due(now: datetime) -> ColumnElement[bool]:
    waiting = and_(JobRow.status == "queued", JobRow.run_after <= now)
    return or_(waiting, and_(JobRow.status == "running", JobRow.lease_until < now))


def to_job(row: JobRow) -> Job:
    """The row as others see it."""
    return Job(
        id=row.id,
        kind=row.kind,
        status=row.status,
        done=row.done,
        total=row.total,
        result=row.result,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )
