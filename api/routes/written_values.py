"""What a person wrote to the customer, in clear. It is stored nowhere so: the transcript has tokens."""

from typing import Any

from litestar import Request, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.auth import customer_only, own
from api.routes.pending_action import in_words, tokens_in
from api.schemas.conversations import WrittenValues
from api.schemas.problem import problems
from api.service import Service
from domain.conversation import Message
from domain.errors import NotFound
from records.engine.unit import Unit


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


router = Router("/", route_handlers=[read_written_values], tags=["Conversations"])
