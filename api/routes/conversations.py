"""Conversations: opened, read, closed; consent and the way to a person."""

from typing import Annotated, Any

from litestar import Request, Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import caller_of, customer_only, customer_or_agent, own, staff_of, staff_only
from api.customer_tokens import Claims
from api.idempotency import answer, key_of, once, stored
from api.masked_fields import masked_page
from api.rate_limits import client_of
from api.schemas.conversations import (
    ConsentBody,
    ConversationBody,
    ConversationListed,
    ConversationMade,
    ConversationShown,
    HandoffAnswer,
    HandoffBody,
)
from api.schemas.fields import After, Limit, Listing, NoBody, page
from api.schemas.problem import TURN, WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.conversation import HELD_BY_PERSON, Conversation, ConversationStatus, Handoff
from domain.errors import (
    AlreadyClaimed,
    ConversationClosed,
    Forbidden,
    InvalidCustomerToken,
    NotFound,
    NothingToWithdraw,
    Overloaded,
    RateLimited,
)
from domain.shop import DeskUnavailable
from graphs.turns.requests import HandoffWish, NewConversation, TurnRequest
from records.conversations import to_conversation
from records.engine.unit import Unit
from rights.erasure import ErasureReceipt


async def _with_handoff(unit: Unit, conversation_id: str) -> tuple[Conversation, Handoff | None]:
    conversation = await unit.conversations.get(conversation_id)
    if conversation is None:
        raise NotFound
    return conversation, await _handoff_of(unit, conversation)


async def _handoff_of(unit: Unit, conversation: Conversation) -> Handoff | None:
    return await unit.handoffs.get(conversation.handoff_id) if conversation.handoff_id else None


async def _region_of(service: Service, customer_id: str) -> str | None:
    """Where the back office has the customer; a conversation opens without it where that is away."""
    try:
        customer = await service.desk.customer(customer_id)
    except DeskUnavailable:
        return None
    return customer.region if customer else None


@post(
    "/v1/conversations",
    status_code=201,
    summary="Open a conversation; the first message is the disclosure greeting",
    responses=problems(*WRITING, InvalidCustomerToken, RateLimited, Overloaded),
)
async def open_conversation(
    request: Request[Any, Any, Any],
    service: NamedDependency[Service],
    data: JSONBody[ConversationBody | None] = None,
) -> Response[ConversationMade]:
    caller, data = caller_of(request), data or ConversationBody()
    if data.graph_version and (caller.staff is None or caller.staff.role not in ("engineer", "admin")):
        raise Forbidden("Choosing a graph version wants an engineer's or admin's key")
    claims = await service.customer_tokens.read(data.customer_token) if data.customer_token else Claims()
    region = claims.region or data.region
    if region is None and claims.customer_id:
        region = await _region_of(service, claims.customer_id)
    new = NewConversation(
        channel=data.channel,
        locale=data.locale,
        region=region,
        page=await masked_page(service.masking, data.page) if data.page else None,
        consent=data.consent,
        graph_version=data.graph_version,
        customer_id=claims.customer_id,
        first_name=claims.first_name,
        signed_in_until=claims.until,
        client=None if caller.staff else client_of(request, service),
        offer=await service.offers.opening(data.offer_id, data.locale) if data.offer_id else None,
    )
    is_a_credential = caller.staff is None and claims.customer_id is None
    key = key_of(service, request, data, is_a_credential=is_a_credential, customer_id=claims.customer_id)
    accepted, result = await service.runner.begin(new, key)
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
    return stored(ConversationMade, body, 201, is_replay=accepted.is_replay)


@get(
    "/v1/conversations/{conversation_id:str}",
    guards=[customer_or_agent],
    summary="A conversation's state",
    responses=problems(NotFound),
)
async def read_conversation(
    request: Request[Any, Any, Any], conversation_id: FromPath[str], service: NamedDependency[Service]
) -> ConversationShown:
    async with service.database.read() as unit:
        return ConversationShown.of(*await _with_handoff(unit, own(request, conversation_id)))


@post(
    "/v1/conversations/{conversation_id:str}/handoff",
    guards=[customer_only],
    status_code=202,
    summary="Ask for a person",
    responses=problems(NotFound, *WRITING, *TURN),
)
async def ask_for_person(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[HandoffBody | None] = None,
) -> Response[HandoffAnswer]:
    own(request, conversation_id)
    data = data or HandoffBody()
    said = HandoffWish(*(text.strip() or None if text else None for text in (data.reason, data.email)))
    async with service.database.read() as unit:
        conversation = await unit.conversations.get(conversation_id)
        is_held = conversation is not None and conversation.status in HELD_BY_PERSON
        handoff = await _handoff_of(unit, conversation) if conversation and is_held else None
    asks_only_to_approve = handoff and handoff.kind == "approval" and not (handoff.detail or {}).get("wants_person")
    # What is said while a person has it, or will, is for that person.
    if handoff is None or asks_only_to_approve or said != HandoffWish():
        accepted = await service.runner.submit(conversation_id, TurnRequest(handoff=said), key_of(service, request, data))
        result = await service.runner.result(accepted)
        return stored(HandoffAnswer, {"handoff": result.get("handoff")}, 202, is_replay=accepted.is_replay)
    return answer(HandoffAnswer(handoff=handoff), 202)


@post(
    "/v1/conversations/{conversation_id:str}/handoff/withdraw",
    guards=[customer_only],
    status_code=200,
    summary="Take back what still waits for a person; an approval with its quote",
    responses=problems(NotFound, *WRITING, *TURN, AlreadyClaimed),
)
async def withdraw_handoff(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[ConversationShown]:
    own(request, conversation_id)
    is_replay = False
    try:
        accepted = await service.runner.submit(conversation_id, TurnRequest(withdraw=True), key_of(service, request, data))
        await service.runner.result(accepted)
        is_replay = accepted.is_replay
    except NothingToWithdraw:
        pass  # so it is as was asked for
    async with service.database.read() as unit:
        shown = ConversationShown.of(*await _with_handoff(unit, conversation_id))
    return answer(shown, is_replay=is_replay)


@put(
    "/v1/conversations/{conversation_id:str}/consent",
    guards=[customer_only],
    summary="Give or withdraw consent",
    responses=problems(NotFound, *WRITING, ConversationClosed),
)
async def set_consent(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[ConsentBody],
    service: NamedDependency[Service],
) -> Response[ConversationShown]:
    own(request, conversation_id)

    async def effect(unit: Unit) -> ConversationShown:
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        if row.status == "closed":
            raise ConversationClosed
        row.consent, row.updated_at = data.granted, service.clock()
        await service.consents.keep(unit, row, data.granted, "button")
        changed = {"id": row.id, "status": row.status, "failures": row.failures, "consent": row.consent}
        unit.transcript.emit(row, "conversation.updated", changed, row.updated_at)
        conversation = to_conversation(row)
        return ConversationShown.of(conversation, await _handoff_of(unit, conversation))

    return await once(service, request, data, 200, effect, conversation_id)


@post(
    "/v1/conversations/{conversation_id:str}/close",
    guards=[customer_only],
    status_code=200,
    summary="End the conversation",
    responses=problems(NotFound, *WRITING),
)
async def close_conversation(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[ConversationShown]:
    own(request, conversation_id)

    async def effect(unit: Unit) -> ConversationShown:
        row = await unit.conversations.lock(conversation_id)
        if row is None:
            raise NotFound
        if row.status != "closed":
            await service.handoffs.customer_closes(unit, row)
        conversation = to_conversation(row)
        return ConversationShown.of(conversation, await _handoff_of(unit, conversation))

    return await once(service, request, data, 200, effect, conversation_id)


@get(
    "/v1/conversations",
    guards=[staff_only("agent")],
    summary="Conversations, newest first; `q` looks through masked text",
    responses=problems(),
)
async def list_conversations(
    service: NamedDependency[Service],
    status: FromQuery[ConversationStatus | None] = None,
    q: Annotated[str | None, QueryParameter(max_length=200)] = None,
    customer_id: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[ConversationListed]:
    async with service.database.read() as unit:
        found = await unit.conversations.list(status=status, customer_id=customer_id, query=q, after=after, limit=limit + 1)
        shown = [ConversationListed.of(one, await _handoff_of(unit, one)) for one in found]
    return page(shown, limit)


@delete(
    "/v1/conversations/{conversation_id:str}",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Erase one conversation, a guest's for one: a receipt once every store is clean",
    responses=problems(NotFound),
)
async def erase_conversation(
    request: Request[Any, Any, Any], conversation_id: FromPath[str], service: NamedDependency[Service]
) -> ErasureReceipt:
    return await service.rights.eraser.conversation(conversation_id, Actor.of(staff_of(request)))


router = Router(
    "/",
    route_handlers=[
        list_conversations,
        open_conversation,
        read_conversation,
        ask_for_person,
        withdraw_handoff,
        set_consent,
        close_conversation,
        erase_conversation,
    ],
    tags=["Conversations"],
)
