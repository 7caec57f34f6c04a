"""A node and the route after it as one step: the same graph at less cost.

LangGraph evaluates a conditional edge on a copy of every channel, of which our graphs have eighty. A node that returns where to
go (`Command`) spares the copy. The graphs stay written and drawn with their conditional edges; this is done as they are compiled.
"""

from collections.abc import Hashable, Mapping
from typing import Any

from langgraph.errors import GraphBubbleUp
from langgraph.graph import START, StateGraph
from langgraph.types import Command

from domain.telemetry.spans import span
from graphs.engine.sync_route import SyncRoute
from graphs.support import SupportGraph
from nodes.deps import Deps, DepsRuntime, Node
from nodes.state import ConversationState

_Step = Command[Any]  # Any: the names of nodes, which differ by version


def with_command_routing(graph: SupportGraph) -> SupportGraph:
    """A graph of the same nodes and ways."""
    quick: SupportGraph = StateGraph(ConversationState, context_schema=Deps)
    for name, spec in graph.nodes.items():
        branches = list(graph.branches.get(name, {}).values())
        node: Node = spec.runnable.afunc  # type: ignore[union-attr]  # every node of ours is an async function
        if len(branches) == 1 and isinstance(branches[0].path, SyncRoute) and branches[0].ends:
            step = _then(_traced(name, node), branches[0].path, branches[0].ends)
            quick.add_node(name, step, destinations=tuple(branches[0].ends.values()))
        else:
            quick.add_node(name, _traced(name, node))
    for start, end in graph.edges:
        quick.add_edge(start, end)
    for branch in graph.branches.get(START, {}).values():
        quick.add_conditional_edges(START, branch.path, branch.ends)
    return quick


def _traced(name: str, node: Node) -> Node:
    async def traced(state: ConversationState, runtime: DepsRuntime) -> Any:  # Any: as the node returns
        with span(f"node {name}", {"supportgraph.node": name}, passing=(GraphBubbleUp,)):  # an interrupt is no failure
            return await node(state, runtime=runtime)

    return traced


def _then(node: Node, route: SyncRoute, ends: Mapping[Hashable, str]) -> Any:  # Any: LangGraph takes many shapes of nodes
    async def step(state: ConversationState, runtime: DepsRuntime) -> _Step:
        update = await node(state, runtime=runtime)
        return Command(update=update, goto=ends[route.invoke({**state, **update})])

    return step
