"""`support-v3`: something off the price, or a part of it back while the goods stay, is no rule's: said plainly, and a person offered."""

from domain.language.money.discounts import asks_for_a_discount
from domain.language.reports.problems import problem_in
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState


def wants_a_discount(state: ConversationState) -> bool:
    turn, pending = state["turn"], state.get("pending")
    if turn["kind"] != "text" or not turn.get("may_read", True):
        return False
    if problem_in(turn.get("text", "")) in ("damaged", "not_as_described", "missing"):
        return False  # a part of the money for it is a refund, whose sum is asked for
    return asks_for_a_discount(turn.get("text", ""), sums=bool(pending and pending["name"] != "refund_order"))


async def decline_discount(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """What was quoted or asked about is not what is wanted: it is dropped, and never quoted in the place of this."""
    say = runtime.context.say
    before = [say("quote-corrected")] if state.get("pending") else []
    return {
        "pending": None,
        "task": None,
        "outcome": "answered",
        "asking": {"kind": "person"},
        "reply": replying(state, draft(" ".join([*before, say("no-discount")]))),
    }
