"""The company's identity provider, by which staff sign in: who somebody is and what they may do is its word."""

from typing import Protocol

from pydantic import BaseModel

from domain.staff import Role


class KnownPerson(BaseModel):
    """Whom the provider knows. ``subject`` is its own lasting id of them; ``role`` is None where nothing lets them in."""

    subject: str
    name: str
    role: Role | None
    refresh_token: str | None = None  # to ask again by; None where the provider gives none


class ProviderSaysNo(Exception):
    """It does not know this code, token or person, or what it said does not hold. The words are for the log and name nobody."""


class ProviderAway(Exception):
    """It did not answer, or not as a provider does."""


class IdentityProvider(Protocol):
    @property
    def issuer(self) -> str: ...

    @property
    def label(self) -> str:
        """What staff call it: "Sign in with …"."""

    async def sign_in_address(self, state: str, nonce: str, verifier: str) -> str:
        """Where a browser is sent to sign in. Raises ``ProviderAway``."""

    async def redeem(self, code: str, nonce: str, verifier: str) -> KnownPerson:
        """Who came back with this code. Raises ``ProviderSaysNo`` or ``ProviderAway``."""

    async def ask_again(self, refresh_token: str, subject: str) -> KnownPerson | None:
        """Whether the person may still come in; None where it says yes and no more. Raises ``ProviderSaysNo`` or ``ProviderAway``."""

    async def sign_out_address(self) -> str | None:
        """Where a browser is sent to sign out there too. Raises ``ProviderAway``."""
