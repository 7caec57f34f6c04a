"""Time, in UTC, behind one function so that tests can move it; and moments as people and programs write them: RFC 3339, always
turned to UTC.
"""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present, aware, in UTC."""
    return datetime.now(UTC)


def in_utc(moment: datetime) -> datetime:
    """Without a zone it is UTC already. Raises ``ValueError`` where it leaves the years 1 to 9999 on its way to UTC."""
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        raise ValueError("is no time of the years 1 to 9999 in UTC") from None


def read_moment(text: str) -> datetime:
    """In UTC. Raises ``ValueError`` with what is wrong."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("is not an RFC 3339 time") from None
    return in_utc(moment)
