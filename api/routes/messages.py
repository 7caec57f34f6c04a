"""Messages: the way into a turn, the transcript, and the stream of events."""

from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import ServerSentEvent

from api.auth import caller_of, customer_only, customer_or_agent, own, tell_if_seen
from api.idempotency import key_of, stored
from api.openapi import AlsoEventStream, EventStream
from api.rate_limits import client_of
from api.schemas.conversations import MessageBody, StopAnswer, TurnAnswer
from api.schemas.fields import Limit, Listing, page
from api.schemas.problem import TURN, WRITING, problems
from api.service import Service
from api.streams import conversation_events, event_stream, for_a_while, position
from domain.actions import checked_arguments
from domain.conversation import ActionRequest, Message
from domain.errors import NotFound, TurnAlreadyDone
from graphs.turns.requests import TurnRequest

EVENT_STREAM = "text/event-stream"


def _turn_request(data: MessageBody, client: str) -> TurnRequest:
    if data.action is None:
        return TurnRequest(text=data.text, client=client)
    arguments = checked_arguments(data.action).model_dump(mode="json", exclude_none=True)
    return TurnRequest(action=ActionRequest(name=data.action.name, arguments=arguments), client=client)


@post(
    "/v1/conversations/{conversation_id:str}/messages",
    guards=[customer_only],
    status_code=200,
    summary="Say something, or send a form or button; answers with the turn (as server-sent events where asked)",
    operation_class=AlsoEventStream,
    responses={200: ResponseSpec(TurnAnswer, generate_examples=False), **problems(NotFound, *WRITING, *TURN)},
)
async def send_message(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[MessageBody],
    service: NamedDependency[Service],
) -> Response[TurnAnswer] | ServerSentEvent:
    own(request, conversation_id)
    key = key_of(service, request, data, data.client_message_id)
    streamed = EVENT_STREAM in request.headers.get("accept", "")
    before = 0
    if streamed:
        async with service.database.read() as unit:
            before = await unit.transcript.last_event(conversation_id)
    accepted = await service.runner.submit(conversation_id, _turn_request(data, client_of(request, service)), key)
    if streamed:
        after = 0 if accepted.is_replay else before
        return event_stream(conversation_events(service, conversation_id, after, until_turn=accepted.turn_id))
    result = await service.runner.result(accepted)
    body = {name: result[name] for name in TurnAnswer.model_fields}
    return stored(TurnAnswer, body, 200, is_replay=accepted.is_replay)


@post(
    "/v1/conversations/{conversation_id:str}/turns/{turn_id:str}/stop",
    guards=[customer_only],
    status_code=202,
    summary="Stop a turn that is still being answered, unless it has already acted",
    responses=problems(NotFound, TurnAlreadyDone),
)
async def stop_turn(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    turn_id: FromPath[str],
    service: NamedDependency[Service],
) -> StopAnswer:
    own(request, conversation_id)
    await service.runner.stop(conversation_id, turn_id)
    return StopAnswer(turn_id=turn_id)


@get(
    "/v1/conversations/{conversation_id:str}/messages",
    guards=[customer_or_agent],
    summary="The transcript, oldest first",
    responses=problems(NotFound),
)
async def read_messages(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    service: NamedDependency[Service],
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Listing[Message]:
    own(request, conversation_id)
    start = position(after) or 0
    async with service.database.read() as unit:
        if await unit.conversations.get(conversation_id) is None:
            raise NotFound
        messages = await unit.transcript.page(conversation_id, after=start, limit=limit + 1)
    await tell_if_seen(request, service, conversation_id, "transcript")
    return page(messages, limit, lambda message: str(message.seq))


@get(
    "/v1/conversations/{conversation_id:str}/events",
    guards=[customer_or_agent],
    summary="Events from now on, or from where one was",
    operation_class=EventStream,
    responses=problems(NotFound),
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
    await tell_if_seen(request, service, conversation_id, "events")
    events = conversation_events(service, conversation_id, start)
    return event_stream(for_a_while(events) if caller_of(request).staff else events)


router = Router("/", route_handlers=[send_message, stop_turn, read_messages, read_events], tags=["Messages"])
