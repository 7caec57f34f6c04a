"""The saver as one graph version sees it: what it reads is in the version's schema and waits at a node that there is."""

import logging
from collections.abc import Callable, Collection, Sequence
from typing import Any, Self

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)

from domain.errors import ConversationUnreadable
from graphs.engine.checkpointer import NEXT, is_engines
from graphs.versions.state_migrations import Values

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

    def get_next_version(self, current: Any, channel: None) -> Any:
        return self._saver.get_next_version(current, channel)

    def with_allowlist(self, extra_allowlist: Collection[tuple[str, ...]]) -> Self:  # noqa: ARG002 (the signature of the library)
        """Itself: the state is plain JSON, so nothing of it needs to be allowed."""
        return self
