"""One wish, two actions: which of them it is depends on the order's state, and customers do not know our words for it."""

from nodes.actions.pipeline.perform import perform
from nodes.actions.pipeline.request import Action
from nodes.deps import DepsRuntime
from nodes.state import ConversationState


def is_wrong_for_the_order(update: ConversationState) -> bool:
    """Whether an action was refused because the order is in another state, or because policy has it switched off."""
    calls = update.get("tool_calls") or [{}]
    return calls[-1].get("status") == "refused" and (calls[-1].get("result") or {}).get("code") == "wrong_status"


async def perform_or_fall_back(
    action: Action, other: Action, state: ConversationState, runtime: DepsRuntime
) -> ConversationState:
    """Perform ``other`` where ``action`` cannot be for this order but ``other`` can. A form means what it says."""
    update = await perform(action, state, runtime)
    if state["turn"]["kind"] != "text" or state.get("stage") != "start" or not is_wrong_for_the_order(update):
        return update
    instead = await perform(other, state, runtime)
    return update if is_wrong_for_the_order(instead) else instead
