"""The graph versions for LangGraph's own tools, which find them by `langgraph.json`.

They are as `docs/graph.md` draws them: no stores, models or back office are opened. So a tool can show the graph and its state,
and cannot run a conversation, whose nodes need `Deps`: `supportgraph chat` does that.
"""

from graphs.versions.registry import V1, V2, V3, Compiled, GraphVersion


def _shown(version: GraphVersion) -> Compiled:
    graph = version.build()
    graph.context_schema = None  # a tool asks for its JSON Schema, and `Deps` are services, which have none
    return graph.compile(name=version.name)


support_v1 = _shown(V1)
support_v2 = _shown(V2)
support_v3 = _shown(V3)
