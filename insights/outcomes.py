"""What became of each conversation of a table at a moment; the definitions are those of `Summary.result`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from insights.conversation_summary import SILENT
from insights.kpi_table import Booleans, KpiTable, microseconds


@dataclass(frozen=True)
class Outcomes:
    """A row is exactly one of handed off, confirmed, gave up, assumed and unknown."""

    table: KpiTable
    now: datetime

    @cached_property
    def is_open(self) -> Booleans:
        """Neither closed, silent for half an hour nor erased."""
        said_until = microseconds(self.now) - SILENT // timedelta(microseconds=1)
        open_now: Booleans = ~self.table["is_erased"] & ~self.table["is_closed"] & (self.table["last_said"] > said_until)
        return open_now

    @cached_property
    def handed_off(self) -> Booleans:
        handed: Booleans = self.table["handoff_reason"] > 0
        return handed

    @cached_property
    def confirmed(self) -> Booleans:
        confirmed: Booleans = ~self.handed_off & self.table["is_confirmed"]
        return confirmed

    @cached_property
    def gave_up(self) -> Booleans:
        left: Booleans = ~self.handed_off & ~self.confirmed & self.table["failed_last"] & ~self.is_open
        return left

    @cached_property
    def assumed(self) -> Booleans:
        others = ~(self.handed_off | self.confirmed | self.gave_up)
        assumed: Booleans = others & self.table["is_closed"] & self.table["answered_last"] & ~self.table["came_back"]
        return assumed

    @cached_property
    def resolved(self) -> Booleans:
        """By the assistant."""
        return self.confirmed | self.assumed

    @cached_property
    def unknown(self) -> Booleans:
        return ~(self.handed_off | self.resolved | self.gave_up)

    @cached_property
    def resolved_at_once(self) -> Booleans:
        """By the assistant, or by the person who closed it; ended, and its customer did not return."""
        by_person = self.handed_off & self.table["is_closed"] & self.table["is_closed_by_person"]
        at_once: Booleans = ~self.is_open & ~self.table["came_back"] & (by_person | self.resolved)
        return at_once

    @cached_property
    def reopened(self) -> Booleans:
        again: Booleans = self.table["was_answered"] & self.table["came_back"]
        return again
