"""Making a candidate: what people accepted is read from the database, learned from in a process of its own, and measured there."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from domain.clock import Clock
from domain.retraining import ModelRole, Proposed
from insights.retraining import QUARTER, SHIPPED, in_force
from models.intents.intent_model import SHIPPED_ACTS, SHIPPED_INTENTS
from records.engine.session import Database
from supportgraph.building.serving_models import files_hash, write_models
from supportgraph.configuration.settings import Settings
from supportgraph.processes.own_process import in_own_process

if TYPE_CHECKING:
    from supportgraph.processes.retrain_process import Made, Order


_MOST_CASES = 10_000


@dataclass(frozen=True)
class MadeCandidate:
    proposed: Proposed
    based_on: str
    sha256: str


Make = Callable[[datetime | None], Awaitable[MadeCandidate]]


def candidate_maker(database: Database, settings: Settings, clock: Clock) -> Make:
    """Since when → a candidate, with all that is imported for it when the first one is made. Raises ``OwnProcessBroken``."""

    async def make(since: datetime | None) -> MadeCandidate:
        with tempfile.TemporaryDirectory(prefix="supportgraph-retrain-") as folder:
            order, based_on = await _order(database, settings, clock, since, Path(folder))
            made = await _in_a_process(order)
            files = await asyncio.to_thread(_files, order.out)
        proposed = Proposed(report=made.report, files=files, learned=made.learned)
        return MadeCandidate(proposed, based_on, files_hash(files))

    return make


async def _order(
    database: Database, settings: Settings, clock: Clock, since: datetime | None, folder: Path
) -> "tuple[Order, str]":
    from evals.suite import Case
    from supportgraph.processes.retrain_process import LabelledText, Order

    quarter = clock() - QUARTER
    async with database.read() as unit:
        accepted = await unit.intent_candidates.accepted(since)
        based_on = await in_force(unit.intent_candidates)
        files = await unit.intent_candidates.files(based_on) if based_on != SHIPPED else {}
        kept = await unit.eval_cases.page(None, _MOST_CASES)
    before: dict[ModelRole, Path] = {
        "intents": settings.intents_dir or SHIPPED_INTENTS,
        "acts": settings.acts_dir or SHIPPED_ACTS,
    }
    before |= await asyncio.to_thread(write_models, files, folder / "before")
    cases = [(one.created_at, Case.model_validate(one.document)) for one in kept]
    said = [(at, step) for at, case in cases for step in case.turns if step.say]
    first = [(at, case.turns[0]) for at, case in cases if case.turns]
    order = Order(
        accepted=accepted,
        recent=sorted({one.turn_id for one in accepted if one.said_at >= quarter}),
        cases=[
            LabelledText(text=step.say, intent=step.expect.intent)
            for at, step in first
            if at >= quarter and step.say and isinstance(step.expect.intent, str)
        ],
        stored=[step.say for _, step in said if step.say],
        before=before,
        data=settings.retrain_data,
        suites=list(settings.retrain_suites),
        out=folder / "after",
    )
    return order, based_on


async def _in_a_process(order: "Order") -> "Made":
    from supportgraph.processes.retrain_process import Made

    return await in_own_process("supportgraph.processes.retrain_process", order, Made)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
