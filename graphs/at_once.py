"""Routes decide where they stand: LangGraph hands a plain function to a thread, which costs more than the decision."""

from collections.abc import Awaitable, Callable
from functools import wraps

from nodes.state import ConversationState


def at_once(route: Callable[[ConversationState], str]) -> Callable[[ConversationState], Awaitable[str]]:
    """A pure route as a coroutine function, so that it runs on the event loop."""

    @wraps(route)
    async def routed(state: ConversationState) -> str:
        return route(state)

    return routed
