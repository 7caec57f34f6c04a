"""What runs turns, put together from its parts."""

from dataclasses import dataclass
from datetime import timedelta

from graphs.engine.checkpointer import TurnSaver
from graphs.engine.crash_points import OnStep
from graphs.handoffs import HandoffService
from graphs.turns.accept import Acceptance
from graphs.turns.commit import TurnCloser
from graphs.turns.execute import GraphRun
from graphs.turns.leases import Leases
from graphs.turns.runner import TurnRunner
from supportgraph.building.turn_deps import TurnDeps
from supportgraph.configuration.settings import Settings


@dataclass(frozen=True)
class Turns:
    runner: TurnRunner
    handoffs: HandoffService


def turns_of(
    parts: TurnDeps, saver: TurnSaver, settings: Settings, owner: str, reached: OnStep, configuration: str
) -> Turns:
    """``owner``: this process, by a name that is new at each start. ``saver`` is the one that the versions were compiled on.
    ``configuration``: what the process was started with."""
    database, clock, policy, messages = parts.database, parts.clock, parts.policy, parts.messages
    consents = parts.consents
    acceptance = Acceptance(
        database,
        parts.masking,
        clock,
        owner,
        messages,
        consents,
        openings_a_minute=settings.rate_limit,
        messages_a_minute=settings.message_rate_limit,
    )
    limit = timedelta(seconds=settings.turn_timeout)
    runner = TurnRunner(
        database,
        parts.versions,
        acceptance,
        GraphRun(database, parts.versions, saver, policy, messages, parts.deps_for, limit),
        TurnCloser(database, policy, clock, consents, configuration, settings.prices),
        clock,
        Leases(database, clock, owner, merge_bursts=settings.merge_bursts),
        parallel_turns=settings.parallel_turns,
        most_waiting=settings.max_waiting_turns,
        reached=reached,
    )
    return Turns(runner, HandoffService(database, acceptance, parts.masking, clock, policy, messages))
