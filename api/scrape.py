"""Metrics that are looked up when Prometheus asks for them, rather than kept."""

import platform
from importlib.metadata import version

from prometheus_client import generate_latest

from api.service import Service
from domain.errors import Problem
from domain.telemetry.metrics import (
    BACKOFFICE_UP,
    BREAKER_OPEN,
    BUILD,
    DATABASE_CONNECTIONS,
    DATABASE_UP,
    HANDOFFS_OLDEST_SECONDS,
    HANDOFFS_WAITING,
    JOBS,
)

_KINDS = ("conversation", "approval")
BUILD.info({"version": version("supportgraph"), "python": platform.python_version()})


async def scraped(service: Service) -> bytes:
    """All metrics in Prometheus' text form. Where the database cannot be asked, `supportgraph_database_up` says so."""
    BACKOFFICE_UP.set(service.desk_problem() is None)
    BREAKER_OPEN.set(service.model_health is not None and await service.model_health() is not None)
    for state, n in service.database.connections().items():
        DATABASE_CONNECTIONS.labels(state).set(n)
    try:
        await _of_the_database(service)
        DATABASE_UP.set(1)
    except Problem:
        DATABASE_UP.set(0)
    return generate_latest()


async def _of_the_database(service: Service) -> None:
    async with service.database.read() as unit:
        waiting = await unit.handoffs.waiting()
        jobs = await unit.jobs.counts()
    now = service.clock()
    for kind in _KINDS:
        n, since = waiting.get(kind, (0, now))
        HANDOFFS_WAITING.labels(kind).set(n)
        HANDOFFS_OLDEST_SECONDS.labels(kind).set(max(0.0, (now - since).total_seconds()))
    JOBS.clear()
    for (kind, state), n in jobs.items():
        JOBS.labels(kind, state).set(n)
