"""Other variants for items of an order that has not left yet; of a delivered one the same words mean an exchange."""

from nodes.actions.as_fits import perform_as_fits
from nodes.actions.swap import CHANGE, EXCHANGE
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


async def change_order_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform_as_fits(CHANGE, EXCHANGE, state, runtime)
