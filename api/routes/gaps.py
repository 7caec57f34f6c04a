"""Gaps: what customers asked and no article answered."""

from datetime import timedelta

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from api.auth import staff_only
from api.schemas.fields import Limit
from api.schemas.knowledge import GapListing, GapShown
from api.schemas.problem import problems
from api.service import Service
from domain.errors import ValidationFailed
from domain.knowledge_care import UnansweredQuestion
from insights.gap_draft import gap_draft

WINDOW = timedelta(days=90)
MOST_QUESTIONS = 10_000  # the latest ones that are looked at
_DRAFTED_FROM = 20  # conversations of a gap


@get(
    "/v1/kb/gaps",
    guards=[staff_only("agent")],
    summary="Clusters of questions with no good answer, most and latest first",
    responses=problems(),
)
async def list_gaps(
    service: NamedDependency[Service],
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> GapListing:
    try:
        page = await service.gaps.gaps(await unanswered(service), after=after or None, limit=limit)
    except LookupError:
        raise ValidationFailed("", [{"field": "after", "message": "no such gap any more: begin again"}]) from None
    async with service.database.read() as unit:
        replies = await unit.gaps.replies([c for gap in page.gaps for c in gap.conversations[:_DRAFTED_FROM]])
    drafts = [gap_draft(gap, replies) for gap in page.gaps]
    for draft in filter(None, drafts):  # what was said before agents' words were masked, too
        draft.body = await service.masking.alone(draft.body)
    items = [GapShown(**dict(gap), draft=draft) for gap, draft in zip(page.gaps, drafts, strict=True)]
    return GapListing(items=items, next=page.next, unread=page.unread)


async def unanswered(service: Service) -> list[UnansweredQuestion]:
    async with service.database.read() as unit:
        return await unit.gaps.unanswered(service.clock() - WINDOW, MOST_QUESTIONS)


router = Router("/", route_handlers=[list_gaps], tags=["Knowledge base"])
