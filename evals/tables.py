"""Cases that differ in a few values only: one case with `${name}` in it, and a row of values for each.

A rule is held at its boundary by a table of both sides of it, which is read at a glance."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

_PLACE = re.compile(r"\$\{(\w+)\}")


class CaseTable(BaseModel):
    """``case``: a case as the suite's schema has it, but for its id. A value that is nothing but `${name}` becomes the row's
    value as it is (a number, a list, a whole expectation); inside a longer text it becomes its words. ``rows``: each with an
    `id` and a value for every name. Raises ``ValueError`` for a name that a row lacks, or has and nothing asks for."""

    model_config = ConfigDict(extra="forbid")

    case: dict[str, Any]
    rows: list[dict[str, Any]] = Field(min_length=1)

    def cases(self) -> Iterator[dict[str, Any]]:
        wanted = set(_names(self.case))
        for row in self.rows:
            values = {name: value for name, value in row.items() if name != "id"}
            if "id" not in row:
                raise ValueError(f"a row without an id: {values}")
            if stray := wanted ^ set(values):
                raise ValueError(f"row {row['id']}: {', '.join(sorted(stray))} is in the case or in the row only")
            yield {**_filled(self.case, values), "id": row["id"]}


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _PLACE.findall(value)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _names(key)
            yield from _names(part)
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)


def _filled(value: Any, values: Mapping[str, Any]) -> Any:  # Any: JSON of any shape
    if isinstance(value, str):
        whole = _PLACE.fullmatch(value)
        return values[whole[1]] if whole else _PLACE.sub(lambda found: str(values[found[1]]), value)
    if isinstance(value, Mapping):
        return {_filled(key, values): _filled(part, values) for key, part in value.items()}
    return [_filled(part, values) for part in value] if isinstance(value, list) else value
