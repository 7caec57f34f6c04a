"""Bare LangGraph to compare with: eight trivial nodes in a row, a small state, and one of the stock savers."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, TypedDict

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, StateGraph

NODES = 8


class BareState(TypedDict, total=False):
    text: str
    step: int
    reply: list[dict[str, str]]


class BareGraph:
    """``turn`` runs the graph once in a thread of its own number."""

    def __init__(self, saver: BaseCheckpointSaver[Any], name: str) -> None:  # Any: each saver has versions of its own type
        self.name = name
        graph = StateGraph(BareState)
        for number in range(NODES):
            graph.add_node(f"node_{number}", _node(number))
        graph.add_edge(START, "node_0")
        for number in range(NODES - 1):
            graph.add_edge(f"node_{number}", f"node_{number + 1}")
        graph.add_edge(f"node_{NODES - 1}", END)
        self._compiled = graph.compile(checkpointer=saver)

    async def turn(self, worker: int) -> None:
        given: BareState = {"text": "where is my order", "reply": []}
        await self._compiled.ainvoke(given, {"configurable": {"thread_id": f"{self.name}-{worker}"}})


def _node(number: int) -> Any:  # Any: LangGraph takes many shapes of nodes
    async def node(state: BareState) -> BareState:
        return {"step": number, "reply": [{"role": "assistant", "text": f"{state['text']}: {number}"}]}

    return node


@contextlib.asynccontextmanager
async def bare_graphs(folder: Path, postgresql: str | None) -> AsyncIterator[list[BareGraph]]:
    """In memory, on SQLite as its saver comes, and on PostgreSQL where there is one."""
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    async with contextlib.AsyncExitStack() as stack:
        sqlite = await stack.enter_async_context(AsyncSqliteSaver.from_conn_string(str(folder / "stock.db")))
        await sqlite.conn.execute("PRAGMA journal_mode=WAL")
        await sqlite.conn.execute("PRAGMA synchronous=FULL")
        graphs = [BareGraph(InMemorySaver(), "memory"), BareGraph(sqlite, "stock SQLite saver")]
        if postgresql:
            from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver

            saver = await stack.enter_async_context(AsyncPostgresSaver.from_conn_string(postgresql))
            await saver.setup()
            graphs.append(BareGraph(saver, "stock PostgreSQL saver"))
        yield graphs
