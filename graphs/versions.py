"""The registry of graph versions. A conversation is pinned to the one it began with."""

from collections.abc import Callable
from dataclasses import dataclass

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph.state import CompiledStateGraph

from domain.errors import UnknownGraphVersion
from graphs.support import SupportGraph, support_graph
from nodes.deps import Deps
from nodes.state import ConversationState

Compiled = CompiledStateGraph[ConversationState, Deps, ConversationState, ConversationState]


@dataclass(frozen=True)
class GraphVersion:
    """A named version: how it is built, and the state schema that it speaks."""

    name: str
    build: Callable[[], SupportGraph]
    schema_version: int = 1


VERSIONS = {v.name: v for v in (GraphVersion("support-v1", support_graph),)}
DEFAULT_VERSION = "support-v1"


class GraphVersions:
    """The versions, compiled on one checkpointer when first asked for."""

    def __init__(self, checkpointer: BaseCheckpointSaver[int] | None) -> None:
        self._checkpointer = checkpointer
        self._compiled: dict[str, Compiled] = {}

    def names(self) -> list[str]:
        return list(VERSIONS)

    def check(self, name: str | None) -> str:
        """The name of a version that exists; the default for None. Raises ``UnknownGraphVersion``."""
        if name is not None and name not in VERSIONS:
            raise UnknownGraphVersion(name)
        return name or DEFAULT_VERSION

    def compiled(self, name: str) -> Compiled:
        if name not in self._compiled:
            self._compiled[name] = VERSIONS[self.check(name)].build().compile(checkpointer=self._checkpointer)
        return self._compiled[name]
