"""Summaries as columns, a row a conversation: what is asked of many of them is a pass over arrays, and not over objects.

A row is numbers alone, so that it can be kept as it is (`kpi_index.py`): names, intents and lists of seconds are told by codes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from insights.conversation_summary import RETURNED_WITHIN, GroupBy, Handled, Summary
from insights.kpi_codes import Codes

Booleans = NDArray[np.bool_]
Rows = NDArray[np.intp]

GROUPS: tuple[GroupBy, ...] = get_args(GroupBy)
NEVER = 2**62  # later than any time, so that nothing is long past it
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# As `_row` gives them. Where there is nothing: NaN of a float, 0 of a rating and of a code, NEVER of a time, -1 of an hour.
_COLUMNS: list[tuple[str, str]] = [
    ("id", "S36"),
    ("customer", "<i4"),
    ("created", "<i8"),
    ("ended", "<i8"),
    ("last_said", "<i8"),
    ("status", "<i4"),
    ("closed_by", "<i4"),
    ("is_closed", "?"),
    ("is_closed_by_person", "?"),
    ("is_erased", "?"),
    ("is_confirmed", "?"),
    ("failed_last", "?"),
    ("answered_last", "?"),
    ("was_answered", "?"),
    ("repeated_itself", "?"),
    ("came_back", "?"),
    ("csat", "i1"),
    ("handoff_hour", "i1"),
    ("handoff_at", "<i8"),
    ("handoff_reason", "<i4"),
    ("intents", "<i4"),
    ("waits", "<i4"),
    ("fixed_after", "<i4"),
    ("handled", "<f8"),
    ("with_assistant", "<f8"),
    ("waiting", "<f8"),
    ("with_person", "<f8"),
    ("first_response", "<f8"),
    ("turns", "<i8"),
    ("failed_turns", "<i8"),
    ("flags", "<i8"),
    ("dismissed_flags", "<i8"),
    ("tokens", "<i8"),
    ("cost", "<f8"),
    *((by, "<i4") for by in GROUPS),
]
ROW = np.dtype(_COLUMNS)
_NOTHING = float("nan")
_MICROSECOND = timedelta(microseconds=1)


def microseconds(moment: datetime) -> int:
    """Since 1970, exactly: times compare as they do themselves."""
    return (moment - _EPOCH) // _MICROSECOND


def _moment(since: int) -> datetime | None:
    return None if since == NEVER else _EPOCH + since * _MICROSECOND


def _some(number: float) -> float | None:
    return None if math.isnan(number) else number


# The columns that hold codes, by the field of `Codes` that tells what they stand for.
CODED: dict[str, tuple[str, ...]] = {
    "names": ("customer", "status", "closed_by", "handoff_reason", *GROUPS),
    "intents": ("intents",),
    "seconds": ("waits", "fixed_after"),
}


@dataclass(frozen=True, eq=False)
class KpiTable:
    """A snapshot: what changes makes a new one."""

    rows: NDArray[np.void] = field(default_factory=lambda: np.empty(0, ROW))
    codes: Codes = field(default_factory=Codes)

    @classmethod
    def of(cls, summaries: Sequence[Summary]) -> "KpiTable":
        return cls().with_rows(range(len(summaries)), summaries)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, column: str) -> NDArray[Any]:
        found: NDArray[Any] = self.rows[column]
        return found

    def take(self, chosen: Booleans | Rows | slice) -> "KpiTable":
        return KpiTable(self.rows[chosen], self.codes)

    def begun_in(self, since: datetime | None, until: datetime | None) -> "KpiTable":
        """Those begun in [since, until)."""
        if since is None and until is None:
            return self
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
            chosen &= self[by] == self.codes.names.known(name)
        return self.take(chosen) if wanted else self

    def of_ids(self, ids: Sequence[str]) -> "KpiTable":
        """Those of them that there are."""
        return self.take(np.isin(self["id"], np.array(ids, "S36")))

    def parted(self, by: GroupBy) -> list[tuple[str | None, "KpiTable"]]:
        """By the name of a group, that of none last."""
        order = np.argsort(self[by], kind="stable")
        ordered = self.rows[order]
        codes, starts = np.unique(ordered[by], return_index=True)
        bounds = pairwise([*starts.tolist(), len(ordered)])
        parts = [
            (self.codes.names[code], KpiTable(ordered[start:end], self.codes))
            for code, (start, end) in zip(codes.tolist(), bounds, strict=True)
        ]
        return sorted(parts, key=lambda part: (part[0] is None, part[0] or ""))

    @cached_property
    def summaries(self) -> list[Summary]:
        """Made anew of the rows: of many, it takes longer than any figure."""
        return [_summary(dict(zip(ROW.names or (), row, strict=True)), self.codes) for row in self.rows.tolist()]

    @cached_property
    def ids(self) -> list[str]:
        found: list[str] = self["id"].astype("U36").tolist()
        return found

    @cached_property
    def came_back(self) -> frozenset[str]:
        """The ids of those whose customer returned on the same intent within 72 hours."""
        return frozenset(self.take(self["came_back"]).ids)

    def with_rows(self, places: Sequence[int], changed: Sequence[Summary]) -> "KpiTable":
        """With these in their places, those of earlier ones or behind all rows."""
        fresh = np.array([_row(one, self.codes) for one in changed], ROW)
        into = np.array(places, np.intp)
        rows = np.empty(max(len(self), max(places, default=-1) + 1), ROW)
        rows[: len(self)] = self.rows
        were = rows["customer"][into[into < len(self)]]
        rows[into] = fresh
        return self._followed(rows, np.concatenate([were, fresh["customer"]]))

    def without(self, places: Sequence[int]) -> "KpiTable":
        """Without these rows; the others move up."""
        return self._followed(np.delete(self.rows, places), self["customer"][list(places)])

    def joined(self, parts: Sequence["KpiTable"]) -> "KpiTable":
        """These rows and those of other tables, whose codes are the same."""
        rows = np.concatenate([self.rows, *(part.rows for part in parts)])
        return self._followed(rows, rows["customer"])

    def _followed(self, rows: NDArray[np.void], customers: NDArray[Any]) -> "KpiTable":
        """With these rows, new ones: of these customers' it is found out anew which were followed by another on the same intent."""
        mine = np.flatnonzero(np.isin(rows["customer"], customers[customers > 0]))
        own = rows[["customer", "created", "ended", "intents"]][mine]
        order = np.lexsort((own["created"], own["customer"]))  # one customer's beside each other, oldest first
        earlier, later = own[order[:-1]], own[order[1:]]
        lasted = RETURNED_WITHIN // _MICROSECOND
        soon = (earlier["customer"] == later["customer"]) & (later["created"] - earlier["ended"] <= lasted)
        pairs = zip(earlier["intents"][soon].tolist(), later["intents"][soon].tolist(), strict=True)
        again = np.array([self._share_one(one, other) for one, other in pairs], np.bool_)
        rows["came_back"][mine] = False
        rows["came_back"][mine[order[:-1][soon][again]]] = True
        return KpiTable(rows, self.codes)

    def _share_one(self, intents: int, others: int) -> bool:
        known = self.codes.intents
        return not (known[intents] or frozenset()).isdisjoint(known[others] or ())


def _row(s: Summary, codes: Codes) -> tuple[object, ...]:
    handled, code, seconds = s.handled, codes.names.code, codes.seconds.code
    return (
        s.id.encode(),
        code(s.customer_id),
        microseconds(s.created_at),
        microseconds(s.ended_at),
        NEVER if s.last_customer_at is None else microseconds(s.last_customer_at),
        code(s.status),
        code(s.closed_by),
        s.status == "closed",
        s.closed_by == "agent",
        s.is_erased,
        s.is_confirmed,
        s.failed_last,
        s.answered_last,
        s.was_answered,
        s.repeated_itself,
        False,
        s.csat or 0,
        -1 if s.handoff_at is None else s.handoff_at.hour,
        NEVER if s.handoff_at is None else microseconds(s.handoff_at),
        code(s.handoff_reason),
        codes.intents.code(s.intents or None),
        seconds(s.waits or None),
        seconds(s.fixed_after or None),
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


def _summary(row: dict[str, Any], codes: Codes) -> Summary:
    """What `_row` was made of."""
    name, created, ended = codes.names, _moment(row["created"]), _moment(row["ended"])
    if created is None or ended is None:
        raise ValueError("a row without its times")
    return Summary(
        id=row["id"].decode(),
        customer_id=name[row["customer"]],
        created_at=created,
        ended_at=ended,
        status=name[row["status"]] or "",
        closed_by=name[row["closed_by"]],
        groups={by: name[row[by]] for by in GROUPS},
        intents=codes.intents[row["intents"]] or frozenset(),
        last_customer_at=_moment(row["last_said"]),
        handoff_reason=name[row["handoff_reason"]],
        handoff_at=_moment(row["handoff_at"]),
        is_confirmed=row["is_confirmed"],
        failed_last=row["failed_last"],
        answered_last=row["answered_last"],
        was_answered=row["was_answered"],
        repeated_itself=row["repeated_itself"],
        handled=None if math.isnan(row["handled"]) else Handled(row["handled"], row["waiting"], row["with_person"]),
        waits=codes.seconds[row["waits"]] or (),
        first_response_ms=_some(row["first_response"]),
        csat=row["csat"] or None,
        turns=row["turns"],
        failed_turns=row["failed_turns"],
        flags=row["flags"],
        dismissed_flags=row["dismissed_flags"],
        fixed_after=codes.seconds[row["fixed_after"]] or (),
        tokens=row["tokens"],
        cost=_some(row["cost"]),
        is_erased=row["is_erased"],
    )
