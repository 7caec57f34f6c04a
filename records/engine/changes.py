"""What a unit of work wrote that somebody waits for. Repositories note it; whoever commits publishes it, after the commit."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


@dataclass
class Changes:
    conversations: set[str] = field(default_factory=set)  # ids of those with new events, or a wish to stop a turn
    handoffs: bool = False  # something in the agents' queue
    jobs: set[str] = field(default_factory=set)  # kinds of jobs that were added
    articles: bool = False  # what searches find
    told_after: float = 0.0  # seconds after the commit until conversations and queue are told; jobs are at once

    def __bool__(self) -> bool:
        return bool(self.conversations or self.handoffs or self.jobs or self.articles)


# Told of a commit. It must not raise: what was committed stays.
Publish = Callable[[Changes], Awaitable[None]]


async def to_nobody(_: Changes) -> None:
    """Where a process has no readers: a command, a worker."""
