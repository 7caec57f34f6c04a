"""What evals make of stored conversations: `supportgraph evals replay` runs one again on a version and tells what went another way,
`supportgraph evals from-conversation` makes it a case of a suite file.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import click
import yaml

from api.service import Service
from domain.conversation import Conversation, JsonObject
from domain.errors import ConversationUnreadable, NotFound, UnknownGraphVersion, ValidationFailed
from evals.gate import INVALID, PASS, REGRESSION
from evals.replay.recorded import History, read_history
from evals.replay.replay import DepsFor, Replay, Replayed
from evals.replay.report import write_replay
from evals.stored import live_articles
from evals.suite import Case, SuiteInvalid, load_suite
from graphs.engine.checkpointer import TurnSaver
from graphs.turns.execute import GraphRun
from graphs.versions.registry import GraphVersions
from insights.conversation_case import stored_case
from privacy.vault import AesGcmVault
from records.engine.session import Database
from supportgraph.building.rights import consent_subject
from supportgraph.building.stores import NoDatabase, served_database, vault_of
from supportgraph.building.turn_deps import one_time_code
from supportgraph.configuration.settings import Settings, SettingsInvalid
from supportgraph.measuring.eval_service import eval_service

_PAGE = 200
_SHOWN = 20  # conversations that the terminal tells of


@dataclass(frozen=True)
class Asked:
    """``since`` and ``until`` (included) are days in UTC. Without a graph version each conversation runs on its own."""

    since: date
    until: date | None = None
    graph: str | None = None
    report: Path | None = None


def replay(asked: Asked) -> int:
    """The exit code: 0 where nothing went another way, 1 where something did, 2 where nothing could be replayed."""
    try:
        if asked.graph:
            GraphVersions(None).check(asked.graph)
        found = asyncio.run(_replayed(asked))
    except (NoDatabase, SettingsInvalid, UnknownGraphVersion) as error:
        click.echo(f"invalid: {error}", err=True)
        return INVALID
    if asked.report:
        write_replay(asked.report, found, asked.graph)
    _tell(found, asked.graph)
    if not any(one.turns for one in found):
        click.echo("invalid: nothing of that time was recorded", err=True)
        return INVALID
    return REGRESSION if any(one.differences for one in found) else PASS


async def _replayed(asked: Asked) -> list[Replayed]:
    settings = Settings.load()
    found: list[Replayed] = []
    async with served_database(settings) as database:
        vault = vault_of(settings)
        subject = consent_subject(vault)
        conversations = [one async for one in _conversations(database, asked)]
        if not conversations:
            return []
        async with eval_service(await live_articles(database)) as service:
            for conversation in conversations:
                async with database.read() as unit:
                    proofs = await unit.consents.of(subject(conversation.id))
                    history = await read_history(unit, conversation, proofs)
                found.append(await _one(history, asked.graph or history.version, service, vault))
    return found


async def _one(history: History, version: str, service: Service, vault: AesGcmVault) -> Replayed:
    def run(saver: TurnSaver, deps_for: DepsFor) -> GraphRun:
        versions = GraphVersions(saver)
        return GraphRun(service.database, versions, saver, service.policy, service.messages, deps_for)

    try:
        return await Replay(
            history,
            version,
            service.deps_for,
            run,
            lambda value: vault.digest(value, history.conversation.id),
            partial(one_time_code, vault),
        ).run()
    except ConversationUnreadable as error:
        return Replayed(history.conversation.id, history.version, left_out=str(error))


async def _conversations(database: Database, asked: Asked) -> AsyncIterator[Conversation]:
    """Those that began in the time asked for, oldest first."""
    begin = datetime.combine(asked.since, time(), UTC)
    end = datetime.combine(asked.until + timedelta(days=1), time(), UTC) if asked.until else None
    after: str | None = None
    while True:
        async with database.read() as unit:
            page = await unit.conversations.begun(begin, end, after, _PAGE)
        for conversation in page:
            yield conversation
        if len(page) < _PAGE:
            return
        after = page[-1].id


def _tell(found: Sequence[Replayed], graph: str | None) -> None:
    turns = sum(one.turns for one in found)
    differing = [one for one in found if one.differences]
    on = graph or "their own versions"
    click.echo(f"{len(found)} conversations, {turns} turns on {on}: {len(differing)} went another way")
    for one in differing[:_SHOWN]:
        click.echo(f"  {one.conversation_id} (recorded on {one.recorded_on}), after {one.turns} turns")
        for difference in one.differences:
            click.echo(f"    {difference.kind}: {difference.was!r} -> {difference.now!r}")
    if len(differing) > _SHOWN:
        click.echo(f"  and {len(differing) - _SHOWN} more: --report DIR has them all")
    kinds = Counter(kind for one in differing for kind in {d.kind for d in one.differences})
    if kinds:
        click.echo("by kind: " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
    for one in found:
        if one.left_out:
            click.echo(f"  left out: {one.conversation_id}: {one.left_out}")


def add_case(conversation_id: str, suite: Path, turn: str | None, should: JsonObject) -> str:
    """Add the case and say so. Raises ``ClickException`` where the conversation cannot be one, or the file is no suite."""
    try:
        case = asyncio.run(_read(conversation_id, turn, should))
        given = Case.model_validate(case).model_dump(mode="json", exclude_defaults=True)
        known = {one.id for one in load_suite(str(suite))} if suite.exists() and suite.stat().st_size else set()
    except NotFound:
        raise click.ClickException(f"there is no conversation {conversation_id} in this data folder") from None
    except ValidationFailed as error:
        raise click.ClickException("; ".join(one["message"] for one in error.errors)) from None
    except (SuiteInvalid, NoDatabase, SettingsInvalid, ValueError) as error:
        raise click.ClickException(str(error)) from None
    if case["id"] in known:
        raise click.ClickException(f"{suite} has a case {case['id']} already")
    given = {"id": given.pop("id"), **given}
    with suite.open("a", encoding="utf-8") as file:
        if suite.suffix == ".jsonl":
            file.write(json.dumps(given, ensure_ascii=False) + "\n")
        else:
            file.write(yaml.safe_dump([given], allow_unicode=True, sort_keys=False))
    return f"{case['id']} was added to {suite}: read what it expects before you rely on it"


async def _read(conversation_id: str, turn: str | None, should: JsonObject) -> JsonObject:
    async with served_database(Settings.load()) as database, database.read() as unit:
        return await stored_case(unit, conversation_id, until=turn, should=should)
