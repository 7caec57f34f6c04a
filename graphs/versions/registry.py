"""The registry of graph versions. A conversation is pinned to the one that it began with, drawn by share: the same for the same customer
as long as the shares stand.
"""

import hashlib
import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph.state import CompiledStateGraph

from domain.errors import CannotStart, ConversationUnreadable, UnknownGraphVersion, ValidationFailed
from domain.ports.understanding import Prompts
from graphs.engine.checkpointer import VersionedSaver
from graphs.engine.command_routing import with_command_routing
from graphs.support import SupportGraph, support_graph
from graphs.support_v2 import support_graph_v2
from graphs.support_v3 import support_graph_v3
from graphs.turns.requests import NewConversation
from graphs.versions.state_migrations import UPGRADES, Upgrade, Values, upgraded, with_aliases
from nodes.deps import AS_SHIPPED, Deps, VersionSettings
from nodes.state import SCHEMA_VERSION, ConversationState
from records.engine.unit import Unit

_ROUNDING = 0.001  # thirds written with three decimals are a whole


def checked_weights(weights: Mapping[str, float], known: Collection[str]) -> dict[str, float]:
    """Shares that can be put in force. Raises ``ValidationFailed`` naming each that is wrong."""
    errors = [
        {"field": f"weights.{name[:80]}", "message": f"no such graph version; there are {', '.join(known)}"}
        for name in weights
        if name not in known
    ]
    errors += [
        {"field": f"weights.{name[:80]}", "message": "is not a share between 0 and 1"}
        for name, share in weights.items()
        if not (math.isfinite(share) and 0 <= share <= 1)
    ]
    if not errors and abs(sum(weights.values()) - 1) > _ROUNDING:
        errors = [{"field": "weights", "message": f"the shares sum to {sum(weights.values()):g}, not to 1"}]
    if errors:
        raise ValidationFailed("these shares cannot be put in force", errors)
    return {name: float(share) for name, share in weights.items()}


def draw(weights: Mapping[str, float], key: str, known: Collection[str], default: str) -> str:
    """The version for ``key``. A share of a version that this release does not hold is spread over the others.

    Each version runs a race that its share speeds up (weighted rendezvous hashing): when shares change, few keys move, and none
    leaves a version whose share grew."""
    running = {name: share for name, share in weights.items() if name in known and share > 0}
    return min(running, key=lambda name: -math.log(_chance(name, key)) / running[name]) if running else default


def _chance(name: str, key: str) -> float:
    """A number in (0, 1) that is the same for the same pair on every replica."""
    digest = hashlib.sha256(f"rollout {name} {key}".encode()).digest()
    return (int.from_bytes(digest[:7], "big") + 0.5) / 2**56


Compiled = CompiledStateGraph[ConversationState, Deps, ConversationState, ConversationState]


@dataclass(frozen=True)
class GraphVersion:
    """A named version: its graph, what it sets for its nodes, and the state schema that it speaks.

    ``node_aliases``: names of nodes at which a conversation may still wait → what they are called now."""

    name: str
    build: Callable[[], SupportGraph]
    settings: VersionSettings = AS_SHIPPED
    schema_version: int = SCHEMA_VERSION
    node_aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RetiredVersion:
    """A version that is gone: its conversations go on by the graph of ``migrates_to``.

    ``migrate`` turns a state of its own, already in today's schema, into one of the successor's; ``node_aliases`` say which of
    the successor's nodes take over from nodes of its own at which a conversation may wait."""

    name: str
    migrates_to: str
    migrate: Upgrade
    node_aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Registry:
    versions: Mapping[str, GraphVersion]
    default: str
    retired: Mapping[str, RetiredVersion] = field(default_factory=dict)
    upgrades: Mapping[int, Upgrade] = field(default_factory=lambda: UPGRADES)


V1 = GraphVersion("support-v1", support_graph)
V2 = GraphVersion(
    "support-v2",
    support_graph_v2,
    VersionSettings(
        prompts=Prompts(
            classify="Where two or more labels fit about equally well, give the likelier one with a confidence below 0.5: "
            "the customer is then asked. Where one clearly fits, give a confidence above 0.9."
        ),
    ),
)
V3 = GraphVersion("support-v3", support_graph_v3)
DEFAULT_VERSION = V3.name
REGISTRY = Registry({v.name: v for v in (V1, V2, V3)}, DEFAULT_VERSION)
VERSIONS = REGISTRY.versions


class GraphVersionsLost(CannotStart):
    """Conversations are open on versions that this release neither holds nor knows how to migrate."""


class GraphVersions:
    """The versions, compiled on one checkpointer when first asked for."""

    def __init__(self, checkpointer: BaseCheckpointSaver[Any] | None, registry: Registry = REGISTRY) -> None:
        self._checkpointer, self._registry = checkpointer, registry
        self._compiled: dict[str, Compiled] = {}

    def names(self) -> list[str]:
        """What a new conversation can get."""
        return list(self._registry.versions)

    def check(self, name: str | None) -> str:
        """The name of a version that exists; the default for None. Raises ``UnknownGraphVersion``."""
        if name is not None and name not in self._registry.versions:
            raise UnknownGraphVersion(name)
        return name or self._registry.default

    async def choose(self, unit: Unit, new: NewConversation, conversation_id: str) -> str:
        """The version of a new conversation: what was asked for, else drawn by the shares in force."""
        if new.graph_version is not None:
            return self.check(new.graph_version)
        weights = await unit.rollout.weights()
        return draw(weights, new.customer_id or conversation_id, self.names(), self._registry.default)

    def shares(self, weights: Mapping[str, float]) -> Mapping[str, float]:
        """The shares in force; all of it is the default's where nobody has set any."""
        return weights or {self._registry.default: 1.0}

    def successor(self, name: str) -> str | None:
        """The version by whose graph a retired one's conversations go on; None for one that is not retired."""
        retired = self._registry.retired
        if name not in retired:
            return None
        while name in retired:
            name = retired[name].migrates_to
        return name

    def version(self, name: str) -> GraphVersion:
        """The version by which a conversation pinned to ``name`` runs. Raises ``ConversationUnreadable``."""
        found = self._registry.versions.get(self.successor(name) or name)
        if found is None:
            raise ConversationUnreadable(
                f"the conversation runs on graph version {name[:80]!r}, which this release does not hold"
            )
        return found

    def settings(self, name: str) -> VersionSettings:
        return self.version(name).settings

    def compiled(self, name: str) -> Compiled:
        """The graph of conversations pinned to ``name``. Raises ``ConversationUnreadable``."""
        if name not in self._compiled:
            version = self.version(name)
            graph = with_aliases(version.build(), {**version.node_aliases, **self._aliases_of(name)})
            saver = self._checkpointer and VersionedSaver(
                self._checkpointer, lambda state: self._read(name, version, state), frozenset(graph.nodes)
            )
            self._compiled[name] = with_command_routing(graph).compile(checkpointer=saver)
        return self._compiled[name]

    def compile(self) -> None:
        """Compile every version that a new conversation can get."""
        for name in self.names():
            self.compiled(name)

    async def refuse_lost(self, unit: Unit) -> None:
        """Raises ``GraphVersionsLost`` where a conversation is open that this release could not go on with."""
        known = {
            *self._registry.versions,
            *(n for n in self._registry.retired if self.successor(n) in self._registry.versions),
        }
        lost = [name for name in await unit.rollout.versions_in_use() if name not in known]
        if lost:
            raise GraphVersionsLost(
                f"conversations are open on graph versions that this release does not hold: {', '.join(lost)}. "
                "Run a release that holds them, or register what takes over from them (docs/graph-versions.md)"
            )

    def _aliases_of(self, name: str) -> Mapping[str, str]:
        aliases: dict[str, str] = {}
        while name in self._registry.retired:
            aliases |= self._registry.retired[name].node_aliases
            name = self._registry.retired[name].migrates_to
        return aliases

    def _read(self, name: str, version: GraphVersion, state: Values) -> Values:
        """A stored state in the version's schema; what a retired version left is migrated, once."""
        state = upgraded(state, version.schema_version, self._registry.upgrades)
        at = state.get("migrated_to") or name
        while at in self._registry.retired:
            step = self._registry.retired[at]
            state = {**step.migrate(state), "migrated_to": step.migrates_to}
            at = step.migrates_to
        return state
