"""Health, metrics and what the demo page needs."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.idempotency import answer
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import Problem


@get("/health/live", summary="The process answers")
async def live() -> Response[JsonObject]:
    return answer({"status": "ok"}, 200)


@get("/health/ready", summary="What it needs is there: each part by name")
async def ready(service: NamedDependency[Service]) -> Response[JsonObject]:
    parts: JsonObject = {"database": "ok", "migrations": "ok", "vector_store": "ok"}
    try:
        await service.database.ping()
        if not await service.migrations_are_current():
            parts["migrations"] = "behind: run supportgraph db upgrade"
    except Problem:
        parts["database"] = "unavailable"
    parts["vector_store"] = service.knowledge_problem() or "ok"
    if service.model_health is not None:
        parts["model_endpoint"] = await service.model_health() or "ok"
    needed = parts["database"] == "ok" and parts["migrations"] == "ok"
    # Search by words alone and the embedded answer keep the service useful: degraded, not down.
    status = "ok" if all(v == "ok" for v in parts.values()) else "degraded" if needed else "unavailable"
    return answer({"status": status, "checks": parts}, 200 if needed else 503)


@get("/metrics", summary="Prometheus metrics", media_type="text/plain")
async def metrics() -> Response[bytes]:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


router = Router("/", route_handlers=[live, ready, metrics], tags=["Operations"])
