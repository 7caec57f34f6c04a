"""Types of the fields that callers send: wrong types, unknown fields and text that no database holds are refused. Lists are by cursor:
one way to ask for a page, one shape of it.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from litestar.params import QueryParameter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from domain.lazy_pattern import lazy_pattern

LONGEST_TEXT = 8000  # characters
_UNSEEN = ("Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs")  # categories of Unicode
_LOCALE = lazy_pattern(
    r"(?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?)(?:[-_][utx](?:[-_][A-Za-z0-9]{1,8})+)?"
)


def storable(text: str) -> str:
    """Refuse lone surrogates (they are no text) and drop NUL (PostgreSQL takes none)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("is not valid Unicode text") from None
    return text.replace("\x00", "")


def not_blank(text: str) -> str:
    """Refuse what shows nothing: spaces, controls and signs without width."""
    if all(unicodedata.category(sign) in _UNSEEN for sign in text):
        raise ValueError("is empty")
    return text


def _region(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueError("is not an ISO 3166 country code of two letters")
    return value.upper()


def _locale(value: str) -> str:
    """A language tag's language, script and region; what a browser adds after them ("-u-hc-h12") is nobody's concern."""
    found = _LOCALE.fullmatch(value)
    if found is None:
        raise ValueError('is not a language tag such as "en" or "de-AT"')
    return found["tag"]


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(storable), AfterValidator(not_blank)]
Comment = Annotated[str, Field(max_length=2000), AfterValidator(storable)]
Short = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(storable), AfterValidator(not_blank)]
Region = Annotated[str, AfterValidator(_region)]
Locale = Annotated[str, Field(max_length=35), AfterValidator(_locale)]
# Words of the site that embeds us: letters, so that nobody's number or address passes for one.
Slug = Annotated[str, Field(max_length=24, pattern=r"^[a-z]+(?:[_-][a-z]+)*[0-9]{0,2}$")]
GraphVersion = Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
# Ids are ours or the caller's own: opaque, without room for words.
OpaqueId = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class NoBody(Body):
    """`{}`, or nothing."""


Item = TypeVar("Item")
Limit = Annotated[int, QueryParameter(ge=1, le=200)]
# A list's ``next``: the id of the last item that was seen. Nothing, as a client sends that has no page yet, is the first page.
After = Annotated[str | None, QueryParameter(pattern=r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$")]


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
