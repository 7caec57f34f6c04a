"""Who calls how often: a staff key in a minute, over all replicas; and whose a request is, as far as the network tells, which is what
limits by client address count.
"""

import hashlib
import ipaddress
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from litestar import Request

from api.service import Service
from domain.clock import Clock
from domain.errors import RateLimited, StorageUnavailable
from records.engine.session import Database

_IPV6_HOME = 64  # bits of an address that one customer's line gets; the rest they choose freely


def client_of(request: Request[Any, Any, Any], service: Service) -> str:
    """A keyed digest of the client's address: the peer's, or what a trusted proxy says (`SUPPORTGRAPH_TRUSTED_PROXIES`)."""
    return service.client_key(network_of(request.client.host if request.client else ""))


def network_of(host: str) -> str:
    """The address, of IPv6 its network of 64 bits; anything else as it is."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), _IPV6_HOME), strict=False))


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
