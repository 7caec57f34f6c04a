"""Key figures, graph versions, and the search through conversations."""

from datetime import datetime
from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.schemas.answers import ConversationShown, Listing
from api.service import Service
from domain.conversation import ConversationStatus, JsonObject
from domain.errors import ValidationFailed
from insights.kpis import DEFINITIONS_VERSION, GroupBy, grouped_kpis

Limit = Annotated[int, QueryParameter(ge=1, le=200)]


def _moment(name: str, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValidationFailed("", [{"field": name, "message": "is not an RFC 3339 time"}]) from None
    return moment if moment.tzinfo else datetime.fromisoformat(f"{moment.isoformat()}+00:00")


@get("/v1/kpis", guards=[staff_only("admin", "engineer")], summary="Key figures of the conversations begun in a period")
async def read_kpis(
    service: NamedDependency[Service],
    since: Annotated[str | None, QueryParameter(name="from", max_length=40)] = None,
    until: Annotated[str | None, QueryParameter(name="to", max_length=40)] = None,
    group_by: FromQuery[GroupBy | None] = None,
) -> Response[JsonObject]:
    begin, end = _moment("from", since), _moment("to", until)
    async with service.database.read() as unit:
        facts = await unit.kpi_facts.conversations(begin, end)
    items = grouped_kpis(facts, group_by, service.clock())
    return answer({"definitions_version": DEFINITIONS_VERSION, "items": items}, 200)


@get("/v1/graph-versions", guards=[staff_only("admin", "engineer")], summary="The versions of the conversation graph")
async def list_versions(service: NamedDependency[Service]) -> Response[Listing[JsonObject]]:
    async with service.database.read() as unit:
        open_by_version = await unit.conversations.open_by_version()
    names = service.runner.versions.names()
    default = service.runner.versions.check(None)
    items = [{"name": n, "open_conversations": open_by_version.get(n, 0), "is_default": n == default} for n in names]
    return answer({"items": items, "next": None}, 200)


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


router = Router("/", route_handlers=[read_kpis, list_versions, list_conversations], tags=["Insights"])
