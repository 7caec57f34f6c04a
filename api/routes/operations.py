"""Health, metrics and what the demo page needs."""

from typing import Literal

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from prometheus_client import CONTENT_TYPE_LATEST

from api.schemas.operators import Health, Live
from api.scrape import scraped
from api.service import Service
from domain.errors import Problem


@get("/health/live", summary="The process answers")
async def live() -> Live:
    return Live()


@get(
    "/health/ready",
    summary="What it needs is there: each part by name",
    responses={503: ResponseSpec(Health, generate_examples=False, description="It cannot serve now")},
)
async def ready(service: NamedDependency[Service]) -> Response[Health]:
    parts = {"database": "ok", "migrations": "ok", "vector_store": "ok"}
    try:
        await service.database.ping()
        if not await service.migrations_are_current():
            parts["migrations"] = "behind: run supportgraph db upgrade"
    except Problem:
        parts["database"] = "unavailable"
    parts["vector_store"] = service.knowledge_problem() or "ok"
    parts["backoffice"] = service.desk_problem() or "ok"
    if service.model_health is not None:
        parts["model_endpoint"] = await service.model_health() or "ok"
    needed = parts["database"] == "ok" and parts["migrations"] == "ok"
    # Search by words alone, the embedded answer, and documents without orders keep the service useful: degraded, not down.
    # Another replica would have the same back office, and a restart mends none.
    status: Literal["ok", "degraded", "unavailable"] = (
        "ok" if all(v == "ok" for v in parts.values()) else "degraded" if needed else "unavailable"
    )
    return Response(Health(status=status, checks=parts), status_code=200 if needed else 503)


@get("/metrics", summary="Prometheus metrics", media_type="text/plain")
async def metrics(service: NamedDependency[Service]) -> Response[bytes]:
    return Response(await scraped(service), media_type=CONTENT_TYPE_LATEST.removesuffix("; charset=utf-8"))


router = Router("/", route_handlers=[live, ready, metrics], tags=["Operations"])
