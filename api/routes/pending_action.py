"""The waiting quote's personal values, shown to the customer in clear. They are stored nowhere so: the transcript has tokens."""

import json
from typing import Any

from litestar import Request, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from pydantic import ValidationError

from api.auth import customer_only, own
from api.schemas.conversations import OwnValues
from api.schemas.problem import problems
from api.service import Service
from domain.errors import NotFound
from domain.lazy_pattern import lazy_pattern
from domain.shop import Address

_TOKEN = lazy_pattern(r"\[[A-Z_]+_\d+\]")


@get(
    "/v1/conversations/{conversation_id:str}/pending-action",
    guards=[customer_only],
    summary="The waiting quote's personal values, in clear, for the customer who has proven who they are",
    responses=problems(NotFound),
)
async def read_own_values(
    request: Request[Any, Any, Any], conversation_id: FromPath[str], service: NamedDependency[Service]
) -> OwnValues:
    async with service.database.read() as unit:
        conversation = await unit.conversations.get(own(request, conversation_id))
    pending = conversation.pending_action if conversation else None
    if conversation is None or pending is None or pending.expires_at <= service.clock():
        raise NotFound("Nothing waits for a yes")
    values = {}
    if conversation.customer_id is not None:  # who proved an order alone is shown nothing that the account holds
        for token in tokens_in(json.dumps(pending.arguments)):
            original = await service.own_value(conversation.id, token)
            if original is not None:
                values[token] = in_words(original)
    return OwnValues(id=pending.id, name=pending.name, values=values)


def tokens_in(text: str) -> list[str]:
    return list(dict.fromkeys(_TOKEN.findall(text)))


def in_words(original: str) -> str:
    """An address of a form is kept as its fields."""
    if not original.startswith("{"):
        return original
    try:
        address = Address.model_validate_json(original)
    except ValidationError:
        return original
    place = " ".join(part for part in (address.city, address.state, address.postcode) if part)
    return ", ".join(part for part in (address.line1, address.line2, place, address.country) if part)


router = Router("/", route_handlers=[read_own_values], tags=["Conversations"])
