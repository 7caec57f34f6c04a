"""Wait for a person. On resume this node starts again at its first line, so it holds the interrupt and nothing else."""

from langgraph.types import interrupt

from nodes.deps import DepsRuntime
from nodes.state import ConversationState


async def hand_off(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    interrupt({"handoff_id": (state.get("handoff") or {}).get("id")})
    return {}
