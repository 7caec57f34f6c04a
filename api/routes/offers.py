"""Page triggers: what a page offers its visitor, and what became of the offers."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

from litestar import Request, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.auth import caller_of, staff_only
from api.customer_tokens import Claims
from api.rate_limits import client_of
from api.routes.insights import Since, Until, moment_of
from api.schemas.offers import OfferAnswered, OfferBody, OfferResultsAnswer, OfferShown, VisitBody
from api.schemas.problem import problems
from api.service import Service
from domain.errors import InvalidCustomerToken, RateLimited
from domain.triggers import Visit
from insights.offers.offer_service import OfferAnswer, Visitor
from insights.offers.results import offer_results


def _visit(page: VisitBody, region: str | None) -> Visit:
    """Of the address only where it is: queries, fragments and credentials are not looked at."""
    try:
        parts = urlsplit(page.url.strip())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return Visit(kind=page.kind, region=region, dwell=page.dwell_seconds, visits=page.visits)
    path = parts.path or "/"
    return Visit(
        kind=page.kind,
        address=f"{parts.scheme}://{host}{port}{path}" if host else path,
        path=path,
        region=region,
        dwell=page.dwell_seconds,
        visits=page.visits,
        cart=page.cart_value,
        errors=page.error_count,
    )


@post(
    "/v1/offers",
    status_code=200,
    summary="What to offer the visitor of a page, if anything",
    responses=problems(InvalidCustomerToken, RateLimited),
)
async def make_offer(
    request: Request[Any, Any, Any], data: JSONBody[OfferBody], service: NamedDependency[Service]
) -> OfferAnswered:
    claims = await service.customer_tokens.read(data.customer_token) if data.customer_token else Claims()
    if data.dismissed:
        await service.offers.dismiss(data.dismissed)
        return _shown(OfferAnswer())
    name = (
        f"customer {claims.customer_id}" if claims.customer_id else f"visitor {data.visitor_id}" if data.visitor_id else None
    )
    visitor = Visitor(name, data.locale, None if caller_of(request).staff else client_of(request, service))
    return _shown(await service.offers.for_visit(_visit(data.page, claims.region or data.region), visitor))


def _shown(answer: OfferAnswer) -> OfferAnswered:
    made = answer.offer
    return OfferAnswered(
        offer=OfferShown(id=made.id, text=made.text, actions=made.actions) if made else None,
        held_out=answer.held_out,
        ask_again_in=answer.ask_again_in,
    )


@get(
    "/v1/offers/results",
    guards=[staff_only("admin", "engineer")],
    summary="What became of the offers made in a period, those held back beside them",
    responses=problems(),
)
async def read_offer_results(
    service: NamedDependency[Service], since: Since = None, until: Until = None
) -> OfferResultsAnswer:
    begin, end = moment_of("from", since), moment_of("to", until)
    async with service.database.read() as unit:
        counts = await unit.offers.counts(begin, end)
    found = await service.kpi_index.period(begin, end)
    found = found.take(found["offer"] > 0)
    items = await asyncio.to_thread(offer_results, counts, found.summaries, found.came_back, service.clock())
    return OfferResultsAnswer(items=items)


router = Router("/", route_handlers=[make_offer, read_offer_results], tags=["Offers"])
