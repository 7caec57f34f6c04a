"""What every refusal looks like (RFC 9457), and which a route can give."""

from collections.abc import Mapping

from litestar.openapi.datastructures import ResponseSpec
from pydantic import BaseModel

from domain import errors

MEDIA_TYPE = "application/problem+json"


class FieldError(BaseModel):
    """``field`` is its path from the body's root or a parameter's name; empty where the whole is meant."""

    field: str
    message: str


class ProblemDocument(BaseModel):
    """``code`` is the stable word for a client to branch on; ``title`` and ``detail`` are for people and may change."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldError] = []  # with 400 `validation_failed`
    claimed_by: str | None = None  # with 409 `already_claimed`: who holds the hand-off


class _TooLarge(errors.Problem):
    status, code, title = 413, "body_too_large", "The body is too large"


class _BackofficeWrong(errors.Problem):
    status, code, title = 502, "backoffice_wrong", "The back office did not answer as it should"


class _BackofficeUnavailable(errors.Problem):
    status, code, title = 503, "backoffice_unavailable", "The back office does not answer now"


BACKOFFICE = (_BackofficeWrong, _BackofficeUnavailable)  # of a route that asks the back office
WRITING = (_TooLarge, errors.RequestTimeout, errors.IdempotencyKeyReused)  # of a route that takes a body and a key
TURN = (errors.ConversationClosed, errors.TooManyWaiting, errors.Overloaded, errors.ConversationUnreadable)
_ALWAYS = (
    errors.ValidationFailed,
    errors.Unauthorized,
    errors.Forbidden,
    errors.RateLimited,
    errors.StorageUnavailable,
    errors.ShuttingDown,
)

Problems = Mapping[int, ResponseSpec]


def problems(*raised: type[errors.Problem]) -> Problems:
    """A route's problems for the schema: its own, and those that every route under /v1 can give."""
    by_status: dict[int, list[type[errors.Problem]]] = {}
    kinds: tuple[type[errors.Problem], ...] = (*_ALWAYS, *raised)
    for kind in dict.fromkeys(kinds):
        by_status.setdefault(kind.status, []).append(kind)
    return {
        status: ResponseSpec(
            ProblemDocument,
            generate_examples=False,
            media_type=MEDIA_TYPE,
            description="; ".join(f"`{kind.code}`: {kind.title}" for kind in same),
        )
        for status, same in sorted(by_status.items())
    }
