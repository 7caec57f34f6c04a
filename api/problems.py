"""The one place that renders errors: RFC 9457 problem documents, never a stack trace, a secret or unmasked data."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from pydantic import ValidationError

from domain.errors import Problem, StorageUnavailable
from domain.lazy_pattern import lazy_pattern
from domain.shop import DeskUnavailable
from records.engine.session import is_storage_trouble

logger = logging.getLogger(__name__)

# An unknown field is named as the caller wrote it, unless that is no name: what is mistyped may be personal.
_OUR_NAME = lazy_pattern(r"[a-z][a-z_]{0,40}|\d{1,3}|[A-Z][A-Za-z]+(?:-[A-Z][a-z]+)*|")
MEDIA_TYPE = "application/problem+json"
_TYPES = "https://supportgraph.dev/problems/"

_BY_STATUS = {
    400: ("bad_request", "Bad request"),
    401: ("unauthorized", "A valid credential is needed"),
    403: ("forbidden", "This credential may not do that"),
    404: ("not_found", "Not found"),
    405: ("method_not_allowed", "This method is not allowed here"),
    406: ("not_acceptable", "This cannot be answered in the form asked for"),
    413: ("body_too_large", "The body is too large"),
    415: ("unsupported_media_type", "This media type is not supported"),
    429: ("too_many_requests", "Too many requests"),
    500: ("internal_error", "Something went wrong on our side"),
    503: ("storage_unavailable", "The storage does not take writes now"),
}


def document(status: int, code: str, title: str, detail: str, **extra: Any) -> dict[str, Any]:
    """A problem document's members. Any: what a kind of problem adds."""
    for error in extra.get("errors", []):
        error["field"] = ".".join(part if _OUR_NAME.fullmatch(part) else "…" for part in error["field"].split("."))
    return {"type": f"{_TYPES}{code}", "title": title, "status": status, "detail": detail, "code": code, **extra}


def _response(body: dict[str, Any], headers: dict[str, str] | None = None) -> Response[dict[str, Any]]:
    return Response(body, status_code=body["status"], media_type=MEDIA_TYPE, headers=headers or {})


def render_problem(_: "Request[Any, Any, Any]", error: Problem) -> Response[dict[str, Any]]:
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after else {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return _response(document(error.status, error.code, error.title, error.detail, **error.extra), headers)


def _field_errors(extra: object) -> list[dict[str, str]]:
    """Litestar's and pydantic's own lists of what is wrong, without the values."""
    errors: list[dict[str, str]] = []
    for item in extra if isinstance(extra, list) else []:
        if isinstance(item, dict):
            place = item.get("loc") or item.get("key") or ""
            name = ".".join(str(p) for p in place) if isinstance(place, list | tuple) else str(place)
            if item.get("message") == "'data'":  # Litestar's KeyError of its own name for a body that was not sent
                errors.append({"field": "", "message": "a JSON body is required"})
                continue
            errors.append({"field": name, "message": str(item.get("msg") or item.get("message") or "is not valid")})
    return errors


def render_invalid(_: "Request[Any, Any, Any]", error: ValidationException) -> Response[dict[str, Any]]:
    errors = _field_errors(error.extra)
    return _response(
        document(400, "validation_failed", "The request is not valid", "The request is not valid.", errors=errors)
    )


def render_pydantic(_: "Request[Any, Any, Any]", error: ValidationError) -> Response[dict[str, Any]]:
    errors = _field_errors(error.errors(include_url=False, include_input=False, include_context=False))
    return _response(
        document(400, "validation_failed", "The request is not valid", "The request is not valid.", errors=errors)
    )


def render_http(request: "Request[Any, Any, Any]", error: HTTPException) -> Response[dict[str, Any]]:
    """Litestar's own errors. What could not be parsed is a bad request like any other."""
    if error.status_code == 400:
        where = [{"field": "", "message": "the body or a parameter could not be read"}]
        return _response(
            document(400, "validation_failed", "The request is not valid", "The request could not be read.", errors=where)
        )
    if error.status_code >= 500:
        return render_unexpected(request, error)
    code, title = _BY_STATUS.get(error.status_code, ("error", "The request was not accepted"))
    headers = {k: v for k, v in (error.headers or {}).items() if k.lower() in ("allow", "retry-after")}
    return _response(document(error.status_code, code, title, title), headers)


def render_desk_unavailable(request: "Request[Any, Any, Any]", error: DeskUnavailable) -> Response[dict[str, Any]]:
    """Staff are told what is known of it, customers are not."""
    is_staff = getattr(request.scope.get("caller"), "staff", None) is not None
    detail = error.reason if is_staff else "Try again in a moment."
    if error.answered:
        return _response(document(502, "backoffice_wrong", "The back office did not answer as it should", detail))
    body = document(503, "backoffice_unavailable", "The back office does not answer now", detail)
    return _response(body, {"Retry-After": "2"})


def render_too_deep(_: "Request[Any, Any, Any]", error: RecursionError) -> Response[dict[str, Any]]:
    """A body of brackets in brackets: the parser gives up on it before anything is done."""
    del error
    where = [{"field": "", "message": "the body is nested too deep"}]
    return _response(
        document(400, "validation_failed", "The request is not valid", "The request could not be read.", errors=where)
    )


def render_unexpected(request: "Request[Any, Any, Any]", error: Exception) -> Response[dict[str, Any]]:
    if is_storage_trouble(error):
        return render_problem(request, StorageUnavailable(retry_after=2))
    # The type and the place, not the message: it may quote what the customer wrote.
    logger.error(
        "unexpected %s",
        type(error).__name__,
        exc_info=_without_message(error),
        extra={"path": request.scope.get("path_template", "")},
    )
    code, title = _BY_STATUS[500]
    return _response(document(500, code, title, title))


def _without_message(error: Exception) -> tuple[type[BaseException], BaseException, Any]:
    return type(error), RuntimeError("(message withheld)"), error.__traceback__


HANDLERS: dict[Any, Any] = {  # Litestar's own type is as wide
    Problem: render_problem,
    ValidationException: render_invalid,
    ValidationError: render_pydantic,
    HTTPException: render_http,
    DeskUnavailable: render_desk_unavailable,
    RecursionError: render_too_deep,
    Exception: render_unexpected,
}
