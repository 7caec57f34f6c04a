"""Walks through JSON of any shape: what it says, and the same with each text changed."""

from collections.abc import Callable, Iterator
from typing import Any


def strings(value: object) -> Iterator[str]:
    """What a JSON value says: its strings, its numbers as text, and the keys that hold a digit."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if any(sign.isdigit() for sign in key):
                yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def mapped(value: Any, change: Callable[[str], str]) -> Any:  # Any: JSON of any shape, the same shape in and out
    """A JSON value with each of its strings changed, and the keys that hold a digit."""
    if isinstance(value, dict):
        return {change(k) if any(sign.isdigit() for sign in k) else k: mapped(inner, change) for k, inner in value.items()}
    if isinstance(value, list):
        return [mapped(inner, change) for inner in value]
    return change(value) if isinstance(value, str) else value
