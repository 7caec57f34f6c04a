"""Retention by kind of data, as the policy says: what would go, and taking it out."""

from datetime import datetime, timedelta

from pydantic import BaseModel

from domain.audit import Actor
from domain.clock import Clock
from domain.jobs import APPLY_RETENTION
from domain.rules.policy import RetentionRule
from records.engine.cleaning import clean
from records.engine.session import Database
from rights.audit_log import AuditLog
from rights.erasure import Eraser

EVERY = timedelta(days=1)
THE_JOB = Actor(name="retention", role="job")


class RetentionReport(BaseModel):
    """``kinds``: how many of each kind are, or were, older than the policy keeps them; kinds without an end are left out."""

    is_dry_run: bool
    kinds: dict[str, int]


class Retention:
    def __init__(self, database: Database, clock: Clock, rule: RetentionRule, eraser: Eraser, audit: AuditLog) -> None:
        self._database, self._clock, self._rule = database, clock, rule
        self._eraser, self._audit = eraser, audit

    async def planned(self) -> RetentionReport:
        """The dry run: nothing is changed."""
        kinds: dict[str, int] = {}
        async with self._database.read() as unit:
            for kind, before in self._limits().items():
                kinds[kind] = (
                    await unit.retained.conversations(before)
                    if kind == "conversations"
                    else await unit.retained.count(kind, before)
                )
        return RetentionReport(is_dry_run=True, kinds=kinds)

    async def apply(self, actor: Actor = THE_JOB) -> RetentionReport:
        """Take out what is too old, and clean the files where anything was."""
        kinds: dict[str, int] = {}
        for kind, before in self._limits().items():
            if kind == "conversations":
                kinds[kind] = (await self._eraser.ended_before(before)).by_table.get("conversation", 0)
                continue
            async with self._database.begin() as unit:
                kinds[kind] = await unit.retained.forget(kind, before)
        gone = {kind: n for kind, n in kinds.items() if n}
        if gone:
            await self._audit.told(actor, "retention_applied", None, **gone)
            await clean(self._database)
        return RetentionReport(is_dry_run=False, kinds=kinds)

    async def schedule(self) -> None:
        """Add the job where the last one is a day old."""
        now = self._clock()
        async with self._database.begin() as unit:
            latest = await unit.jobs.list(kind=APPLY_RETENTION, after=None, limit=1)
            if not latest or latest[0].created_at <= now - EVERY:
                await unit.jobs.add(APPLY_RETENTION, {}, now)

    def _limits(self) -> dict[str, datetime]:
        """Before when each kind is too old; those that the policy gives no end are left out. What is sealed ends by its own."""
        now = self._clock()
        days = {
            "conversations": self._rule.conversations,
            "counts": self._rule.counts,
            "events": self._rule.events,
            "recordings": self._rule.recordings,
            "consents": self._rule.consents,
            "offers": self._rule.offers,
        }
        return {"sealed": now} | {kind: now - timedelta(days=n) for kind, n in days.items() if n is not None}
