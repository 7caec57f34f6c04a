"""A node at which a conversation can wait keeps its name for ever: where it is renamed, the old name stays as a second door.

LangGraph keeps what waits as the name of a node in the checkpoint (the channel `branch:to:NAME`). Where the graph has no such
node any more it finds nothing to do, and a person's decision would be lost without a word. So the old name is registered with
the new node's function and its edges, and nothing leads to it but old checkpoints.
"""

from collections.abc import Mapping

from graphs.support import SupportGraph


def with_aliases(graph: SupportGraph, node_aliases: Mapping[str, str]) -> SupportGraph:
    """Add the old names (keys) of nodes that are there under new ones (values). Raises ``ValueError`` on a wrong pair."""
    for old, new in node_aliases.items():
        if old in graph.nodes or new not in graph.nodes:
            raise ValueError(f"node alias {old!r} → {new!r}: the old name must be free and the new one a node")
        graph.nodes[old] = graph.nodes[new]
        graph.edges |= {(old, end) for start, end in graph.edges if start == new}
        if new in graph.branches:
            graph.branches[old] = graph.branches[new]
    return graph
