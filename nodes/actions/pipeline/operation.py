"""A plan as an operation for the back office: its key, and its real values in place of tokens."""

import hashlib
import json

from domain.contact import written_email
from domain.conversation import JsonObject
from domain.shop import Operation
from nodes.actions.pipeline.request import NeedsIdentity, NeedsInput, Plan, Request


def operation_key(conversation_id: str, name: str, arguments: JsonObject, occurrence: int) -> str:
    """One key for one quote: the same yes sent twice, or run twice after a crash, asks the back office under the same key."""
    canonical = json.dumps(arguments, sort_keys=True, separators=(",", ":"), default=str)
    return f"{conversation_id}.{name}.{hashlib.sha256(canonical.encode()).hexdigest()[:16]}.{occurrence}"


async def operation_of(request: Request, plan: Plan) -> Operation:
    """The operation with real values: tokens are opened here and nowhere else. Raises ``NeedsInput`` where one has expired."""
    owner = request.customer.id if request.customer else request.order.customer_id if request.order else None
    if owner is None:
        raise NeedsIdentity
    return Operation(
        kind=plan.kind or "send_invoice",
        customer_id=owner,
        order_id=request.order.id if request.order else None,
        order_version=request.order.version if request.order else None,
        arguments=await _opened(request, plan.arguments),
        amount=plan.amount,
        method_id=plan.method_id,
        conversation_id=request.deps.conversation_id,
        turn_id=request.state["turn"]["id"],
    )


async def _opened(request: Request, arguments: JsonObject) -> JsonObject:
    opened: JsonObject = {}
    for name, value in arguments.items():
        if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
            original = await request.deps.detokenize(value)
            if original is None:
                raise NeedsInput(name, request.say("value-expired", value=name))
            opened[name] = json.loads(original) if original.startswith("{") else original
            if name == "email":
                opened[name] = written_email(original) or original  # which the shop then refuses
        else:
            opened[name] = value
    return opened
