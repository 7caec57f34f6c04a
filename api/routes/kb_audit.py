"""The audit of the articles."""

from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.routes.gaps import unanswered
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from domain.knowledge_care import Finding, FindingKind


@get("/v1/kb/audit", guards=[staff_only("agent")], summary="What is wrong with the articles, what customers meet most first")
async def audit_articles(
    service: NamedDependency[Service],
    kind: FromQuery[FindingKind | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    after: FromQuery[str | None] = None,
) -> Response[JsonObject]:
    found = [one for one in await findings(service) if kind in (None, one.kind)]
    start = 0
    if after is not None:
        start = next((i for i, one in enumerate(found, 1) if one.id == after), 0)
        if not start:
            raise ValidationFailed("", [{"field": "after", "message": "no such finding any more: begin again"}])
    page = found[start : start + limit]
    more = page[-1].id if start + limit < len(found) else None
    return answer({"items": [one.model_dump(mode="json") for one in page], "next": more}, 200)


async def findings(service: Service) -> list[Finding]:
    """Computed now, most met first."""
    async with service.database.read() as unit:
        use = await unit.answers.use()
    return await service.audit.audit(use, await unanswered(service))


router = Router("/", route_handlers=[audit_articles], tags=["Knowledge base"])
