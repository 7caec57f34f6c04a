"""From a provider's claims to a name that customers read, and to a role."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from domain.staff import Role

_LONGEST_NAME = 60  # of the 80 that are kept, so that a number fits behind a name that two people have


def name_in(claims: dict[str, Any]) -> str:
    """Any: claims of any JSON. Signs that are not seen, or turn a line around, are left out."""
    given = " ".join(str(claims[part]) for part in ("given_name", "family_name") if isinstance(claims.get(part), str))
    for found in (claims.get("name"), given, claims.get("preferred_username"), claims.get("sub")):
        if isinstance(found, str):
            seen = "".join(c if unicodedata.category(c)[0] not in "CZ" else " " for c in found)
            name = " ".join(seen.split())[:_LONGEST_NAME].strip()
            if name:
                return name
    return "Staff"


def role_in(claims: dict[str, Any], claim: str, roles: Sequence[tuple[Role, str]]) -> Role | None:
    """The first of ``roles`` whose value stands in the claim. A dotted claim is looked for as it is, then inside (`realm_access.roles`)."""
    found: Any = claims.get(claim)  # Any: what a provider's JSON holds
    if found is None:
        found = claims
        for part in claim.split("."):
            found = found.get(part) if isinstance(found, dict) else None
    held = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return next((role for role, value in roles if value in held), None)
