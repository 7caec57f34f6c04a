"""Times of a case's back office that are told from the moment at which the case begins: `-P30DT1H` is 30 days and an hour before."""

from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter, ValidationError

_FIELDS = frozenset({"placed_at", "delivered_at", "created_at", "estimated_delivery", "at"})
_DURATION = TypeAdapter(timedelta)


def dated(value: Any, now: datetime) -> Any:  # Any: the contract's JSON
    """``value`` with every duration (ISO 8601) in a field that holds a time made into that time."""
    if isinstance(value, list):
        return [dated(part, now) for part in value]
    if not isinstance(value, dict):
        return value
    return {name: _time(part, now) if name in _FIELDS else dated(part, now) for name, part in value.items()}


def _time(value: Any, now: datetime) -> Any:
    if not isinstance(value, str) or not value.lstrip("+-").startswith("P"):
        return value
    try:
        return (now + _DURATION.validate_python(value)).isoformat()
    except ValidationError:
        raise ValueError(f"{value} is no duration such as -P30DT1H") from None
