"""Delete the customer's account at the merchant, once nothing is open any more."""

from domain.shop import Refused
from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Plan, Request
from nodes.deps import DepsRuntime
from nodes.state import ConversationState

_OPEN = frozenset({"pending", "processed", "shipped"})


class DeleteAccount:
    name = "delete_account"
    needs_order = False

    async def plan(self, request: Request) -> Plan:
        orders = await request.deps.desk.orders(request.the_customer.id)
        waiting = [o.id for o in orders if o.status in _OPEN]
        if waiting:
            raise Refused("wrong_status", request.say("refused-orders-open", orders=waiting[:3], count=len(waiting)))
        return Plan("delete_account", request.say("delete-account"), done=request.say("delete-account.done"))


async def delete_account(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(DeleteAccount(), state, runtime)
