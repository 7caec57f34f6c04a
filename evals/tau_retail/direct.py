"""A caller that asks a back office itself, without any policy before it: what a shop alone accepts and refuses."""

from typing import Any

from domain.ids import new_id
from domain.ports.order_desk import OrderDesk
from domain.shop import Operation, Refused
from evals.tau_retail.run import Answer


class Conversation:
    def __init__(self, customer_id: str) -> None:
        self.customer_id = customer_id


class DirectCaller:
    """Meets ``Caller[Conversation]``; every action is carried out at once."""

    def __init__(self, desk: OrderDesk) -> None:
        self._desk = desk

    async def open(self, customer_id: str) -> Conversation:
        return Conversation(customer_id)

    async def act(self, handle: Conversation, name: str, arguments: dict[str, Any]) -> Answer:  # Any: JSON of each action
        operation = Operation.model_validate(
            {
                "kind": name,
                "customer_id": handle.customer_id,
                "order_id": arguments["order_id"],
                "arguments": arguments,
                "conversation_id": "direct",
                "turn_id": "direct",
            }
        )
        try:
            receipt = await self._desk.execute(new_id(), operation)
        except Refused as refusal:
            result = {"code": refusal.code, "message": refusal.message}
            return _answer("action_refused", name, arguments, "refused", result)
        return _answer("action_done", name, arguments, "succeeded", receipt.result)

    async def confirm(self, handle: Conversation) -> Answer:
        raise LookupError(f"nothing waits for a yes of {handle.customer_id}")


def _answer(outcome: str, name: str, arguments: dict[str, Any], status: str, result: dict[str, Any]) -> Answer:
    call = {"name": name, "arguments": arguments, "status": status, "result": result}
    return {"turn": {"outcome": outcome, "tool_calls": [call]}}
