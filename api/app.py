"""The HTTP application: routes, errors, limits, and the schema; authentication is its outermost layer."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from litestar import Litestar, Router
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import ASGIApp

from api.auth import Authenticate
from api.middleware.cors import ShareWithOrigins
from api.middleware.observing import ObserveRequests
from api.middleware.request_bodies import HurryBodies, JsonRequest
from api.middleware.secure_headers import SecureHeaders
from api.openapi import WholeAnswers
from api.problems import HANDLERS
from api.routes import (
    backoffice,
    conversations,
    eval_cases,
    experiments,
    feedback,
    flags,
    gaps,
    graph_versions,
    handoffs,
    history,
    insights,
    jobs,
    kb_audit,
    kb_import,
    knowledge,
    messages,
    offers,
    operations,
    pages,
    privacy,
    retraining,
    scores,
    staff,
    staff_sign_in,
    struggles,
    values_in_clear,
)
from api.service import Service
from api.static_files import static_file

BODY_LIMIT = 64 * 1024  # bytes; uploads have a limit of their own

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def create_app(service: Service, version: str, lifespan: Lifespan | None = None) -> ASGIApp:
    """The ASGI application over an assembled service."""
    inner, its_routes = inner_app(service, version, lifespan)
    return bordered(inner, its_routes, service)


def inner_app(service: Service, version: str, lifespan: Lifespan | None = None) -> tuple[ASGIApp, Litestar]:
    """What answers, for who wants a layer of their own between it and the border; and its routes."""
    its_routes = routes(lambda: service, version, lifespan)
    return ObserveRequests(Authenticate(HurryBodies(its_routes), service)), its_routes


def bordered(app: ASGIApp, its_routes: Litestar, service: Service) -> ASGIApp:
    """What browsers are told of every answer, whoever gave it."""
    return SecureHeaders(ShareWithOrigins(app, its_routes, service.allowed_origins))


def routes(provide: Callable[[], Service], version: str, lifespan: Lifespan | None = None) -> Litestar:
    """All routes, with what they answer on errors and the document that describes them."""
    routers: list[Router | HTTPRouteHandler] = [
        conversations.router,
        messages.router,
        values_in_clear.router,
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
        struggles.router,
        retraining.router,
        scores.router,
        experiments.router,
        offers.router,
        graph_versions.router,
        history.router,
        privacy.router,
        staff.router,
        staff_sign_in.router,
        backoffice.router,
        operations.router,
        pages.router,
        static_file,
    ]
    return Litestar(
        route_handlers=routers,
        dependencies={"service": Provide(provide, sync_to_thread=False)},
        request_class=JsonRequest,
        exception_handlers=HANDLERS,
        request_max_body_size=BODY_LIMIT,
        lifespan=[lifespan] if lifespan else [],
        # Litestar's structured logging prints bodies: ours is set up by the command.
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="supportgraph",
            version=version,
            path="/schema",
            render_plugins=[WholeAnswers()],
            components=Components(security_schemes={"bearer": SecurityScheme(type="http", scheme="bearer")}),
            security=[{"bearer": []}],
        ),
    )
