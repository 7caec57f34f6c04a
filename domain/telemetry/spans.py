"""Spans of a turn, its nodes and its ports, where an operator has set a collector; else nothing at all.

They hold names, ids, intents, outcomes and numbers. No text of anybody, no argument and no words of an exception: those of an error
are its class. The names follow OpenTelemetry's GenAI conventions where they fit
(https://opentelemetry.io/docs/specs/semconv/gen-ai/). The tracer is our own and not the process's: what libraries trace by
themselves goes nowhere."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

Attributes = Mapping[str, str | int | float | bool | None]
_tracer: "Tracer | None" = None


def trace_with(tracer: "Tracer | None") -> None:
    """From now on; None: no more."""
    global _tracer
    _tracer = tracer


@contextlib.contextmanager
def span(
    name: str, attributes: Attributes | None = None, *, passing: tuple[type[BaseException], ...] = ()
) -> "Iterator[Span | None]":
    """A span around the block, below the one that is open here. An attribute that is None is left out.

    ``passing``: exceptions that are no failure. Yields None where nothing is traced."""
    if _tracer is None:
        yield None
        return
    from opentelemetry.trace import StatusCode

    given = {key: value for key, value in (attributes or {}).items() if value is not None}
    with _tracer.start_as_current_span(
        name, attributes=given, record_exception=False, set_status_on_exception=False
    ) as current:
        try:
            yield current
        except BaseException as error:
            if not isinstance(error, passing):
                current.set_status(StatusCode.ERROR)
                current.set_attribute("error.type", type(error).__name__)
            raise


@contextlib.contextmanager
def continued(traceparent: str | None) -> Iterator[None]:
    """Spans that are begun within belong to the caller's trace (W3C Trace Context)."""
    if _tracer is None or traceparent is None:
        yield
        return
    from opentelemetry import context
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    token = context.attach(TraceContextTextMapPropagator().extract({"traceparent": traceparent}))
    try:
        yield
    finally:
        context.detach(token)
