"""Other variants for items of an order that has not left yet; of a delivered one the same words mean an exchange."""

from nodes.actions.pipeline.fallback_action import perform_or_fall_back
from nodes.actions.pipeline.part_of_order import cannot_add
from nodes.actions.pipeline.swap import CHANGE, EXCHANGE
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


async def change_order_items(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    return cannot_add(runtime.context, state) or await perform_or_fall_back(CHANGE, EXCHANGE, state, runtime)
