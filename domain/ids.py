"""Identifiers: opaque strings that sort by creation (UUIDv7)."""

import uuid_utils


def new_id() -> str:
    """Return a fresh UUIDv7 as a string."""
    return str(uuid_utils.uuid7())
