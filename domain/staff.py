"""Staff and their roles. A key is known by its hash only."""

import hashlib
from typing import Literal

from pydantic import BaseModel

from domain.lazy_pattern import lazy_pattern

Role = Literal["agent", "admin", "engineer"]
ROLES: tuple[Role, ...] = ("agent", "admin", "engineer")
_NAME = lazy_pattern(r"[\w .@-]{1,80}")


class Staff(BaseModel):
    role: Role
    name: str
    key_hash: str


def hash_key(key: str) -> str:
    """SHA-256 of a key. Keys are random and long, so a plain hash is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def parse_staff_keys(text: str) -> list[Staff]:
    """``role:name:key`` entries, comma-separated. Raises ``ValueError`` without repeating a key."""
    staff: list[Staff] = []
    for number, entry in enumerate(filter(None, (e.strip() for e in text.split(","))), 1):
        role, _, rest = entry.partition(":")
        name, _, key = rest.partition(":")
        found = next((r for r in ROLES if r == role), None)
        if found is None or not _NAME.fullmatch(name):
            raise ValueError(f"entry {number} is not role:name:key with a role of {', '.join(ROLES)}")
        if len(key) < 16:
            raise ValueError(f"entry {number}: the key has fewer than 16 characters")
        staff.append(Staff(role=found, name=name, key_hash=hash_key(key)))
    return staff


def parse_role_groups(text: str) -> list[tuple[Role, str]]:
    """``role:group`` entries, comma-separated. Raises ``ValueError``."""
    found: list[tuple[Role, str]] = []
    for number, entry in enumerate(filter(None, (e.strip() for e in text.split(","))), 1):
        name, _, group = entry.partition(":")
        role = next((r for r in ROLES if r == name), None)
        if role is None or not group:
            raise ValueError(f"entry {number} is not role:group with a role of {', '.join(ROLES)}")
        found.append((role, group))
    return found
