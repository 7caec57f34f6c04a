"""Gaps: what customers asked and no article answered."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from domain.knowledge_care import UnansweredQuestion
from insights.gap_draft import gap_draft

WINDOW = timedelta(days=90)
MOST_QUESTIONS = 10_000  # the latest ones that are looked at
_DRAFTED_FROM = 20  # conversations of a gap


@get("/v1/kb/gaps", guards=[staff_only("agent")], summary="Clusters of questions with no good answer, most and latest first")
async def list_gaps(
    service: NamedDependency[Service],
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    after: FromQuery[str | None] = None,
) -> Response[JsonObject]:
    try:
        page = await service.gaps.gaps(await unanswered(service), after=after, limit=limit)
    except LookupError:
        raise ValidationFailed("", [{"field": "after", "message": "no such gap any more: begin again"}]) from None
    async with service.database.read() as unit:
        replies = await unit.gaps.replies([c for gap in page.gaps for c in gap.conversations[:_DRAFTED_FROM]])
    drafts = [gap_draft(gap, replies) for gap in page.gaps]
    await asyncio.to_thread(_mask, service, drafts)
    items = [{**gap.model_dump(mode="json"), "draft": draft} for gap, draft in zip(page.gaps, drafts, strict=True)]
    return answer({"items": items, "next": page.next, "unread": page.unread}, 200)


async def unanswered(service: Service) -> list[UnansweredQuestion]:
    async with service.database.read() as unit:
        return await unit.gaps.unanswered(service.clock() - WINDOW, MOST_QUESTIONS)


def _mask(service: Service, drafts: Sequence[JsonObject | None]) -> None:
    """Staff may write a customer's name or address: an article holds neither."""
    for draft in filter(None, drafts):
        draft["body"] = service.masker.mask(draft["body"])[0].text


router = Router("/", route_handlers=[list_gaps], tags=["Knowledge base"])
