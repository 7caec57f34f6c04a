"""Summaries as columns, a row a conversation: what is asked of many of them is a pass over arrays, and not over objects."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from insights.conversation_summary import GroupBy, Summary, returned

Booleans = NDArray[np.bool_]
Rows = NDArray[np.intp]

GROUPS: tuple[GroupBy, ...] = get_args(GroupBy)
NEVER = 2**62  # later than any time, so that nothing is long past it
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# As `_row` gives them. Where there is nothing: NaN of a float, 0 of a rating and of a name's code, -1 of an hour.
_COLUMNS: list[tuple[str, str]] = [
    ("summary", "O"),
    ("customer", "i4"),
    ("created", "i8"),
    ("last_said", "i8"),
    ("is_closed", "?"),
    ("is_closed_by_person", "?"),
    ("is_erased", "?"),
    ("is_confirmed", "?"),
    ("failed_last", "?"),
    ("answered_last", "?"),
    ("was_answered", "?"),
    ("repeated_itself", "?"),
    ("came_back", "?"),
    ("has_waits", "?"),
    ("has_fixes", "?"),
    ("csat", "i1"),
    ("handoff_hour", "i1"),
    ("handoff_reason", "i4"),
    ("handled", "f8"),
    ("with_assistant", "f8"),
    ("waiting", "f8"),
    ("with_person", "f8"),
    ("first_response", "f8"),
    ("turns", "i8"),
    ("failed_turns", "i8"),
    ("flags", "i8"),
    ("dismissed_flags", "i8"),
    ("tokens", "i8"),
    ("cost", "f8"),
    *((by, "i4") for by in GROUPS),
]
_ROW = np.dtype(_COLUMNS)
_NOTHING = float("nan")


def microseconds(moment: datetime) -> int:
    """Since 1970, exactly: times compare as they do themselves."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


class Names:
    """A number for each name, which it keeps; 0 stands for none."""

    def __init__(self) -> None:
        self._codes: dict[str | None, int] = {None: 0}
        self._names: list[str | None] = [None]

    def code(self, name: str | None) -> int:
        found = self._codes.get(name)
        if found is None:
            found = self._codes[name] = len(self._names)
            self._names.append(name)
        return found

    def known(self, name: str | None) -> int:
        """-1 of a name that no row has."""
        return self._codes.get(name, -1)

    def __getitem__(self, code: int) -> str | None:
        return self._names[code]


@dataclass(frozen=True, eq=False)
class KpiTable:
    """A snapshot: what changes makes a new one. ``names`` only grows, and is shared."""

    rows: NDArray[np.void] = field(default_factory=lambda: np.empty(0, _ROW))
    names: Names = field(default_factory=Names)

    @classmethod
    def of(cls, summaries: Sequence[Summary]) -> "KpiTable":
        return cls().with_rows(range(len(summaries)), summaries)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, column: str) -> NDArray[Any]:
        found: NDArray[Any] = self.rows[column]
        return found

    def take(self, chosen: Booleans | Rows) -> "KpiTable":
        return KpiTable(self.rows[chosen], self.names)

    def begun_in(self, since: datetime | None, until: datetime | None) -> "KpiTable":
        """Those begun in [since, until)."""
        chosen = np.ones(len(self), dtype=np.bool_)
        if since is not None:
            chosen &= self["created"] >= microseconds(since)
        if until is not None:
            chosen &= self["created"] < microseconds(until)
        return self.take(chosen)

    def only(self, wanted: dict[GroupBy, str | None]) -> "KpiTable":
        """Those of these groups."""
        chosen = np.ones(len(self), dtype=np.bool_)
        for by, name in wanted.items():
            chosen &= self[by] == self.names.known(name)
        return self.take(chosen) if wanted else self

    def parted(self, by: GroupBy) -> list[tuple[str | None, "KpiTable"]]:
        """By the name of a group, that of none last."""
        order = np.argsort(self[by], kind="stable")
        ordered = self.rows[order]
        codes, starts = np.unique(ordered[by], return_index=True)
        bounds = pairwise([*starts.tolist(), len(ordered)])
        parts = [
            (self.names[code], KpiTable(ordered[start:end], self.names))
            for code, (start, end) in zip(codes.tolist(), bounds, strict=True)
        ]
        return sorted(parts, key=lambda part: (part[0] is None, part[0] or ""))

    @cached_property
    def summaries(self) -> list[Summary]:
        found: list[Summary] = self["summary"].tolist()
        return found

    @cached_property
    def came_back(self) -> frozenset[str]:
        """The ids of those whose customer returned on the same intent within 72 hours."""
        return frozenset(one.id for one in self["summary"][self["came_back"]])

    def with_rows(self, places: Sequence[int], changed: Sequence[Summary]) -> "KpiTable":
        """With these in their places, those of earlier ones or behind all rows."""
        fresh = np.array([_row(one, self.names) for one in changed], _ROW)
        into = np.array(places, np.intp)
        rows = np.empty(max(len(self), max(places, default=-1) + 1), _ROW)
        rows[: len(self)] = self.rows
        were = rows["customer"][into[into < len(self)]]
        rows[into] = fresh
        return self._seen(rows, np.concatenate([were, fresh["customer"]]))

    def without(self, places: Sequence[int]) -> "KpiTable":
        """Without these rows; the others move up."""
        return self._seen(np.delete(self.rows, places), self["customer"][list(places)])

    def _seen(self, rows: NDArray[np.void], customers: NDArray[Any]) -> "KpiTable":
        """Of whose conversations it is found out anew which were followed by another one."""
        mine = np.flatnonzero(np.isin(rows["customer"], customers[customers > 0]))
        some: list[Summary] = rows["summary"][mine].tolist()
        back = returned(some)
        rows["came_back"][mine] = [one.id in back for one in some]
        return KpiTable(rows, self.names)


def _row(s: Summary, names: Names) -> tuple[object, ...]:
    handled, code = s.handled, names.code
    return (
        s,
        code(s.customer_id),
        microseconds(s.created_at),
        NEVER if s.last_customer_at is None else microseconds(s.last_customer_at),
        s.status == "closed",
        s.closed_by == "agent",
        s.is_erased,
        s.is_confirmed,
        s.failed_last,
        s.answered_last,
        s.was_answered,
        s.repeated_itself,
        False,
        bool(s.waits),
        bool(s.fixed_after),
        s.csat or 0,
        -1 if s.handoff_at is None else s.handoff_at.hour,
        code(s.handoff_reason),
        handled.total if handled else _NOTHING,
        handled.with_assistant if handled else _NOTHING,
        handled.waiting if handled else _NOTHING,
        handled.with_person if handled else _NOTHING,
        _NOTHING if s.first_response_ms is None else s.first_response_ms,
        s.turns,
        s.failed_turns,
        s.flags,
        s.dismissed_flags,
        s.tokens,
        _NOTHING if s.cost is None else s.cost,
        *[code(s.groups[by]) for by in GROUPS],
    )
