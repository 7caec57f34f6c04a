"""What the customer says of an answer and of the whole."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar

from litestar import Request, Response, Router, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.auth import caller_of, customer_only, own
from api.idempotency import once
from api.schemas.conversations import CsatAnswer, CsatBody, FeedbackAnswer, FeedbackBody
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.errors import FeedbackClosed, NotFound
from domain.language.danger.urgent import urgent
from graphs.turns.requests import HandoffWish, TurnRequest
from insights.flag_service import FlagService
from records.engine.unit import Unit
from records.tables.ratings import CsatRow

OPEN_FOR = timedelta(hours=24)
_LATEST = 50  # messages among which the last answer is looked for
Rating = TypeVar("Rating", CsatAnswer, FeedbackAnswer)


@post(
    "/v1/conversations/{conversation_id:str}/csat",
    guards=[customer_only],
    status_code=201,
    summary="Rate the conversation, 1 to 5",
    responses=problems(NotFound, *WRITING, FeedbackClosed),
)
async def rate_conversation(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[CsatBody],
    service: NamedDependency[Service],
) -> Response[CsatAnswer]:
    own(request, conversation_id)

    async def effect(unit: Unit, comment: str | None) -> CsatAnswer:
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
        return CsatAnswer(conversation_id=conversation_id, score=csat.score, comment=comment, updated_at=now)

    return await _with_comment(service, request, conversation_id, data, effect)


@post(
    "/v1/messages/{message_id:str}/feedback",
    guards=[customer_only],
    status_code=201,
    summary="Was this answer helpful?",
    responses=problems(NotFound, *WRITING, FeedbackClosed),
)
async def rate_answer(
    request: Request[Any, Any, Any],
    message_id: FromPath[str],
    data: JSONBody[FeedbackBody],
    service: NamedDependency[Service],
) -> Response[FeedbackAnswer]:
    async def effect(unit: Unit, comment: str | None) -> FeedbackAnswer:
        found = await unit.transcript.message(message_id)
        if found is None or found[1] != caller_of(request).conversation_id:
            raise NotFound
        conversation = await unit.conversations.get(found[1])
        now = service.clock()
        if conversation and conversation.closed_at and now > conversation.closed_at + OPEN_FOR:
            raise FeedbackClosed
        await unit.feedback.rate_answer(message_id, found[1], data.helpful, comment, now)
        return FeedbackAnswer(message_id=message_id, helpful=data.helpful, comment=comment)

    return await _with_comment(service, request, caller_of(request).conversation_id or "", data, effect)


async def _with_comment(
    service: Service,
    request: Request[Any, Any, Any],
    conversation_id: str,
    data: CsatBody | FeedbackBody,
    effect: Callable[[Unit, str | None], Awaitable[Rating]],
) -> Response[Rating]:
    in_danger = urgent(data.comment or "") is not None
    to_tell: list[str] = []
    async with service.masking.words(conversation_id, data.comment or "", is_customers=True) as words:

        async def stored(unit: Unit) -> Rating:
            result = await effect(unit, words.texts[0] or None)
            service.masking.keep(unit, conversation_id, words.sealed)
            await service.masking.forget_pieces(unit, conversation_id, words)
            if in_danger:
                to_tell[:] = await _not_closed(service, unit, conversation_id, words.texts[0])
            return result

        answer = await once(service, request, data, 201, stored, conversation_id)
    for held in to_tell:
        # As if it had been said in the chat: a person comes, and whom to call is read there.
        wish = TurnRequest(handoff=HandoffWish(words=data.comment))
        await service.runner.result(await service.runner.submit(held, wish, None))
    return answer


async def _not_closed(service: Service, unit: Unit, conversation_id: str, words: str) -> list[str]:
    """The conversation, where danger in a comment can be told to a person in it. Where it is closed, its last answer is flagged."""
    conversation = await unit.conversations.get(conversation_id)
    if conversation is None or conversation.status != "closed":
        return [conversation_id]
    said = await unit.transcript.latest(conversation_id, _LATEST)
    last = next((message for message in reversed(said) if message.role != "customer"), None)
    if last is not None:
        flags = FlagService(service.knowledge, service.clock)
        await flags.raise_flag(unit, last.id, service.policy.assistant_name, "unsafe", words)
    return []


router = Router("/", route_handlers=[rate_conversation, rate_answer], tags=["Feedback"])
