"""Shares, eval results and the versions in use, on both databases."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from records.conversations import HeldConversation
from records.engine.session import Database
from records.migrate import upgrade
from records.variants import EvalResult
from tests.records.test_migrations import url  # noqa: F401 (a fixture: both databases)

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:  # noqa: F811 (the fixture)
    upgrade(url)
    opened = Database(url)
    yield opened
    await opened.close()


async def test_shares_and_results_replace_those_before(database: Database) -> None:
    async with database.begin() as unit:
        assert await unit.rollout.weights() == {}
        await unit.rollout.set_weights({"a": 1.0}, NOW, "Eve")
        await unit.rollout.set_weights({"a": 0.25, "b": 0.75}, NOW, "Ada")
        for passed in (3, 4):
            await unit.rollout.report(EvalResult("a", "core", passed, 5, NOW, "Eve"))
        await unit.rollout.report(EvalResult("a", "again", 1, 1, NOW, "Eve"))
    async with database.read() as unit:
        assert await unit.rollout.weights() == {"a": 0.25, "b": 0.75}
        assert await unit.rollout.eval_results() == {
            "a": [EvalResult("a", "again", 1, 1, NOW, "Eve"), EvalResult("a", "core", 4, 5, NOW, "Eve")]
        }


async def test_a_version_is_in_use_while_a_conversation_is_open_on_it(database: Database) -> None:
    pinned = [("v1", "open"), ("v1", "closed"), ("v2", "closed"), ("v3", "waiting_for_human"), ("V4", "open")]
    async with database.begin() as unit:
        for n, (version, status) in enumerate(pinned):
            unit.conversations.add(
                HeldConversation(
                    id=str(n),
                    channel="web",
                    locale="en",
                    status=status,
                    graph_version=version,
                    created_at=NOW,
                    updated_at=NOW,
                )
            )
    async with database.read() as unit:
        assert sorted(await unit.rollout.versions_in_use()) == ["V4", "v1", "v3"]
