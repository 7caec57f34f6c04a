"""What is wrong with an answer of the back office, by the contract's own field names: never a value, never a key of its data."""

from collections.abc import Sequence

from pydantic import BaseModel
from pydantic_core import ErrorDetails

import domain.money
import domain.shop

_NAMES = {
    name
    for module in (domain.shop, domain.money)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel)
    for name in model.model_fields
} | {"items"}
_MOST = 5


def wrong_fields(errors: Sequence[ErrorDetails]) -> str:
    """`lines.0.unit_price.amount is not an amount, total is missing`; at most five."""
    said = list(dict.fromkeys(_said(error) for error in errors))
    more = f" and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return ", ".join(said[:_MOST]) + more


def _said(error: ErrorDetails) -> str:
    parts = [part if isinstance(part, int) or part in _NAMES else "…" for part in error["loc"]]
    if not parts:
        return "the body is no JSON" if error["type"] == "json_invalid" else "the body is no object"
    place, last = ".".join(map(str, parts)), str(parts[-1])
    if error["type"] == "missing":
        return f"{place} is missing"
    if last in ("amount", "unit_price", "price", "total", "balance"):
        return f"{place} is not an amount"
    return (
        f"{place} is not a time" if last.endswith("_at") or last in ("at", "estimated_delivery") else f"{place} is not valid"
    )
