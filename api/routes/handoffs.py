"""The agents' side: the queue, a hand-off with everything a person needs, and what they do with it."""

from typing import Annotated, Any, Literal

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import ServerSentEvent

from api.auth import staff_of, staff_only
from api.idempotency import answer, once
from api.schemas.answers import HandoffDetail, Listing, ResumeAnswer
from api.schemas.requests import NoBody, ReplyBody, ResumeBody
from api.service import Service
from api.streams import event_stream, queue_events
from domain.conversation import Conversation, Handoff, JsonObject, Message
from domain.errors import NotFound
from domain.phrases import asks_for_person
from domain.shop import DeskUnavailable
from graphs.requests import Accepted
from records.unit import Unit

Limit = Annotated[int, QueryParameter(ge=1, le=200)]
_OPEN_ORDERS = 10
_SUGGESTIONS = 2


@get("/v1/handoffs", summary="The queue, longest waiting first")
async def list_handoffs(
    service: NamedDependency[Service],
    status: FromQuery[Literal["waiting", "claimed", "resumed"] | None] = None,
    kind: FromQuery[Literal["conversation", "approval"] | None] = None,
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Response[Listing[Handoff]]:
    async with service.database.read() as unit:
        found = await unit.handoffs.queue(status=status, kind=kind, after=after, limit=limit + 1)
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"items": [h.model_dump(mode="json") for h in found[:limit]], "next": more}, 200)


@get("/v1/handoffs/events", summary="The queue as server-sent events")
async def stream_handoffs(service: NamedDependency[Service]) -> ServerSentEvent:
    return event_stream(queue_events(service))


async def _context(service: Service, conversation: Conversation) -> tuple[JsonObject | None, list[JsonObject]]:
    """The customer's card and orders, newest first; without them where the back office is away."""
    if conversation.customer_id is None:
        return None, []
    try:
        customer = await service.desk.customer(conversation.customer_id)
        orders = await service.desk.orders(conversation.customer_id, limit=_OPEN_ORDERS)
    except DeskUnavailable:
        return None, []
    return (customer.model_dump(mode="json") if customer else None), [o.model_dump(mode="json") for o in orders]


def _says_something(text: str) -> bool:
    return len(text.split()) > 2 and not asks_for_person(text)


async def _suggestions(service: Service, conversation: Conversation, transcript: list[Message]) -> list[JsonObject]:
    """Passages that may answer the customer's last words, for the agent to insert and edit."""
    mode = service.policy.consent_mode(conversation.region)
    if conversation.consent is False or (mode == "opt_in" and conversation.consent is not True):
        return []
    asked = next((m.text for m in reversed(transcript) if m.role == "customer" and _says_something(m.text)), None)
    if asked is None:
        return []
    result = await service.knowledge.search(
        asked, region=conversation.region, locale=conversation.locale, limit=_SUGGESTIONS
    )
    return [
        {
            "text": hit.segment.answer,
            "citations": [
                {
                    "article_id": hit.segment.article_id,
                    "segment_id": hit.segment.id,
                    "title": hit.segment.title,
                    "url": hit.segment.url,
                }
            ],
        }
        for hit in result.hits
    ]


@get("/v1/handoffs/{handoff_id:str}", summary="A hand-off with transcript, customer, orders and suggested replies")
async def read_handoff(handoff_id: FromPath[str], service: NamedDependency[Service]) -> Response[HandoffDetail]:
    async with service.database.read() as unit:
        handoff = await unit.handoffs.get(handoff_id)
        conversation = await unit.conversations.get(handoff.conversation_id) if handoff else None
        if handoff is None or conversation is None:
            raise NotFound
        transcript = await unit.transcript.whole(conversation.id)
    customer, orders = await _context(service, conversation)
    body = {
        **handoff.model_dump(mode="json"),
        "transcript": [m.model_dump(mode="json") for m in transcript],
        "customer": customer,
        "orders": orders,
        "suggested_replies": await _suggestions(service, conversation, transcript),
    }
    return answer(body, 200)


@post("/v1/handoffs/{handoff_id:str}/claim", status_code=200, summary="Take a hand-off")
async def claim_handoff(
    request: Request[Any, Any, Any],
    handoff_id: FromPath[str],
    data: JSONBody[NoBody | None],
    service: NamedDependency[Service],
) -> Response[Handoff]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> JsonObject:
        return (await service.handoffs.claim(unit, handoff_id, staff.name)).model_dump(mode="json")

    result = await once(service, request, data, 200, effect)
    service.handoffs.ring(result.content["conversation_id"])
    return result


@post("/v1/handoffs/{handoff_id:str}/messages", status_code=201, summary="Answer the customer as a person")
async def reply_to_customer(
    request: Request[Any, Any, Any], handoff_id: FromPath[str], data: JSONBody[ReplyBody], service: NamedDependency[Service]
) -> Response[Message]:
    staff = staff_of(request)
    conversation_id: list[str] = []

    async def effect(unit: Unit) -> JsonObject:
        message = await service.handoffs.reply(unit, handoff_id, staff.name, data.text)
        handoff = await unit.handoffs.get(handoff_id)
        conversation_id.append(handoff.conversation_id if handoff else "")
        return message.model_dump(mode="json")

    result = await once(service, request, data, 201, effect)
    for one in conversation_id:
        service.handoffs.ring(one)
    return result


@post("/v1/handoffs/{handoff_id:str}/resume", status_code=200, summary="Give back, close, approve or reject: once")
async def resume_handoff(
    request: Request[Any, Any, Any], handoff_id: FromPath[str], data: JSONBody[ResumeBody], service: NamedDependency[Service]
) -> Response[ResumeAnswer]:
    staff = staff_of(request)
    async with service.database.begin() as unit:
        accepted: Accepted = await service.handoffs.resume(unit, handoff_id, staff.name, data.action, data.note)
    result = await service.handoffs.after_commit(accepted)
    return answer(result, 200, accepted.is_replay)


router = Router(
    "/",
    guards=[staff_only("agent")],
    route_handlers=[list_handoffs, stream_handoffs, read_handoff, claim_handoff, reply_to_customer, resume_handoff],
    tags=["Agents"],
)
