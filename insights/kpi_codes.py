"""Numbers that stand for names, intents and lists of seconds in the rows of the key figures' table."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Coded(Generic[Value]):
    """A number for each value, which it keeps; 0 stands for none."""

    def __init__(self) -> None:
        self._codes: dict[Value | None, int] = {None: 0}
        self._values: list[Value | None] = [None]

    def code(self, value: Value | None) -> int:
        found = self._codes.get(value)
        if found is None:
            found = self._codes[value] = len(self._values)
            self._values.append(value)
        return found

    def known(self, value: Value | None) -> int:
        """-1 of a value that no row has."""
        return self._codes.get(value, -1)

    def __getitem__(self, code: int) -> Value | None:
        return self._values[code]


@dataclass(frozen=True, eq=False)
class Codes:
    """They only grow, and are shared by the tables that come of one another."""

    names: Coded[str] = field(default_factory=Coded)
    intents: Coded[frozenset[str]] = field(default_factory=Coded)
    seconds: Coded[tuple[float, ...]] = field(default_factory=Coded)
