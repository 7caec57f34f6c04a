"""Personal values shown to their customer in clear: the waiting quote's, and what a person wrote. They are stored nowhere so: the
transcript has tokens.
"""

import json
from typing import Any

from litestar import Request, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from pydantic import ValidationError

from api.auth import customer_only, own
from api.schemas.conversations import OwnValues, WrittenValues
from api.schemas.problem import problems
from api.service import Service
from domain.conversation import Message
from domain.errors import NotFound
from domain.lazy_pattern import lazy_pattern
from domain.shop import Address
from records.engine.unit import Unit

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


@get(
    "/v1/conversations/{conversation_id:str}/messages/{message_id:str}/values",
    guards=[customer_only],
    summary="What a person's message to the customer names, in clear, for that customer",
    responses=problems(NotFound),
)
async def read_written_values(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    message_id: FromPath[str],
    service: NamedDependency[Service],
) -> WrittenValues:
    """404 for a message that no person wrote. A value that is never kept (a card), or kept no longer, stays a token."""
    mine = own(request, conversation_id)
    async with service.database.read() as unit:
        found = await unit.transcript.message(message_id)
        if found is None or found[1] != mine or not await _is_a_persons(unit, found[0]):
            raise NotFound
    values = {}
    for token in tokens_in(found[0].text):
        original = await service.written_value(mine, token)
        if original is not None:
            values[token] = in_words(original)
    return WrittenValues(id=message_id, values=values)


async def _is_a_persons(unit: Unit, message: Message) -> bool:
    """An agent's words, or those of the decision that a person gave a reason for."""
    if message.role == "agent":
        return True
    turn = await unit.turns.get(message.turn_id) if message.turn_id and message.role == "assistant" else None
    return turn is not None and turn.kind == "resume"


router = Router("/", route_handlers=[read_own_values, read_written_values], tags=["Conversations"])
