"""Conversations: opened, read, closed; consent and the way to a person."""

from typing import Annotated, Any

from litestar import Request, Response, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import caller_of, customer_only, customer_or_agent, own, staff_only
from api.customer_tokens import Claims, read_customer_token
from api.idempotency import answer, key_of, once
from api.schemas.answers import ConversationMade, ConversationShown, HandoffAnswer, Listing
from api.schemas.requests import ConsentBody, ConversationBody, HandoffBody, NoBody
from api.service import Service
from domain.conversation import HELD_BY_PERSON, Conversation, ConversationStatus, JsonObject, Page
from domain.errors import ConversationClosed, Forbidden, NotFound
from domain.shop import DeskUnavailable
from graphs.requests import NewConversation, TurnRequest
from records.conversations import to_conversation
from records.unit import Unit

Limit = Annotated[int, QueryParameter(ge=1, le=200)]


async def shown(unit: Unit, conversation: Conversation) -> JsonObject:
    handoff = await unit.handoffs.get(conversation.handoff_id) if conversation.handoff_id else None
    return ConversationShown.of(conversation, handoff).model_dump(mode="json")


async def _region_of(service: Service, customer_id: str) -> str | None:
    """Where the back office has the customer; a conversation opens without it where that is away."""
    try:
        customer = await service.desk.customer(customer_id)
    except DeskUnavailable:
        return None
    return customer.region if customer else None


@post("/v1/conversations", status_code=201, summary="Open a conversation; the first message is the disclosure greeting")
async def open_conversation(
    request: Request[Any, Any, Any], data: JSONBody[ConversationBody], service: NamedDependency[Service]
) -> Response[ConversationMade]:
    caller = caller_of(request)
    if data.graph_version and (caller.staff is None or caller.staff.role not in ("engineer", "admin")):
        raise Forbidden("Choosing a graph version wants an engineer's or admin's key")
    claims = read_customer_token(data.customer_token, service.customer_jwt_secret) if data.customer_token else Claims()
    region = claims.region or data.region
    if region is None and claims.customer_id:
        region = await _region_of(service, claims.customer_id)
    new = NewConversation(
        channel=data.channel,
        locale=data.locale,
        region=region,
        page=Page(**data.page.model_dump()) if data.page else None,
        consent=data.consent,
        graph_version=data.graph_version,
        customer_id=claims.customer_id,
        first_name=claims.first_name,
    )
    accepted, result = await service.runner.begin(new, key_of(request, data))
    async with service.database.read() as unit:
        conversation = await unit.conversations.get(accepted.conversation_id)
    if conversation is None:
        raise NotFound
    body = {
        "id": conversation.id,
        "token": service.sign_token(conversation.id),
        "status": result["conversation"]["status"],
        "graph_version": conversation.graph_version,
        "consent": data.consent,
        "messages": result["messages"],
    }
    return answer(body, 201, accepted.is_replay)


@get("/v1/conversations/{conversation_id:str}", guards=[customer_or_agent], summary="A conversation's state")
async def read_conversation(
    request: Request[Any, Any, Any], conversation_id: FromPath[str], service: NamedDependency[Service]
) -> Response[ConversationShown]:
    async with service.database.read() as unit:
        conversation = await unit.conversations.get(own(request, conversation_id))
        if conversation is None:
            raise NotFound
        return answer(await shown(unit, conversation), 200)


@post("/v1/conversations/{conversation_id:str}/handoff", guards=[customer_only], status_code=202, summary="Ask for a person")
async def ask_for_person(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[HandoffBody | None],
    service: NamedDependency[Service],
) -> Response[HandoffAnswer]:
    own(request, conversation_id)
    async with service.database.read() as unit:
        conversation = await unit.conversations.get(conversation_id)
        held = conversation is not None and conversation.status in HELD_BY_PERSON and conversation.handoff_id
        handoff = (
            await unit.handoffs.get(conversation.handoff_id) if conversation and held and conversation.handoff_id else None
        )
    if handoff is None:
        wish = TurnRequest(handoff=(data.reason if data else None) or "customer_request")
        accepted = await service.runner.submit(conversation_id, wish, key_of(request, data))
        result = await service.runner.result(accepted)
        service.handoffs.ring(conversation_id)
        return answer({"handoff": result.get("handoff")}, 202, accepted.is_replay)
    return answer({"handoff": handoff.model_dump(mode="json")}, 202)


@put("/v1/conversations/{conversation_id:str}/consent", guards=[customer_only], summary="Give or withdraw consent")
async def set_consent(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[ConsentBody],
    service: NamedDependency[Service],
) -> Response[ConversationShown]:
    own(request, conversation_id)

    async def effect(unit: Unit) -> JsonObject:
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        if row.status == "closed":
            raise ConversationClosed
        row.consent, row.updated_at = data.granted, service.clock()
        data_ = {"id": row.id, "status": row.status, "failures": row.failures, "consent": row.consent}
        unit.transcript.emit(row, "conversation.updated", data_, row.updated_at)
        return await shown(unit, to_conversation(row))

    result = await once(service, request, data, 200, effect)
    service.bus.ring(conversation_id)
    return result


@post(
    "/v1/conversations/{conversation_id:str}/close", guards=[customer_only], status_code=200, summary="End the conversation"
)
async def close_conversation(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[NoBody | None],
    service: NamedDependency[Service],
) -> Response[ConversationShown]:
    own(request, conversation_id)

    async def effect(unit: Unit) -> JsonObject:
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        if row.status != "closed":
            await service.handoffs.customer_closes(unit, row)
        return await shown(unit, to_conversation(row))

    result = await once(service, request, data, 200, effect)
    service.handoffs.ring(conversation_id)
    return result


@get("/v1/conversations", guards=[staff_only("agent")], summary="Conversations, newest first; `q` looks through masked text")
async def list_conversations(
    service: NamedDependency[Service],
    status: FromQuery[ConversationStatus | None] = None,
    q: Annotated[str | None, QueryParameter(max_length=200)] = None,
    customer_id: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Response[Listing[ConversationShown]]:
    async with service.database.read() as unit:
        found = await unit.conversations.list(status=status, customer_id=customer_id, query=q, after=after, limit=limit + 1)
        shown = []
        for conversation in found[:limit]:
            handoff = await unit.handoffs.get(conversation.handoff_id) if conversation.handoff_id else None
            card = ConversationShown.of(conversation, handoff).model_dump(mode="json")
            shown.append({**card, "customer_id": conversation.customer_id})
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"items": shown, "next": more}, 200)


router = Router(
    "/",
    route_handlers=[
        list_conversations,
        open_conversation,
        read_conversation,
        ask_for_person,
        set_consent,
        close_conversation,
    ],
    tags=["Conversations"],
)
