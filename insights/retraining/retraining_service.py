"""From a candidate to a model that reads for all, and back: each step is a person's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.clock import Clock
from domain.errors import AlreadyResolved, NotFound, NotTried, ValidationFailed
from domain.ids import new_id
from domain.jobs import RETRAIN, Job
from domain.retraining import Candidate, CandidateShown, CandidateStatus, Proposed
from records.engine.unit import Unit
from records.intent_candidates import IntentCandidates

SHIPPED = "shipped"
FIRST_SHARE = 0.1
QUARTER = timedelta(days=91)


@dataclass
class RetrainingService:
    clock: Clock

    async def start(self, unit: Unit, by: str, since: datetime | None) -> Job:
        """Queue the making of a candidate, unless one is on its way. Raises ``AlreadyResolved``."""
        if await _is_under_way(unit):
            raise AlreadyResolved("a candidate is being made")
        payload = {"by": by, "since": since.isoformat() if since else None}
        return await unit.jobs.add(RETRAIN, payload, self.clock())

    async def promote(self, unit: Unit, candidate_id: str, by: str, share: float | None) -> Candidate:
        """One step on: from the shadow to a share of conversations, from there to all. ``share``: how many it shall be, 1 for all.

        Raises ``NotFound``, ``NotTried`` (it was refused), ``AlreadyResolved`` or ``ValidationFailed``."""
        candidate = await unit.intent_candidates.get(candidate_id)
        if candidate is None:
            raise NotFound
        if candidate.status == "refused":
            raise NotTried(" ".join(candidate.report.problems))
        if candidate.status not in ("shadow", "share"):
            raise AlreadyResolved(f"the candidate is {candidate.status.replace('_', ' ')}")
        if share is None:
            share = FIRST_SHARE if candidate.status == "shadow" else 1.0
        if not 0 < share <= 1:
            raise ValidationFailed("", [{"field": "share", "message": "is more than 0 and at most 1"}])
        now, candidates = self.clock(), unit.intent_candidates
        if any(other.id != candidate_id for other in await candidates.with_status("share")):
            raise AlreadyResolved("another candidate reads for a share: promote that one, or take it back")
        if candidate.based_on != await in_force(candidates):
            raise NotTried(
                "it was measured against another model than the one that reads now: a new candidate has to be made"
            )
        if share < 1:
            return await candidates.move(candidate_id, "share", share, by, now)
        for other in await candidates.with_status("live"):
            await candidates.move(other.id, "replaced", None, by, now)
        return await candidates.move(candidate_id, "live", None, by, now)

    async def roll_back(self, unit: Unit, by: str) -> tuple[Candidate, str]:
        """Take back what was promoted last: a share ends, or the model that was there before reads for all again. Returns what was
        taken back and what reads now. Raises ``NotFound`` where nothing was promoted."""
        now, candidates = self.clock(), unit.intent_candidates
        promoted = await candidates.with_status("share", "live")
        if not promoted:
            raise NotFound("no candidate reads for anybody: nothing is to be taken back")
        latest = promoted[0]
        undone = await candidates.move(latest.id, "rolled_back", None, by, now)
        if latest.status == "live":
            for earlier in (await candidates.with_status("replaced"))[:1]:
                await candidates.move(earlier.id, "live", None, by, now)
        return undone, await in_force(candidates)

    async def shown(self, unit: Unit, candidate: Candidate) -> CandidateShown:
        there, erased = await unit.intent_candidates.learned(candidate.id)
        shadow = await unit.intent_candidates.shadow(candidate.id)
        return CandidateShown(**candidate.model_dump(), learned_turns=there, erased_turns=erased, shadow=shadow)

    async def schedule(self, unit: Unit) -> None:
        """Queue a candidate where the last one is a quarter old, and somebody accepted utterances since."""
        now = self.clock()
        if await _is_under_way(unit):
            return
        latest = await unit.intent_candidates.page(None, 1)
        since = latest[0].created_at if latest else None
        if since is not None and since > now - QUARTER:
            return
        accepted = await unit.intent_candidates.accepted(None)
        if not any(since is None or said.accepted_at > since for said in accepted):
            return
        if since is None and min(said.accepted_at for said in accepted) > now - QUARTER:
            return  # the first quarter is not over
        await unit.jobs.add(RETRAIN, {"by": "the quarter", "since": None}, now)


async def _is_under_way(unit: Unit) -> bool:
    return any(job.status in ("queued", "running") for job in await unit.jobs.list(kind=RETRAIN, after=None, limit=1))


async def in_force(candidates: IntentCandidates) -> str:
    """The candidate that reads for all, or "shipped": the model of the release or of the settings."""
    return next((one.id for one in await candidates.serving() if one.status == "live"), SHIPPED)


async def keep_proposed(
    unit: Unit, proposed: Proposed, *, based_on: str, sha256: str, by: str, since: datetime | None, now: datetime
) -> Candidate:
    """Store a candidate: one that is refused without its files, another one in the shadow, in place of who stood there."""
    status: CandidateStatus = "refused" if proposed.report.problems else "shadow"
    if status == "shadow":
        for earlier in await unit.intent_candidates.with_status("shadow"):
            await unit.intent_candidates.move(earlier.id, "withdrawn", None, by, now)
    candidate = Candidate(
        id=new_id(),
        status=status,
        proposed_by=by,
        created_at=now,
        since=since,
        based_on=based_on,
        sha256=sha256 if status == "shadow" else "",
        report=proposed.report,
        share=None,
        changed_by=None,
        changed_at=None,
    )
    learned: Sequence[tuple[str, str]] = proposed.learned if status == "shadow" else ()
    await unit.intent_candidates.add(candidate, proposed.files if status == "shadow" else {}, learned)
    return candidate
