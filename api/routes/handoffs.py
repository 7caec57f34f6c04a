"""The agents' side: the queue, a hand-off with everything a person needs, and what they do with it."""

from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import ServerSentEvent

from api.auth import staff_of, staff_only
from api.idempotency import once, stored
from api.openapi import EventStream
from api.schemas.conversations import (
    HandoffDetail,
    ReplyBody,
    ResumeAnswer,
    ResumeBody,
    SuggestedCitation,
    SuggestedReply,
    UnsealBody,
    UnsealedValue,
)
from api.schemas.fields import After, Limit, Listing, NoBody, page
from api.schemas.problem import WRITING, problems
from api.service import Service
from api.streams import event_stream, for_a_while, queue_events
from domain.audit import Actor, AuditKind
from domain.conversation import Conversation, Handoff, HandoffKind, HandoffStatus, Message, ResumeAction
from domain.errors import (
    AlreadyClaimed,
    AlreadyResumed,
    NotClaimed,
    NotConfirmed,
    NotFound,
    Problem,
    ValidationFailed,
    Withdrawn,
    WrongHandoffKind,
)
from domain.language.quotes.phrases import asks_for_person
from domain.shop import Customer, DeskUnavailable, Order
from records.engine.unit import Unit

_ENDED: tuple[type[Problem], ...] = (NotFound, Withdrawn, AlreadyResumed, AlreadyClaimed)
_OPEN_ORDERS = 10
_SUGGESTIONS = 2
_DECISIONS: dict[ResumeAction, AuditKind] = {"approve": "approved", "reject": "rejected"}


@get("/v1/handoffs", summary="The queue: safety first, then the longest waiting", responses=problems())
async def list_handoffs(
    service: NamedDependency[Service],
    status: FromQuery[HandoffStatus | None] = None,
    kind: FromQuery[HandoffKind | None] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[Handoff]:
    try:
        async with service.database.read() as unit:
            return page(await unit.handoffs.queue(status=status, kind=kind, after=after, limit=limit + 1), limit)
    except LookupError:
        raise ValidationFailed("", [{"field": "after", "message": "no such hand-off any more: begin again"}]) from None


@get("/v1/handoffs/events", summary="The queue as server-sent events", operation_class=EventStream, responses=problems())
async def stream_handoffs(service: NamedDependency[Service]) -> ServerSentEvent:
    return event_stream(for_a_while(queue_events(service)))


async def _context(service: Service, conversation: Conversation) -> tuple[Customer | None, list[Order]]:
    """The customer's card and orders, newest first; without them where the back office is away."""
    if conversation.customer_id is None:
        return None, []
    try:
        customer = await service.desk.customer(conversation.customer_id)
        orders = await service.desk.orders(conversation.customer_id, limit=_OPEN_ORDERS)
    except DeskUnavailable:
        return None, []
    return customer, orders


def _says_something(text: str) -> bool:
    return len(text.split()) > 2 and not asks_for_person(text)


async def _suggestions(service: Service, conversation: Conversation, transcript: list[Message]) -> list[SuggestedReply]:
    """Passages that may answer the customer's last words, for the agent to insert and edit."""
    mode = service.policy.consent_mode(conversation.region)
    if conversation.consent is False or (mode == "opt_in" and conversation.consent is not True):
        return []
    asked = next((m.text for m in reversed(transcript) if m.role == "customer" and _says_something(m.text)), None)
    if asked is None:
        return []
    result = await service.knowledge.search(
        asked, region=conversation.region, locale=conversation.locale, limit=_SUGGESTIONS, for_staff=True
    )
    return [
        SuggestedReply(
            text=hit.segment.answer,
            audience=hit.segment.audience,
            citations=[
                SuggestedCitation(
                    article_id=hit.segment.article_id,
                    segment_id=hit.segment.id,
                    title=hit.segment.title,
                    url=hit.segment.url,
                )
            ],
        )
        for hit in result.hits
    ]


async def _conversation_of(service: Service, handoff_id: str) -> str:
    async with service.database.read_snapshot() as unit:
        found = await unit.handoffs.conversation_of(handoff_id)
    if found is None:
        raise NotFound
    return found


@get(
    "/v1/handoffs/{handoff_id:str}",
    summary="A hand-off with transcript, customer, orders and suggested replies",
    responses=problems(NotFound),
)
async def read_handoff(
    request: Request[Any, Any, Any], handoff_id: FromPath[str], service: NamedDependency[Service]
) -> HandoffDetail:
    actor = Actor.of(staff_of(request))
    async with service.database.read() as unit:
        handoff = await unit.handoffs.get(handoff_id)
        conversation = await unit.conversations.get(handoff.conversation_id) if handoff else None
        if handoff is None or conversation is None:
            raise NotFound
        transcript = await unit.transcript.whole(conversation.id)
        address = await unit.turns.address_for_answers(conversation.id)
        box = await unit.vault.box(conversation.id, address, service.clock()) if address else None
    audit = service.rights.audit
    await audit.saw(actor, conversation.id, "hand-off")
    if box and not await audit.once(
        actor, "personal_data_unsealed", f"conversation:{conversation.id}", token=address, reason="answer_to"
    ):
        box = None  # nothing is opened that the log cannot tell of
    customer, orders = await _context(service, conversation)
    return HandoffDetail(
        **dict(handoff),
        transcript=transcript,
        customer=customer,
        orders=orders,
        answer_to=service.opened(box, conversation.id) if box else None,
        suggested_replies=await _suggestions(service, conversation, transcript),
    )


@post(
    "/v1/handoffs/{handoff_id:str}/unseal",
    status_code=200,
    summary="Open one sealed value for the holder of the hand-off, with a reason that the audit log keeps",
    responses=problems(NotFound, *WRITING, NotClaimed),
)
async def unseal_value(
    request: Request[Any, Any, Any], handoff_id: FromPath[str], data: JSONBody[UnsealBody], service: NamedDependency[Service]
) -> UnsealedValue:
    """404 for a token that stands for nothing, or whose value was never kept or is kept no longer."""
    staff = staff_of(request)
    reason = await service.masking.alone(data.reason) or ""
    async with service.database.begin() as unit:
        handoff = await unit.handoffs.get(handoff_id)
        if handoff is None:
            raise NotFound
        if handoff.status != "claimed" or handoff.claimed_by != staff.name:
            raise NotClaimed
        box = await unit.vault.box(handoff.conversation_id, data.token, service.clock())
        if box is None:
            raise NotFound
        subject = f"conversation:{handoff.conversation_id}"
        await service.rights.audit.record(
            unit, Actor.of(staff), "personal_data_unsealed", subject, token=data.token, reason=reason
        )
    return UnsealedValue(token=data.token, value=service.opened(box, handoff.conversation_id))


@post(
    "/v1/handoffs/{handoff_id:str}/claim",
    status_code=200,
    summary="Take a hand-off",
    responses=problems(*_ENDED, *WRITING),
)
async def claim_handoff(
    request: Request[Any, Any, Any],
    handoff_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[Handoff]:
    staff = staff_of(request)
    return await once(service, request, data, 200, lambda unit: service.handoffs.claim(unit, handoff_id, staff.name))


@post(
    "/v1/handoffs/{handoff_id:str}/release",
    status_code=200,
    summary="Put a hand-off back into the queue, in its place",
    responses=problems(*_ENDED, *WRITING, NotClaimed),
)
async def release_handoff(
    request: Request[Any, Any, Any],
    handoff_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[Handoff]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> Handoff:
        return await service.handoffs.release(unit, handoff_id, staff.name, is_admin=staff.role == "admin")

    return await once(service, request, data, 200, effect)


@post(
    "/v1/handoffs/{handoff_id:str}/messages",
    status_code=201,
    summary="Answer the customer as a person",
    responses=problems(*_ENDED, *WRITING, NotClaimed),
)
async def reply_to_customer(
    request: Request[Any, Any, Any], handoff_id: FromPath[str], data: JSONBody[ReplyBody], service: NamedDependency[Service]
) -> Response[Message]:
    staff, conversation_id = staff_of(request), await _conversation_of(service, handoff_id)
    async with service.masking.words(conversation_id, data.text, spared=[staff.name]) as words:
        return await once(
            service,
            request,
            data,
            201,
            lambda unit: service.handoffs.reply(unit, handoff_id, staff.name, words),
            conversation_id,
        )


@post(
    "/v1/handoffs/{handoff_id:str}/resume",
    status_code=200,
    summary="Give back, close, approve or reject: once",
    responses=problems(*_ENDED, *WRITING, NotClaimed, NotConfirmed, WrongHandoffKind),
)
async def resume_handoff(
    request: Request[Any, Any, Any], handoff_id: FromPath[str], data: JSONBody[ResumeBody], service: NamedDependency[Service]
) -> Response[ResumeAnswer]:
    staff, conversation_id = staff_of(request), await _conversation_of(service, handoff_id)
    async with (
        service.masking.words(conversation_id, data.note or "", spared=[staff.name]) as words,
        service.database.begin() as unit,
    ):
        accepted = await service.handoffs.resume(unit, handoff_id, staff.name, data.action, words)
        if not accepted.is_replay and (kind := await _decided(unit, handoff_id, data.action)):
            subject = f"conversation:{conversation_id}"
            await service.rights.audit.record(unit, Actor.of(staff), kind, subject, handoff_id=handoff_id)
    result = await service.runner.result(accepted)
    return stored(ResumeAnswer, result, 200, is_replay=accepted.is_replay)


async def _decided(unit: Unit, handoff_id: str, action: ResumeAction) -> AuditKind | None:
    """What the audit log calls it: who closes what waits for an approval has refused it."""
    if action == "close":
        handoff = await unit.handoffs.get(handoff_id)
        return "rejected" if handoff is not None and handoff.kind == "approval" else None
    return _DECISIONS.get(action)


router = Router(
    "/",
    guards=[staff_only("agent")],
    route_handlers=[
        list_handoffs,
        stream_handoffs,
        read_handoff,
        unseal_value,
        claim_handoff,
        release_handoff,
        reply_to_customer,
        resume_handoff,
    ],
    tags=["Agents"],
)
