"""Limits of tries and of mails, on the records: subjects are digested, so that the table names nobody."""

from collections.abc import Callable, Sequence

from domain.clock import Clock
from domain.ports.limits import Limit
from records.engine.session import Database


class RecordedLimits:
    """Meets ``Limits``. ``digest``: a keyed digest of a subject."""

    def __init__(self, database: Database, digest: Callable[[str], str], clock: Clock) -> None:
        self._database, self._digest, self._clock = database, digest, clock

    async def take(self, holder: str, limits: Sequence[Limit]) -> list[Limit]:
        now, full = self._clock(), []
        async with self._database.begin() as unit:
            for key, limit in self._in_order(limits):
                if not await unit.limits.take(key, holder, limit.most, limit.per, now):
                    full.append(limit)
        return full

    async def give_back(self, holder: str, limits: Sequence[Limit]) -> None:
        now = self._clock()
        async with self._database.begin() as unit:
            for key, limit in self._in_order(limits):
                await unit.limits.give_back(key, holder, limit.per, now)

    async def full(self, limits: Sequence[Limit]) -> list[Limit]:
        now = self._clock()
        async with self._database.begin() as unit:
            in_order = self._in_order(limits)
            return [limit for key, limit in in_order if await unit.limits.is_full(key, limit.most, limit.per, now)]

    def _in_order(self, limits: Sequence[Limit]) -> list[tuple[str, Limit]]:
        """By key: two turns that lock several rows never wait for each other."""
        return sorted(((self._digest(limit.subject), limit) for limit in limits), key=lambda pair: pair[0])
