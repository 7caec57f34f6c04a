"""What a line of the log is about: set where work begins, written by the log's format. Ids only, never what somebody said."""

import contextlib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar

_about: ContextVar[Mapping[str, str]] = ContextVar("about", default={})  # noqa: B039 (a mapping, never changed in place)


def about() -> Mapping[str, str]:
    """`request_id`, `trace_id`, `conversation_id`, `turn_id`: those that are known here."""
    return _about.get()


@contextlib.contextmanager
def logged_about(**ids: str) -> Iterator[None]:
    """Lines that are logged within, also by tasks begun within, carry these ids beside the ones around them."""
    token = _about.set({**_about.get(), **ids})
    try:
        yield
    finally:
        _about.reset(token)
