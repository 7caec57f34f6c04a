"""How staff sign in by the company's identity provider. What has to be remembered on the way is sealed into the browser's cookie, so that
any replica can go on."""

import base64
import binascii
import hmac
import json
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from pydantic import BaseModel, ValidationError

from domain.audit import Actor
from domain.clock import Clock
from domain.ports.identity_provider import IdentityProvider, ProviderAway, ProviderSaysNo
from records.engine.session import Database
from rights.audit_log import AuditLog
from rights.staff import StaffSessions

logger = logging.getLogger(__name__)

StaffPage = Literal["agent", "admin"]
STAFF_PAGES: tuple[StaffPage, ...] = get_args(StaffPage)
Reason = Literal["expired", "refused", "no_role", "away", "too_often"]
ON_THE_WAY = timedelta(minutes=10)
_TRIES_A_MINUTE = 30  # of one client address that come back from the provider
_PURPOSE = "staff sign-in"


class SignInRefused(Exception):
    def __init__(self, reason: Reason, page: StaffPage = "agent") -> None:
        super().__init__(reason)
        self.reason, self.page = reason, page


class _OnTheWay(BaseModel):
    state: str
    nonce: str
    verifier: str
    page: StaffPage
    until: datetime


@dataclass(frozen=True)
class SignedIn:
    cookie: str
    until: datetime
    page: StaffPage


class StaffSignIn:
    """``taken``: names of keys of the environment, which nobody who signs in may have."""

    def __init__(
        self,
        database: Database,
        audit: AuditLog,
        clock: Clock,
        provider: IdentityProvider,
        sessions: StaffSessions,
        seal: Callable[[str, str], bytes],
        unseal: Callable[[bytes, str], str],
        digest: Callable[[str], str],
        taken: list[str],
        *,
        is_secure: bool,
    ) -> None:
        self._database, self._audit, self._clock, self.provider, self.sessions = database, audit, clock, provider, sessions
        self._seal, self._unseal, self._digest, self._taken = seal, unseal, digest, taken
        self.is_secure = is_secure  # whether browsers reach the pages by TLS

    async def begin(self, page: StaffPage) -> tuple[str, str]:
        """Where the browser goes, and the cookie that it keeps meanwhile. Raises ``SignInRefused`` where the provider is away."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        way = _OnTheWay(state=state, nonce=nonce, verifier=verifier, page=page, until=self._clock() + ON_THE_WAY)
        try:
            address = await self.provider.sign_in_address(state, nonce, verifier)
        except ProviderAway:
            raise SignInRefused("away", page) from None
        return address, base64.urlsafe_b64encode(self._seal(way.model_dump_json(), _PURPOSE)).decode()

    async def finish(self, cookie: str, given: dict[str, str], client: str) -> SignedIn:
        """``given``: what the provider sent back; ``client``: a digest of the browser's address.

        Raises ``SignInRefused`` or ``StorageUnavailable``."""
        way = self._way(cookie)
        if not hmac.compare_digest(given.get("state", "").encode(), way.state.encode()):
            raise SignInRefused("expired", way.page)
        await self._once(way, client)
        if given.get("iss", self.provider.issuer) != self.provider.issuer or "error" in given or not given.get("code"):
            raise SignInRefused("refused", way.page)
        try:
            known = await self.provider.redeem(given["code"], way.nonce, way.verifier)
        except ProviderSaysNo as error:
            logger.warning("a sign-in was refused: %s", error)
            raise SignInRefused("refused", way.page) from None
        except ProviderAway as error:
            logger.warning("the identity provider does not answer: %s", error)
            raise SignInRefused("away", way.page) from None
        if known.role is None:
            await self._audit.told(
                Actor(name=known.name, role="none"), "staff_refused", None, person=known.subject, why="no role"
            )
            raise SignInRefused("no_role", way.page)
        async with self._database.begin() as unit:
            made, until = await self.sessions.begin(unit, known, known.role, self._taken)
        return SignedIn(made, until, way.page)

    def _way(self, cookie: str) -> _OnTheWay:
        try:
            box = base64.urlsafe_b64decode(cookie.encode("ascii", "strict"))
            way = _OnTheWay.model_validate(json.loads(self._unseal(box, _PURPOSE)))
        except (ValueError, binascii.Error, ValidationError):
            raise SignInRefused("expired") from None
        if self._clock() >= way.until:
            raise SignInRefused("expired", way.page)
        return way

    async def _once(self, way: _OnTheWay, client: str) -> None:
        """A way leads in once, over all replicas; and one address comes back so often a minute."""
        now = self._clock()
        async with self._database.begin() as unit:
            tries = await unit.limits.count(self._digest(f"sign-ins of {client}"), now)
            is_first = await unit.limits.take(
                self._digest(f"sign-in {way.state}"), secrets.token_hex(8), 1, 2 * ON_THE_WAY, now
            )
        if tries > _TRIES_A_MINUTE:
            raise SignInRefused("too_often", way.page)
        if not is_first:
            raise SignInRefused("expired", way.page)
