"""Routes decide where they stand: LangGraph hands a plain function to a thread and traces it, at many times its cost."""

from collections.abc import Callable
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from nodes.state import ConversationState


class SyncRoute(Runnable[ConversationState, str]):
    """A pure route as LangGraph's own kind of step, so that it runs on the event loop and nowhere else."""

    def __init__(self, route: Callable[[ConversationState], str]) -> None:
        self._route = route
        self.name = route.__name__

    def invoke(self, input: ConversationState, config: RunnableConfig | None = None, **_: Any) -> str:  # noqa: ARG002 (LangChain's signature; Any: its options)
        return self._route(input)

    async def ainvoke(self, input: ConversationState, config: RunnableConfig | None = None, **_: Any) -> str:  # noqa: ARG002 (as above)
        return self._route(input)


def sync_route(route: Callable[[ConversationState], str]) -> SyncRoute:
    return SyncRoute(route)
