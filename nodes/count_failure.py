"""Two failures in a row offer a person in so many words; the third brings one in."""

from nodes.deps import DepsRuntime
from nodes.drafts import TALK_TO_A_PERSON, draft, replying
from nodes.state import ConversationState

FAILED = frozenset({"not_understood", "no_answer_found", "error"})
# Neither an answer nor a failure: the conversation is in the middle of something.
UNDECIDED = frozenset({"asked_for_input", "asked_for_consent", "action_refused"})


async def count_failure(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Count consecutive failures and offer a person when policy says so."""
    rules = runtime.context.policy.failures
    outcome = state.get("outcome")
    failures = state.get("failures", 0)
    if outcome in UNDECIDED:
        return {"failures": failures, "person_offered": False}
    if outcome not in FAILED:
        return {"failures": 0, "person_offered": False}
    failures += 1
    update: ConversationState = {"failures": failures, "person_offered": False}
    if failures >= rules.hand_off_after:
        update["handoff"] = {"reason": "repeated_failure"}
    if rules.offer_person_after <= failures < rules.hand_off_after:
        offer = draft(
            "I am not getting this right. Would you like to talk to a person? Just say so or use the button.",
            buttons=[TALK_TO_A_PERSON],
        )
        update["reply"], update["person_offered"] = replying(state, offer), True
    return update
