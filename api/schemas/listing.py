"""Lists by cursor: one way to ask for a page, one shape of it."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from litestar.params import QueryParameter
from pydantic import BaseModel

Item = TypeVar("Item")
Limit = Annotated[int, QueryParameter(ge=1, le=200)]


class Listing(BaseModel, Generic[Item]):
    """``next`` goes on after the last item; null where there is no more."""

    items: list[Item]
    next: str | None = None


def _id(item: Any) -> str:  # Any: whatever has an id
    return str(item.id)


def page(found: Sequence[Item], limit: int, cursor: Callable[[Item], str] = _id) -> Listing[Item]:
    """The first ``limit`` of what was found; ``found`` was asked for one more, which says whether there is a next page."""
    more = cursor(found[limit - 1]) if len(found) > limit else None
    return Listing(items=list(found[:limit]), next=more)
