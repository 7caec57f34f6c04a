"""The steps of candidates, on a database of their own: who reads after which, and when the quarter proposes one."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.errors import AlreadyResolved, NotFound, NotTried
from domain.ids import new_id
from domain.jobs import RETRAIN
from domain.remedies import Remedy
from domain.retraining import Candidate, CandidateReport, Proposed
from insights.retraining import QUARTER, SHIPPED, RetrainingService, in_force, keep_proposed
from records.conversations import HeldConversation
from records.engine.session import Database
from records.engine.unit import Unit
from records.migrate import upgrade
from records.tables.conversation import MessageRow

NOW = datetime(2026, 10, 1, tzinfo=UTC)


class _Clock:
    """A second goes by each time that it is asked."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def service(clock: _Clock) -> RetrainingService:
    return RetrainingService(clock)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'supportgraph.db'}"
    upgrade(url)
    opened = Database(url)
    yield opened
    await opened.close()


async def _proposed(unit: Unit, clock: _Clock, *problems: str) -> Candidate:
    report = CandidateReport(learned=[], measured=[], suites=[], must_hold_broken=[], problems=list(problems))
    made = Proposed(report=report, files={"intents/arrays.npz": b"arrays"}, learned=[])
    based_on = await in_force(unit.intent_candidates)
    return await keep_proposed(unit, made, based_on=based_on, sha256="0" * 64, by="Eve", since=None, now=clock())


async def _live(unit: Unit, service: RetrainingService, clock: _Clock) -> str:
    candidate = await _proposed(unit, clock)
    return (await service.promote(unit, candidate.id, "Ada", 1.0)).id


async def test_each_model_comes_back_in_turn(database: Database, service: RetrainingService, clock: _Clock) -> None:
    async with database.begin() as unit:
        first, second = await _live(unit, service, clock), await _live(unit, service, clock)
        third = await _proposed(unit, clock)
        assert (await service.promote(unit, third.id, "Ada", None)).status == "share"
        taken_back = [await service.roll_back(unit, "Ada") for _ in range(3)]
        assert [(undone.id, now) for undone, now in taken_back] == [(third.id, second), (second, first), (first, SHIPPED)]
        with pytest.raises(NotFound):
            await service.roll_back(unit, "Ada")


async def test_what_was_refused_and_is_over_goes_nowhere(
    database: Database, service: RetrainingService, clock: _Clock
) -> None:
    async with database.begin() as unit:
        refused = await _proposed(unit, clock, "macro-F1 fell.")
        with pytest.raises(NotTried, match="macro-F1 fell"):
            await service.promote(unit, refused.id, "Ada", None)
        assert await unit.intent_candidates.files(refused.id) == {}
        older, newer = await _proposed(unit, clock), await _proposed(unit, clock)
        with pytest.raises(AlreadyResolved, match="withdrawn"):
            await service.promote(unit, older.id, "Ada", None)
        assert await unit.intent_candidates.files(newer.id) == {"intents/arrays.npz": b"arrays"}


async def test_one_share_at_a_time(database: Database, service: RetrainingService, clock: _Clock) -> None:
    async with database.begin() as unit:
        shared = await _proposed(unit, clock)
        await service.promote(unit, shared.id, "Ada", 0.3)
        newer = await _proposed(unit, clock)
        for share in (0.1, 1.0):
            with pytest.raises(AlreadyResolved, match="another candidate"):
                await service.promote(unit, newer.id, "Ada", share)
        assert (await service.promote(unit, shared.id, "Ada", 0.5)).share == 0.5


async def test_a_candidate_that_was_measured_against_another_model_is_not_promoted(
    database: Database, service: RetrainingService, clock: _Clock
) -> None:
    async with database.begin() as unit:
        await _live(unit, service, clock)
        measured = await _proposed(unit, clock)
        await service.roll_back(unit, "Ada")
        with pytest.raises(NotTried, match="another model"):
            await service.promote(unit, measured.id, "Ada", None)


async def test_the_quarter_proposes_once_and_only_what_is_new(
    database: Database, service: RetrainingService, clock: _Clock
) -> None:
    assert await _queued(database, service) == 0, "nothing was accepted"
    await _accepted(database, "reverse the charge", clock())
    assert await _queued(database, service) == 0, "the first quarter is not over"
    clock.now += QUARTER
    assert await _queued(database, service) == 1
    assert await _queued(database, service) == 1, "one is on its way"
    async with database.begin() as unit:
        with pytest.raises(AlreadyResolved):
            await service.start(unit, "Eve", None)


async def test_a_candidate_of_this_quarter_or_nothing_new_keeps_it_from_proposing(
    database: Database, service: RetrainingService, clock: _Clock
) -> None:
    await _accepted(database, "reverse the charge", clock())
    clock.now += QUARTER
    async with database.begin() as unit:
        await _proposed(unit, clock)
    assert await _queued(database, service) == 0, "the last candidate is of this quarter"
    clock.now += QUARTER
    assert await _queued(database, service) == 0, "nothing was accepted since"
    await _accepted(database, "credit it back", clock())
    assert await _queued(database, service) == 1


async def _queued(database: Database, service: RetrainingService) -> int:
    async with database.begin() as unit:
        await service.schedule(unit)
        await unit.flush()
        return len(await unit.jobs.list(kind=RETRAIN, after=None, limit=10))


async def _accepted(database: Database, text: str, at: datetime) -> None:
    """Words of a customer, in a remedy that a person accepted."""
    talk, turn = new_id(), new_id()
    told = {"id": new_id(), "name": "new words", "kind": "utterances", "status": "accepted", "words": "Why."}
    decided = {"intent": "request_refund", "decided_by": "Ada", "decided_at": at}
    async with database.begin() as unit:
        held = HeldConversation(
            id=talk, channel="web", locale="en", status="closed", graph_version="v", created_at=at, updated_at=at
        )
        unit.conversations.add(held)
        await unit.flush()
        author = {"name": "A customer", "kind": "customer"}
        said = {"id": new_id(), "conversation_id": talk, "seq": 1, "turn_id": turn, "role": "customer", "text": text}
        unit.session.add(MessageRow(**said, created_at=at, author=author, citations=[], actions=[]))
        await unit.flush()
        await unit.remedies.add(
            Remedy.model_validate({**dict.fromkeys(Remedy.model_fields), **told, **decided}), [(turn, talk)]
        )
