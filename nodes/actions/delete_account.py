"""Delete the customer's account at the merchant, once nothing is open any more."""

from domain.shop import Refused
from nodes.actions.frame import perform
from nodes.actions.request import Plan, Request
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
            raise Refused(
                "wrong_status", f"orders are still open ({', '.join(waiting[:3])}). Once they are done, the account can go."
            )
        return Plan("delete_account", "delete your account for good; this cannot be undone", yes_label="Delete my account")


async def delete_account(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform(DeleteAccount(), state, runtime)
