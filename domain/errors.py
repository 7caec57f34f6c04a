"""Facts that stop a request. Each carries its stable code and its HTTP status once; `api/problems.py` renders them."""

from typing import ClassVar


class CannotStart(Exception):
    """What an operator must mend before a command can run. The message is shown whole, as it is: no secrets, no values."""


class Problem(Exception):
    """An error that a caller can act on. ``detail`` is safe to show: no secrets, no personal data."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "bad_request"
    title: ClassVar[str] = "Bad request"

    def __init__(self, detail: str = "", *, retry_after: int | None = None, **extra: object) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.retry_after = retry_after  # seconds
        self.extra = extra


class ValidationFailed(Problem):
    status, code, title = 400, "validation_failed", "The request is not valid"

    def __init__(self, detail: str = "", errors: list[dict[str, str]] | None = None) -> None:
        self.errors = errors or []  # {field, message}
        super().__init__(detail, errors=self.errors)


class Unauthorized(Problem):
    status, code, title = 401, "unauthorized", "A valid credential is needed"


class InvalidCustomerToken(Problem):
    status, code, title = 401, "invalid_customer_token", "The customer token is not valid"


class Forbidden(Problem):
    status, code, title = 403, "forbidden", "This credential may not do that"


class NotFound(Problem):
    status, code, title = 404, "not_found", "Not found"


class RequestTimeout(Problem):
    status, code, title = 408, "request_timeout", "The body did not arrive in time"


class ConversationClosed(Problem):
    status, code, title = 409, "conversation_closed", "The conversation has ended"


class AlreadyClaimed(Problem):
    status, code, title = 409, "already_claimed", "Another person holds this hand-off"


class NotClaimed(Problem):
    status, code, title = 409, "not_claimed", "Claim the hand-off first"


class Withdrawn(Problem):
    status, code, title = 409, "withdrawn", "The customer has taken this back"


class NothingToWithdraw(Problem):
    status, code, title = 409, "nothing_to_withdraw", "Nothing is waiting for a person"


class NotConfirmed(Problem):
    status, code, title = 409, "not_confirmed", "There is no quote that the customer has confirmed"


class AlreadyResumed(Problem):
    status, code, title = 409, "already_resumed", "The hand-off was already resumed"


class TurnAlreadyDone(Problem):
    status, code, title = 409, "turn_already_done", "This turn can no longer be stopped"


class AlreadyResolved(Problem):
    status, code, title = 409, "already_resolved", "The flag was already resolved"


class NotTried(Problem):
    status, code, title = 409, "not_tried", "The remedy has not passed a trial"


class NotRevertible(Problem):
    status, code, title = 409, "not_revertible", "This change cannot be taken back here"


class WrongHandoffKind(Problem):
    status, code, title = 409, "wrong_handoff_kind", "This hand-off cannot be resumed in that way"


class IdempotencyKeyReused(Problem):
    status, code, title = 422, "idempotency_key_reused", "The key was used with another request"


class FeedbackClosed(Problem):
    status, code, title = 409, "feedback_closed", "The time for this has passed"


class StorageUnavailable(Problem):
    status, code, title = 503, "storage_unavailable", "The storage does not take writes now"


class ConversationUnreadable(StorageUnavailable):
    """What is stored of a conversation is of another release. Nothing of it is changed, and its turns wait for that release."""

    code, title = "conversation_unreadable", "This release cannot go on with the conversation"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, retry_after=30)


class TooManyWaiting(Problem):
    status, code, title = 429, "too_many_waiting", "This conversation has too many messages waiting for their answers"


class RateLimited(Problem):
    status, code, title = 429, "rate_limited", "Too often in too short a time"


class Overloaded(Problem):
    status, code, title = 503, "overloaded", "The service has as much to do as it can hold"


class ShuttingDown(Problem):
    """Nothing is lost: another process, or this one after its restart, has the answer under the same key."""

    status, code, title = 503, "shutting_down", "The service is stopping here"

    def __init__(self) -> None:
        super().__init__("The service is stopping here. Ask again in a moment, with the same key.", retry_after=1)


class UnknownGraphVersion(Problem):
    status, code, title = 400, "validation_failed", "There is no such graph version"

    def __init__(self, name: str) -> None:
        message = f"unknown graph version {name[:40]!r}"
        super().__init__(message, errors=[{"field": "graph_version", "message": message}])
