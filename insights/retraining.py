"""From a candidate to a model that reads for all, and back: each step is a person's. Whether it may be proposed is decided by what it was
measured on, by the rules of `docs/retraining.md`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.clock import Clock
from domain.errors import AlreadyResolved, NotFound, NotTried, ValidationFailed
from domain.ids import new_id
from domain.jobs import RETRAIN, Job
from domain.remedies import SuiteTried
from domain.retraining import Candidate, CandidateShown, CandidateStatus, IntentFigure, LearnedFrom, MeasuredOn, Proposed
from records.engine.unit import Unit
from records.intent_candidates import IntentCandidates

INTENT_MAY_FALL = 0.03
STRANGERS_MAY_FALL = 0.01
MOST_CALIBRATION_ERROR = 0.05
FEWEST_FOR_CALIBRATION = 200  # of fewer texts, the error of ten bins is mostly chance
SUITE_MAY_FALL = 0.03
FEWEST_READ_OTHERWISE, MOST_READ_OTHERWISE = 5, 0.5  # utterances, and their share: beyond both the label is in doubt
_ROUNDING = 1e-9


def problems_of(
    learned: Sequence[LearnedFrom],
    measured: Sequence[MeasuredOn],
    suites: Sequence[SuiteTried],
    must_hold_broken: Sequence[str],
) -> list[str]:
    """Why the candidate is refused, in words; none where it is proposed."""
    found = [] if any(part.accepted for part in learned) else ["There is nothing new to learn from."]
    if not any(m.texts == "frozen" for m in measured):
        found.append("Nothing was measured: there are no frozen rows.")
    found += [
        f"{part.role}: {odd.n} of {odd.of} utterances accepted as {odd.intent} are surely {odd.read_as} to the model in force."
        for part in learned
        for odd in part.read_otherwise
        if odd.n >= FEWEST_READ_OTHERWISE and odd.n > MOST_READ_OTHERWISE * odd.of
    ]
    for one in measured:
        found += [f"{one.role}, {one.texts}: {problem}" for problem in _of_figures(one)]
    if must_hold_broken:
        found.append(f"suites: cases that every version has to pass fail now: {', '.join(must_hold_broken[:10])}.")
    for suite in suites:
        if suite.before - suite.after > SUITE_MAY_FALL * suite.cases + _ROUNDING:
            found.append(f"suite {suite.suite}: {suite.after} of {suite.cases} cases pass, {suite.before} before.")
    return found


def _of_figures(one: MeasuredOn) -> Iterable[str]:
    """A fall that one text explains is none, where there are so few texts that one is more than what may be lost."""
    before, after = one.before, one.after
    if after.macro_f1 < before.macro_f1 - _one_of(before.n) - _ROUNDING:
        yield f"macro-F1 {after.macro_f1:.4f}, {before.macro_f1:.4f} before."
    for intent, was in before.by_intent.items():
        is_now = after.by_intent.get(intent, IntentFigure(n=was.n, f1=0.0))
        if was.f1 - is_now.f1 > max(INTENT_MAY_FALL, _one_of(was.n)) + _ROUNDING:
            yield f"{intent}: F1 {is_now.f1:.3f}, {was.f1:.3f} before (of {was.n} texts)."
    if before.out_of_scope_recall is not None and after.out_of_scope_recall is not None:
        allowed = max(STRANGERS_MAY_FALL, _one_of(before.out_of_scope_n))
        if before.out_of_scope_recall - after.out_of_scope_recall > allowed + _ROUNDING:
            yield (
                f"of texts that are nobody's intent {after.out_of_scope_recall:.3f} are turned away, "
                f"{before.out_of_scope_recall:.3f} before."
            )
    error = after.calibration_error
    if error is not None and after.n >= FEWEST_FOR_CALIBRATION and error > MOST_CALIBRATION_ERROR:
        yield f"calibration error {error:.3f}, at most {MOST_CALIBRATION_ERROR} is wanted."


def _one_of(n: int) -> float:
    return 1 / n if n else 0.0


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
