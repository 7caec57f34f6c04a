"""The audit of the articles."""

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from api.auth import staff_only
from api.routes.gaps import unanswered
from api.schemas.fields import Limit, Listing, page
from api.schemas.problem import problems
from api.service import Service
from domain.errors import ValidationFailed
from domain.knowledge_care import Finding, FindingKind


@get(
    "/v1/kb/audit",
    guards=[staff_only("agent")],
    summary="What is wrong with the articles, what customers meet most first",
    responses=problems(),
)
async def audit_articles(
    service: NamedDependency[Service],
    kind: FromQuery[FindingKind | None] = None,
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Listing[Finding]:
    found = [one for one in await findings(service) if kind in (None, one.kind)]
    start = 0
    if after:
        start = next((i for i, one in enumerate(found, 1) if one.id == after), 0)
        if not start:
            raise ValidationFailed("", [{"field": "after", "message": "no such finding any more: begin again"}])
    return page(found[start:], limit)


async def findings(service: Service) -> list[Finding]:
    """Computed now, most met first."""
    async with service.database.read() as unit:
        use = await unit.answers.use()
    return await service.audit.audit(use, await unanswered(service))


router = Router("/", route_handlers=[audit_articles], tags=["Knowledge base"])
