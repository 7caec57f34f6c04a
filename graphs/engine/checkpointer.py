"""LangGraph's saver for a unit of work: a run reads the checkpoint that came with its claim, and leaves one for the commit.

The stock savers write in transactions of their own, so that a crash can leave a checkpoint whose turn was never closed, and
keep every checkpoint for ever. Here the runner hands over what the conversation's row holds, the graph runs in memory, and
what it leaves is stored by the transaction that stores the turn's messages: one commit, one checkpoint a conversation, the
same on every database. `docs/decisions/0006-checkpoint-in-the-commit.md` has the reasons and the figures.

A graph version sees it through `VersionedSaver`: what it reads is in the version's schema and waits at a node that there is.
"""

import logging
import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    WRITES_IDX_MAP,
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
    get_checkpoint_id,
)
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

from domain.errors import ConversationUnreadable
from domain.json_values import mapped
from graphs.versions.state_migrations import Values
from records.conversations import SavedCheckpoint

# A checkpoint is read back into plain JSON types only, whatever was written into the database.
os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")

NEXT = "branch:to:"  # LangGraph's channels that hold which node comes next

# (task id, place among the task's writes) → (channel, value): the same write again replaces the first.
_Writes = dict[tuple[str, int], tuple[str, Any]]  # Any: a channel's value


@dataclass
class _Run:
    checkpoint: Checkpoint | None = None
    metadata: CheckpointMetadata = field(default_factory=lambda: CheckpointMetadata())
    writes: dict[str, _Writes] = field(
        default_factory=dict
    )  # by checkpoint id: LangGraph does not order them and the checkpoint
    is_new: bool = False


def rewritten(saved: SavedCheckpoint, change: Callable[[str], str]) -> SavedCheckpoint:
    """With each text of the state changed; what LangGraph itself keeps is left alone."""
    serde = JsonPlusSerializer()
    checkpoint, metadata, writes = serde.loads_typed((saved.kind, saved.data))
    values = {
        name: value if is_engines(name) else mapped(value, change) for name, value in checkpoint["channel_values"].items()
    }
    changed = [[task, at, name, value if is_engines(name) else mapped(value, change)] for task, at, name, value in writes]
    kind, data = serde.dumps_typed([{**checkpoint, "channel_values": values}, metadata, changed])
    return SavedCheckpoint(saved.checkpoint_id, kind, data)


def channels_of(saved: SavedCheckpoint) -> dict[str, Any]:  # Any: a channel's value
    """The channels of a stored checkpoint."""
    checkpoint, _, _ = JsonPlusSerializer().loads_typed((saved.kind, saved.data))
    return dict(checkpoint["channel_values"])


def with_values(saved: SavedCheckpoint, values: dict[str, Any]) -> SavedCheckpoint:  # Any: a channel's value
    """With these channels put in: where the graph stands, and what it waits for, stays as it is."""
    serde = JsonPlusSerializer()
    checkpoint, metadata, writes = serde.loads_typed((saved.kind, saved.data))
    versions = checkpoint["channel_versions"]
    # A channel without a version would not be saved again.
    versions = {**dict.fromkeys(values, max(versions.values())), **versions}
    channels = {**checkpoint["channel_values"], **values}
    changed = {**checkpoint, "channel_values": channels, "channel_versions": versions}
    kind, data = serde.dumps_typed([changed, metadata, writes])
    return SavedCheckpoint(saved.checkpoint_id, kind, data)


def is_engines(channel: str) -> bool:
    return channel.startswith((NEXT, "__"))


class TurnSaver(BaseCheckpointSaver[int]):
    """One run a conversation at a time: ``begin`` before it, ``end`` (or ``drop``) after it."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: dict[str, _Run] = {}

    def begin(self, conversation_id: str, saved: SavedCheckpoint | None) -> None:
        """Let the next run of a conversation go on from a stored checkpoint; None: from the start."""
        run = self._runs[conversation_id] = _Run()
        if saved is not None:
            run.checkpoint, run.metadata, writes = self.serde.loads_typed((saved.kind, saved.data))
            run.writes[saved.checkpoint_id] = {(task, place): (channel, value) for task, place, channel, value in writes}

    def end(self, conversation_id: str) -> SavedCheckpoint | None:
        """What the run left to be stored; None where it saved nothing."""
        run = self._runs.pop(conversation_id, None)
        if run is None or run.checkpoint is None or not run.is_new:
            return None
        checkpoint_id = run.checkpoint["id"]
        writes = [[task, place, *write] for (task, place), write in run.writes.get(checkpoint_id, {}).items()]
        kind, data = self.serde.dumps_typed([run.checkpoint, run.metadata, writes])
        return SavedCheckpoint(checkpoint_id, kind, data)

    def drop(self, conversation_id: str) -> None:
        self._runs.pop(conversation_id, None)

    def values(self, saved: SavedCheckpoint) -> dict[str, Any]:  # Any: a channel's value
        return channels_of(saved)

    def left(self, conversation_id: str) -> dict[str, Any]:  # Any: a channel's value
        """The channels as the run left them."""
        run = self._runs.get(conversation_id)
        return dict(run.checkpoint["channel_values"]) if run and run.checkpoint else {}

    # what LangGraph calls

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        thread_id = config["configurable"]["thread_id"]
        run = self._runs.get(thread_id)
        if run is None or run.checkpoint is None:
            return None
        checkpoint_id = run.checkpoint["id"]
        asked = get_checkpoint_id(config)
        if asked is not None and asked != checkpoint_id:
            return None
        place: RunnableConfig = {
            "configurable": {"thread_id": thread_id, "checkpoint_ns": "", "checkpoint_id": checkpoint_id}
        }
        pending = [(task, channel, value) for (task, _), (channel, value) in run.writes.get(checkpoint_id, {}).items()]
        return CheckpointTuple(place, run.checkpoint, run.metadata, None, pending)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,  # noqa: ARG002 (LangGraph's signature: every channel is saved each time)
    ) -> RunnableConfig:
        thread_id = config["configurable"]["thread_id"]
        run = self._runs.setdefault(thread_id, _Run())
        run.checkpoint, run.metadata, run.is_new = checkpoint, metadata, True
        return {"configurable": {"thread_id": thread_id, "checkpoint_ns": "", "checkpoint_id": checkpoint["id"]}}

    async def aput_writes(
        self,
        config: RunnableConfig,
        writes: Sequence[tuple[str, Any]],
        task_id: str,
        task_path: str = "",  # noqa: ARG002 (LangGraph's signature)
    ) -> None:
        run = self._runs.setdefault(config["configurable"]["thread_id"], _Run())
        kept = run.writes.setdefault(config["configurable"]["checkpoint_id"], {})
        for position, (channel, value) in enumerate(writes):
            kept[(task_id, WRITES_IDX_MAP.get(channel, position))] = (channel, value)


logger = logging.getLogger(__name__)


class VersionedSaver(BaseCheckpointSaver[Any]):  # the versions of channels are the inner saver's own
    """Reads and writes by another saver. Raises ``ConversationUnreadable`` on a checkpoint that must not be run."""

    def __init__(self, saver: BaseCheckpointSaver[Any], read: Callable[[Values], Values], nodes: Collection[str]) -> None:
        super().__init__(serde=saver.serde)
        self._saver, self._state_of, self._nodes = saver, read, nodes

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        found = await self._saver.aget_tuple(config)
        if found is None:
            return None
        try:
            return found._replace(checkpoint=self._read(found.checkpoint))
        except ConversationUnreadable as error:
            logger.error(
                "a conversation cannot be run by this release: %s",
                error.detail,
                extra={"conversation_id": config["configurable"]["thread_id"]},
            )
            raise

    def _read(self, checkpoint: Checkpoint) -> Checkpoint:
        channels = checkpoint["channel_values"]
        lost = [c.removeprefix(NEXT) for c in channels if c.startswith(NEXT) and c.removeprefix(NEXT) not in self._nodes]
        if lost:
            raise ConversationUnreadable(f"the conversation waits at {lost[0]!r}, a step that its graph no longer has")
        engine = {name: value for name, value in channels.items() if is_engines(name)}
        before = {name: value for name, value in channels.items() if name not in engine}
        state = self._state_of(before)
        if state is before:
            return checkpoint
        versions = checkpoint["channel_versions"]
        newest = max(versions.values())
        # A channel without a version would not be saved again.
        kept = {name: version for name, version in versions.items() if name not in before or name in state}
        return {
            **checkpoint,
            "channel_values": {**engine, **state},
            "channel_versions": {**dict.fromkeys(state, newest), **kept},
        }

    async def aput(
        self, config: RunnableConfig, checkpoint: Checkpoint, metadata: CheckpointMetadata, new_versions: ChannelVersions
    ) -> RunnableConfig:
        return await self._saver.aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        await self._saver.aput_writes(config, writes, task_id, task_path)

    def get_next_version(self, current: Any, channel: None) -> Any:  # Any: the signature of the library
        return self._saver.get_next_version(current, channel)

    def with_allowlist(self, extra_allowlist: Collection[tuple[str, ...]]) -> Self:  # noqa: ARG002 (the signature of the library)
        """Itself: the state is plain JSON, so nothing of it needs to be allowed."""
        return self
