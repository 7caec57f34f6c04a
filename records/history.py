"""Change sets: recorded with what they changed, looked at, and the configurations that processes were started with."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.clock import utc_now
from domain.conversation import JsonObject
from domain.history import FILE_KINDS, Authored, ChangeKind, ChangeSet, Configuration, FileKind, Tested
from domain.ids import new_id
from records.tables.accountability import ChangeSetRow, ConfigurationRow, FileResultRow
from records.variants import EvalResult


class ChangeSets:
    """``authored``: whose hand the unit of work is."""

    def __init__(self, session: AsyncSession, authored: Authored) -> None:
        self._session, self._authored = session, authored

    async def record(
        self,
        kind: ChangeKind,
        subject: str | None,
        name: str,
        content: JsonObject,
        now: datetime | None = None,
        *,
        is_new: bool = False,
    ) -> ChangeSet:
        """Append a change in the caller's transaction. ``is_new``: there was no such thing before."""
        latest = None if is_new else await self.latest(kind, subject)
        made = self._change(kind, subject, name, content, now or utc_now(), latest)
        await self._session.execute(insert(ChangeSetRow), [_row(made)])
        return made

    async def record_new(self, kind: ChangeKind, added: Sequence[tuple[str, str, JsonObject]], now: datetime) -> None:
        """Append a change for each of ``added`` (subject, name, content), in one statement: there was none of them before."""
        made = [self._change(kind, subject, name, content, now, None) for subject, name, content in added]
        await self._session.execute(insert(ChangeSetRow), [_row(change) for change in made])

    def _change(
        self, kind: ChangeKind, subject: str | None, name: str, content: JsonObject, at: datetime, previous: ChangeSet | None
    ) -> ChangeSet:
        by = self._authored.by
        return ChangeSet(
            id=new_id(),
            at=at,
            author=by.name,
            role=by.role,
            kind=kind,
            subject=subject,
            name=name,
            fingerprint=fingerprint(content),
            content=content,
            tests=self._authored.tests,
            previous=previous.id if previous else None,
            reverts=self._authored.reverts,
        )

    async def get(self, change_id: str) -> ChangeSet | None:
        row = await self._session.get(ChangeSetRow, change_id)
        return (await self._tested([ChangeSet.model_validate(row)]))[0] if row else None

    async def latest(self, kind: ChangeKind, subject: str | None, until: datetime | None = None) -> ChangeSet | None:
        """The last change of a thing; ``until`` then, where it is given."""
        row = ChangeSetRow
        query = select(row).where(row.kind == kind, row.subject == subject).order_by(row.id.desc()).limit(1)
        if until is not None:
            query = query.where(row.at <= until)
        found = await self._session.scalar(query)
        return ChangeSet.model_validate(found) if found else None

    async def page(
        self, *, kind: ChangeKind | None = None, subject: str | None = None, after: str | None = None, limit: int = 50
    ) -> list[ChangeSet]:
        """Newest first."""
        query = select(ChangeSetRow).order_by(ChangeSetRow.id.desc()).limit(limit)
        equal = {"kind": kind, "subject": subject}
        query = query.filter_by(**{name: given for name, given in equal.items() if given is not None})
        if after:
            query = query.where(ChangeSetRow.id < after)
        return await self._tested([ChangeSet.model_validate(row) for row in await self._session.scalars(query)])

    async def report(self, kind: FileKind, content: JsonObject, result: EvalResult) -> None:
        """Keep how a suite did on these files, in place of its result before, whether they are in force or may be."""
        await self._session.merge(
            FileResultRow(
                kind=kind,
                fingerprint=fingerprint(content),
                graph_version=result.graph_version,
                suite=result.suite,
                passed=result.passed,
                total=result.total,
                ran_at=result.ran_at,
            )
        )

    async def _tested(self, changes: list[ChangeSet]) -> list[ChangeSet]:
        """Those of files with the results of suites on just these files, run before they were in force or since."""
        row, files = FileResultRow, {(c.kind, c.fingerprint) for c in changes if c.kind in FILE_KINDS}
        if not files:
            return changes
        query = select(row).where(tuple_(row.kind, row.fingerprint).in_(list(files))).order_by(row.graph_version, row.suite)
        found: dict[tuple[str, str], list[Tested]] = {}
        for one in await self._session.scalars(query):
            what = f"{one.graph_version} · {one.suite}"
            tested = Tested(what=what, passed=one.passed, total=one.total)
            found.setdefault((one.kind, one.fingerprint), []).append(tested)
        return [c.model_copy(update={"tests": [*c.tests, *found.get((c.kind, c.fingerprint), [])]}) for c in changes]

    async def started(self, configuration: Configuration) -> None:
        """Remember what a process was started with, where no process was before."""
        if await self._session.get(ConfigurationRow, configuration.id) is None:
            await self._session.execute(insert(ConfigurationRow).values(configuration.model_dump()))

    async def configuration(self, configuration_id: str) -> Configuration | None:
        row = await self._session.get(ConfigurationRow, configuration_id)
        return Configuration.model_validate(row) if row else None


def _row(change: ChangeSet) -> JsonObject:
    return change.model_dump() | {"tests": [tested.model_dump(mode="json") for tested in change.tests]}


def fingerprint(content: JsonObject) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
