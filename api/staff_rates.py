"""How often one staff key may call in a minute, over all replicas."""

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass, field

from domain.clock import Clock
from domain.errors import RateLimited, StorageUnavailable
from records.engine.session import Database

_TOLD_EVERY = 1.0  # seconds
_TOLD_SHARE = 50  # a process tells after a fiftieth of what is allowed, too
_MOST_KEYS = 1000


@dataclass
class _Minute:
    """What one key called in one minute: in all as last heard, and here since then."""

    minute: int
    in_all: int = 0
    untold: int = 0
    told_at: float = field(default=-_TOLD_EVERY)


@dataclass
class StaffRates:
    """Counts in the process and tells the database now and then: a call costs no transaction of its own, and each replica may
    let through a fiftieth more than ``most``."""

    database: Database
    clock: Clock
    most: int  # calls a minute; 0: no limit
    _minutes: dict[str, _Minute] = field(default_factory=dict)

    async def admit(self, credential: str) -> None:
        """Count a call. Raises ``RateLimited`` with the seconds to the next minute; where the storage is down, counts alone."""
        if not self.most:
            return
        now = self.clock()
        counted = self._of(credential, int(now.timestamp()) // 60)
        if counted.in_all + counted.untold >= self.most:
            raise RateLimited("this key has called too often in this minute", retry_after=60 - now.second)
        counted.untold += 1
        if counted.untold * _TOLD_SHARE >= self.most or time.monotonic() - counted.told_at >= _TOLD_EVERY:
            await self._tell(credential, counted)

    def _of(self, credential: str, minute: int) -> _Minute:
        known = self._minutes.get(credential)
        if known is None or known.minute < minute:  # never back: clocks jump
            if len(self._minutes) >= _MOST_KEYS:
                self._minutes.clear()
            known = self._minutes[credential] = _Minute(minute)
        return known

    async def _tell(self, credential: str, counted: _Minute) -> None:
        untold, counted.untold, counted.told_at = counted.untold, 0, time.monotonic()
        counted.in_all += untold
        key = hashlib.sha256(f"staff calls {credential}".encode()).hexdigest()
        with suppress(StorageUnavailable):
            async with self.database.begin() as unit:
                counted.in_all = max(counted.in_all, await unit.limits.count(key, self.clock(), untold))
