"""Messages: the way into a turn, the transcript, and the stream of events."""

from typing import Annotated, Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import ServerSentEvent

from api.auth import customer_only, customer_or_agent, own
from api.idempotency import answer, key_of
from api.schemas.answers import Listing, TurnAnswer
from api.schemas.requests import MessageBody
from api.service import Service
from api.streams import conversation_events, event_stream, position
from domain.actions import checked_arguments
from domain.conversation import ActionRequest, Message
from domain.errors import NotFound
from graphs.requests import TurnRequest

EVENT_STREAM = "text/event-stream"
Limit = Annotated[int, QueryParameter(ge=1, le=200)]


def _turn_request(data: MessageBody) -> TurnRequest:
    if data.action is None:
        return TurnRequest(text=data.text)
    arguments = checked_arguments(data.action).model_dump(mode="json", exclude_none=True)
    return TurnRequest(action=ActionRequest(name=data.action.name, arguments=arguments))


@post(
    "/v1/conversations/{conversation_id:str}/messages",
    guards=[customer_only],
    status_code=200,
    summary="Say something, or send a form or button; answers with the turn (as server-sent events where asked)",
)
async def send_message(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[MessageBody],
    service: NamedDependency[Service],
) -> Response[TurnAnswer] | ServerSentEvent:
    own(request, conversation_id)
    key = key_of(request, data, data.client_message_id)
    streamed = EVENT_STREAM in request.headers.get("accept", "")
    before = 0
    if streamed:
        async with service.database.read() as unit:
            before = await unit.transcript.last_event(conversation_id)
    accepted = await service.runner.submit(conversation_id, _turn_request(data), key)
    if streamed:
        after = 0 if accepted.is_replay else before
        return event_stream(conversation_events(service, conversation_id, after, until_turn=accepted.turn_id))
    result = await service.runner.result(accepted)
    service.handoffs.ring(conversation_id)
    body = {k: result[k] for k in ("turn", "messages", "conversation")}
    return answer(body, 200, accepted.is_replay)


@post(
    "/v1/conversations/{conversation_id:str}/turns/{turn_id:str}/stop",
    guards=[customer_only],
    status_code=202,
    summary="Stop a turn that is still being answered, unless it has already acted",
)
async def stop_turn(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    turn_id: FromPath[str],
    service: NamedDependency[Service],
) -> Response[dict[str, str]]:
    own(request, conversation_id)
    await service.runner.stop(conversation_id, turn_id)
    return answer({"turn_id": turn_id}, 202)


@get("/v1/conversations/{conversation_id:str}/messages", guards=[customer_or_agent], summary="The transcript, oldest first")
async def read_messages(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    service: NamedDependency[Service],
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Response[Listing[Message]]:
    own(request, conversation_id)
    start = position(after) or 0
    async with service.database.read() as unit:
        if await unit.conversations.get(conversation_id) is None:
            raise NotFound
        messages = await unit.transcript.page(conversation_id, after=start, limit=limit + 1)
    more = str(messages[limit - 1].seq) if len(messages) > limit else None
    return answer({"items": [m.model_dump(mode="json") for m in messages[:limit]], "next": more}, 200)


@get(
    "/v1/conversations/{conversation_id:str}/events",
    guards=[customer_or_agent],
    summary="Events from now on, or from where one was",
)
async def read_events(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    service: NamedDependency[Service],
    after: FromQuery[str | None] = None,
) -> ServerSentEvent:
    own(request, conversation_id)
    start = position(request.headers.get("last-event-id") or after)
    async with service.database.read() as unit:
        if await unit.conversations.get(conversation_id) is None:
            raise NotFound
        if start is None:
            start = await unit.transcript.last_event(conversation_id)
    return event_stream(conversation_events(service, conversation_id, start))


router = Router("/", route_handlers=[send_message, stop_turn, read_messages, read_events], tags=["Messages"])
