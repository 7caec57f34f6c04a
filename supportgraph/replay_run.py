"""What `supportgraph evals replay` does: read what was recorded, run it on a version, tell what went another way."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import click

from api.service import Service
from domain.conversation import Conversation
from domain.errors import ConversationUnreadable, UnknownGraphVersion
from evals.gate import INVALID, PASS, REGRESSION
from evals.replay.recorded import History, read_history
from evals.replay.replay import DepsFor, Replay, Replayed
from evals.replay.report import write_replay
from evals.stored import live_articles
from graphs.engine.checkpointer import TurnSaver
from graphs.turns.execute import GraphRun
from graphs.versions.registry import GraphVersions
from privacy.vault import AesGcmVault
from records.engine.session import Database
from supportgraph.eval_service import eval_service
from supportgraph.rights_builder import consent_subject
from supportgraph.served_database import NoDatabase, served_database
from supportgraph.settings import Settings, SettingsInvalid
from supportgraph.stores import vault_of
from supportgraph.turn_deps import one_time_code

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
