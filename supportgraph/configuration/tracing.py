"""Our own spans to an operator's collector, by OpenTelemetry's own names in the environment (docs/operations.md)."""

import contextlib
from collections.abc import Iterator

from domain.telemetry.spans import trace_with
from supportgraph.configuration.no_tracing import opentelemetry_environment

_ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")


@contextlib.contextmanager
def traced() -> Iterator[None]:
    """Export spans while the block runs, where `OTEL_SDK_DISABLED=false` is said and a collector is named.

    A collector alone is not enough: it is often set for every program of a machine, and nothing leaves this one unasked. The
    provider is not the process's global one, so that only spans of `domain/telemetry/spans.py` are sent."""
    with opentelemetry_environment() as given:
        is_wanted = given.get("OTEL_SDK_DISABLED", "").strip().lower() == "false" and any(map(given.get, _ENDPOINTS))
        if not is_wanted or given.get("OTEL_TRACES_EXPORTER", "otlp") != "otlp":
            provider = None
        else:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
            from opentelemetry.sdk.resources import Resource
            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor

            name = {} if "OTEL_SERVICE_NAME" in given else {"service.name": "supportgraph"}
            provider = TracerProvider(resource=Resource.create({**name}), shutdown_on_exit=False)
            provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    if provider is None:
        yield
        return
    trace_with(provider.get_tracer("supportgraph"))
    try:
        yield
    finally:
        trace_with(None)
        provider.shutdown()
