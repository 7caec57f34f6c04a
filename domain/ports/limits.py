"""How often somebody may try, or be sent something: counted in the database, over all conversations and replicas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """At most ``most`` uses of ``subject`` in any span of ``per``. A subject names its kind: ``"tries of order:HP1"``."""

    subject: str
    most: int
    per: timedelta = HOUR


class Limits(Protocol):
    async def take(self, holder: str, limits: Sequence[Limit]) -> list[Limit]:
        """Take one use of each that has one left, all in one transaction; returns those that had none.

        What ``holder`` holds already is not taken again: a turn that runs anew after a crash counts once."""
        ...

    async def give_back(self, holder: str, limits: Sequence[Limit]) -> None:
        """Undo ``take``: what came to nothing does not count."""
        ...

    async def full(self, limits: Sequence[Limit]) -> list[Limit]:
        """Those that have no use left. Nothing is taken."""
        ...
