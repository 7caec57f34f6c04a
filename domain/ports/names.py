"""Finds the names and addresses that no rule can describe."""

from typing import Protocol

from domain.personal_data import PersonalData


class NameFinder(Protocol):
    def find(self, text: str) -> list[PersonalData]:
        """Names and street addresses in order, without overlaps, tokens empty; offsets are code points of ``text``.

        Takes some milliseconds; never raises on odd text."""
        ...
