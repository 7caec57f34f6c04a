"""The HTTP application: routes, errors, limits, and the schema; authentication is its outermost layer."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from litestar import Litestar
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import ASGIApp

from api.auth import Authenticate
from api.metrics import CountRequests
from api.problems import HANDLERS
from api.routes import (
    backoffice,
    conversations,
    eval_cases,
    feedback,
    flags,
    gaps,
    graph_versions,
    handoffs,
    insights,
    jobs,
    kb_audit,
    kb_import,
    knowledge,
    messages,
    operations,
    pages,
    privacy,
)
from api.service import Service

BODY_LIMIT = 64 * 1024  # bytes; uploads have a limit of their own

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def create_app(service: Service, version: str, lifespan: Lifespan | None = None) -> ASGIApp:
    """The ASGI application over an assembled service."""
    routers = [
        conversations.router,
        messages.router,
        feedback.router,
        flags.router,
        eval_cases.router,
        handoffs.router,
        knowledge.router,
        kb_audit.router,
        gaps.router,
        kb_import.router,
        jobs.router,
        insights.router,
        graph_versions.router,
        privacy.router,
        backoffice.router,
        operations.router,
        pages.router,
        pages.static_router(),
    ]
    app = Litestar(
        route_handlers=routers,
        dependencies={"service": Provide(lambda: service, sync_to_thread=False)},
        exception_handlers=HANDLERS,
        request_max_body_size=BODY_LIMIT,
        lifespan=[lifespan] if lifespan else [],
        # Litestar's structured logging prints bodies: ours is set up by the command.
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="supportgraph",
            version=version,
            path="/schema",
            render_plugins=[JsonRenderPlugin()],
            components=Components(security_schemes={"bearer": SecurityScheme(type="http", scheme="bearer")}),
            security=[{"bearer": []}],
        ),
    )
    return CountRequests(Authenticate(app, service))
