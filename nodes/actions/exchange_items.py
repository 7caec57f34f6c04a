"""Other variants for items that were delivered; of an order that has not left yet the same words mean a change."""

from nodes.actions.as_fits import perform_as_fits
from nodes.actions.swap import CHANGE, EXCHANGE
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


async def exchange_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return await perform_as_fits(EXCHANGE, CHANGE, state, runtime)
