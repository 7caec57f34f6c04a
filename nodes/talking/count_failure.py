"""Two failures in a row offer a person in so many words; the third brings one in."""

from domain.language.people.asks_for_person import refuses_a_person
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
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
        return {"failures": failures}
    if outcome not in FAILED:
        return {"failures": 0}
    failures += 1
    update: ConversationState = {"failures": failures}
    if failures < rules.offer_person_after:
        return update
    refused = await _refused_a_person(runtime)
    if failures >= rules.hand_off_after and not refused:
        update["handoff"] = {"reason": "repeated_failure"}
    elif (state.get("asking") or {}).get("kind") != "person" and not (refused and failures < rules.hand_off_after):
        offer = draft(runtime.context.say("person-offered"))
        update["reply"], update["asking"] = replying(state, offer), {"kind": "person"}
    return update


async def _refused_a_person(runtime: DepsRuntime) -> bool:
    """Whether the customer said lately that no person is wanted: then one is offered again where nothing helps, and not brought."""
    return any(map(refuses_a_person, await runtime.context.customer_said()))
