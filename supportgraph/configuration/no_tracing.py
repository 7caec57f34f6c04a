"""No third party sees a conversation: the tracing of the libraries inside is off, whatever the environment says."""

import contextlib
import os
from collections.abc import Iterator, Mapping

_TRACERS = ("LANGSMITH_", "LANGCHAIN_", "OTEL_", "CHROMA_OTEL_")
# Read by LangSmith's own integrations, by the OpenTelemetry SDK and by Chroma, should any of them come in by another way.
_OFF = {
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "OTEL_SDK_DISABLED": "true",
    "ANONYMIZED_TELEMETRY": "False",
}


_for_our_spans: dict[str, str] = {}  # what OpenTelemetry's own names were set to


def clear_environment() -> None:
    """Forget every setting of a tracer. Before LangChain is imported: LangSmith remembers what it has once read."""
    for name in list(os.environ):
        if name.upper().startswith(_TRACERS):
            value = os.environ.pop(name)
            if name.startswith("OTEL_"):
                _for_our_spans[name] = value
    os.environ.update(_OFF)


@contextlib.contextmanager
def opentelemetry_environment() -> Iterator[Mapping[str, str]]:
    """OpenTelemetry's names as the operator set them, for as long as our own exporter reads them."""
    os.environ.pop("OTEL_SDK_DISABLED", None)
    os.environ.update(_for_our_spans)
    try:
        yield _for_our_spans
    finally:
        for name in _for_our_spans:
            os.environ.pop(name, None)
        os.environ.update(_OFF)


def switch_off() -> None:
    """LangSmith's own switch, which outweighs its environment: it stays off should a library set a variable later."""
    import langsmith

    langsmith.configure(enabled=False)
