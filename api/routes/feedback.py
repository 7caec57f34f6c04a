"""What the customer says of an answer and of the whole."""

import asyncio
from datetime import timedelta
from typing import Any

from litestar import Request, Response, Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.auth import caller_of, customer_only, own
from api.idempotency import once
from api.schemas.requests import CsatBody, FeedbackBody
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import FeedbackClosed, NotFound
from records.tables.people import CsatRow
from records.unit import Unit

OPEN_FOR = timedelta(hours=24)


async def _masked(service: Service, comment: str | None) -> str | None:
    return (await asyncio.to_thread(service.masker.mask, comment))[0].text if comment else None


@post(
    "/v1/conversations/{conversation_id:str}/csat",
    guards=[customer_only],
    status_code=201,
    summary="Rate the conversation, 1 to 5",
)
async def rate_conversation(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[CsatBody],
    service: NamedDependency[Service],
) -> Response[JsonObject]:
    own(request, conversation_id)
    comment = await _masked(service, data.comment)

    async def effect(unit: Unit) -> JsonObject:
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        now = service.clock()
        if row.closed_at and now > row.closed_at + OPEN_FOR:
            raise FeedbackClosed
        csat = await unit.feedback.csat(conversation_id)
        if csat is None:
            csat = CsatRow(
                conversation_id=conversation_id, score=data.score, comment=comment, created_at=now, updated_at=now
            )
            unit.feedback.add_csat(csat)
        elif now > csat.created_at + OPEN_FOR:
            raise FeedbackClosed
        csat.score, csat.comment, csat.updated_at = data.score, comment, now
        return {"conversation_id": conversation_id, "score": csat.score, "comment": comment, "updated_at": now.isoformat()}

    return await once(service, request, data, 201, effect)


@post("/v1/messages/{message_id:str}/feedback", guards=[customer_only], status_code=201, summary="Was this answer helpful?")
async def rate_answer(
    request: Request[Any, Any, Any],
    message_id: FromPath[str],
    data: JSONBody[FeedbackBody],
    service: NamedDependency[Service],
) -> Response[JsonObject]:
    comment = await _masked(service, data.comment)

    async def effect(unit: Unit) -> JsonObject:
        found = await unit.transcript.message(message_id)
        if found is None or found[1] != caller_of(request).conversation_id:
            raise NotFound
        conversation = await unit.conversations.get(found[1])
        now = service.clock()
        if conversation and conversation.closed_at and now > conversation.closed_at + OPEN_FOR:
            raise FeedbackClosed
        await unit.feedback.rate_answer(message_id, found[1], data.helpful, comment, now)
        return {"message_id": message_id, "helpful": data.helpful, "comment": comment}

    return await once(service, request, data, 201, effect)


router = Router("/", route_handlers=[rate_conversation, rate_answer], tags=["Feedback"])
