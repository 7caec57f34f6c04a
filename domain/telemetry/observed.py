"""A call of something outside, counted, timed and traced."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prometheus_client import Counter, Histogram

from domain.shop import DeskUnavailable, Refused
from domain.telemetry.metrics import (
    BACKOFFICE_CALLS,
    BACKOFFICE_SECONDS,
    MODEL_CALLS,
    MODEL_SECONDS,
    SEARCH_SECONDS,
    SEARCHES,
)
from domain.telemetry.spans import Attributes, span


@dataclass
class Call:
    """``result`` is "ok" unless the caller says otherwise."""

    result: str = "ok"


@dataclass(frozen=True)
class Port:
    """``result_of``: what an exception comes to, one of a few words."""

    calls: Counter
    seconds: Histogram
    result_of: Callable[[BaseException], str]

    @contextlib.contextmanager
    def observed(self, call: str, span_name: str, attributes: Attributes | None = None) -> Iterator[Call]:
        came, began = Call(), time.perf_counter()
        with span(span_name, attributes) as current:
            try:
                yield came
            except BaseException as error:
                came.result = "cancelled" if isinstance(error, asyncio.CancelledError) else self.result_of(error)
                raise
            finally:
                self.calls.labels(call, came.result).inc()
                self.seconds.labels(call).observe(time.perf_counter() - began)
                if current is not None:
                    current.set_attribute("supportgraph.result", came.result)


def _of_back_office(error: BaseException) -> str:
    if isinstance(error, Refused):
        return "refused"
    if isinstance(error, DeskUnavailable):
        return "wrong" if error.answered else "unavailable"
    return "error"


BACKOFFICE = Port(BACKOFFICE_CALLS, BACKOFFICE_SECONDS, _of_back_office)
CHAT_MODEL = Port(MODEL_CALLS, MODEL_SECONDS, lambda _: "failed")
SEARCH = Port(SEARCHES, SEARCH_SECONDS, lambda _: "failed")
