"""What a customer writes while something of theirs waits for a person: whoever takes it reads it, and what can be looked up meanwhile is.

A hand-off is interrupted at its node, and stays so: a look-up runs from a copy of its state, begins nothing, and only what it showed
("the second one" may follow) goes back into what was saved. From a hand-off on the contract has no message of the assistant's,
so what is looked up is said as a notice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from domain.actions import LOOK_UPS
from domain.acts import Urgency
from domain.conversation import Conversation, ConversationStatus
from domain.intents import URGENT
from domain.language.danger.hard_times import denies_danger
from domain.language.danger.urgent import urgent
from domain.language.danger.what_to_do import asks_what_to_do
from domain.language.people.asks_about_us import asked_in_the_queue
from domain.language.people.asks_for_person import asks_for_person
from domain.language.questions.question_form import is_put_as_a_question
from domain.messages.messages import Say
from domain.rules.policy import Policy
from graphs.turns.in_the_queue import in_the_queue, not_said_last
from graphs.turns.requests import Claim
from nodes.agenda import urgent_act
from nodes.drafts import draft
from nodes.state import SCHEMA_VERSION, ConversationState, Draft, TurnInput, fresh_turn

# What whoever holds the hand-off has to know of it besides.
Mark = Literal["wants_person"] | Urgency

# What a look leaves for the next one.
SHOWN: tuple[str, ...] = ("task", "frame", "shown_order", "shown_orders", "topic", "choice", "said", "open_question")
_LIVES = frozenset({"self_harm", "danger", "injury", "threat", "stalking"})
_ENGINES_OWN = ("__", "branch:")


@dataclass(frozen=True)
class LookedUp:
    """What came of a look. ``drafts``: what is said of it; ``mark``: what the look found to be for the person."""

    drafts: list[Draft]
    is_answer: bool
    mark: Mark | None = None


def may_look(claim: Claim, waits_unclaimed: bool, known: str | None = None) -> bool:
    """Whether a turn beside a hand-off that nobody has taken yet is looked up: while an approval waits words, or a form that only looks;
    in the queue a question that documents may answer. Of what is urgent (``known``) none is quoted."""
    turn, status = claim.turn, claim.conversation.status
    if not waits_unclaimed or claim.checkpoint is None:
        return False
    if status == "waiting_for_approval":
        return turn.kind == "text" or (turn.kind == "action" and turn.input.get("action") in LOOK_UPS)
    text = turn.input.get("text") or ""
    asks = turn.kind == "text" and is_put_as_a_question(text) and not asks_for_person(text)
    return asks and known is None and asked_in_the_queue(text) is None


def look_from(
    saved: ConversationState, given: TurnInput, consent: bool | None, status: ConversationStatus
) -> ConversationState | None:
    """The state that a look begins from; None where what was saved is of another release."""
    if saved.get("schema_version") != SCHEMA_VERSION:
        return None
    kept = {name: value for name, value in saved.items() if not name.startswith(_ENGINES_OWN)}
    alone: ConversationState = {"handoff": None, "pending": None, "agenda": [], "failures": 0}
    if status == "waiting_for_human":
        alone |= {"task": None, "open_question": None}
    begun: ConversationState = {**kept, **fresh_turn({**given, "looks_only": True}, consent), **alone}  # type: ignore[typeddict-item]  # channels as a dict
    return begun


def looked_up(say: Say, state: ConversationState, status: ConversationStatus) -> LookedUp | None:
    """What is said of a look; None where it found nothing to say. In the queue that is what documents surely answer, and nothing of it is
    kept: what was being done before is a person's now."""
    if status == "waiting_for_human":
        is_sure = state.get("grounded") and state.get("outcome") == "answered" and not state.get("asking")
        if not is_sure or state.get("tool_calls") or state.get("handoff"):
            return None
        return LookedUp([*_notices(state.get("reply", [])), _notice(say("in-the-queue.answered"))], is_answer=False)
    outcome, drafts, calls = state.get("outcome"), state.get("reply", []), state.get("tool_calls", [])
    if handoff := state.get("handoff"):
        if state.get("intent") == URGENT and (act := urgent_act(state)) is not None and act.urgency:
            return LookedUp(_notices(drafts), is_answer=False, mark=act.urgency)
        if handoff.get("reason") != "customer_request":
            return None
        return LookedUp([_notice(say("person-told.unclaimed"))], is_answer=False, mark="wants_person")
    began_more = outcome == "relayed_to_human"
    has_shown = any(call["status"] == "succeeded" for call in calls) or bool(state.get("grounded"))
    is_of_a_look = bool(calls) and outcome in ("asked_for_input", "action_refused")
    if not drafts or not (outcome == "answered" or is_of_a_look or (began_more and has_shown)):
        return None
    waits = say("approval-waits.only-looks") if began_more else say("approval-waits")
    return LookedUp([*_notices(drafts), _notice(waits)], is_answer=True)


def waiting_notice(
    say: Say, policy: Policy, claim: Claim, waits_unclaimed: bool, known: Mark | None = None, before: Sequence[str] = ()
) -> tuple[str | None, Mark | None]:
    """What is said of a turn that is left to the person. Nothing of the bot's where a person has it, but to who pressed a button, and
    whom to call in danger: once, ``known`` is the urgency that whoever holds it knows of. In the queue nothing is met with silence, nor
    with the words that were said last; ``before`` is what we said, the last first."""
    turn, conversation = claim.turn, claim.conversation
    said = "\n".join(t.input.get("text") or "" for t in (turn, *claim.merged))
    kind = urgent(said) if turn.kind in ("text", "handoff") else None
    if kind is not None and waits_unclaimed:
        words = urgent_words(say, policy, conversation, kind)
        if words in before and asks_what_to_do(said):
            words = in_the_queue(say, policy.urgent_of(conversation.region), said, kind, before)
        return words, kind
    if kind is not None:
        return (_whom_to_call(say, policy, conversation, kind) if kind != known else None), kind
    told = next((t.input["notice"] for t in (turn, *claim.merged) if t.input.get("notice")), None)
    if not waits_unclaimed:
        return told or (say("form-waits-for-person") if turn.kind == "action" else None), None
    if turn.kind == "text" and denies_danger(said):
        return say("person-comes.no-danger"), None
    if turn.kind not in ("text", "action"):
        return told, None
    if conversation.status == "waiting_for_approval":
        if turn.kind == "action":
            return told or say("approval-waits.form"), None
        return not_said_last(before, told or say("approval-waits.words"), say("approval-waits.noted")), None
    if turn.kind == "action":
        return told or say("in-the-queue.form"), None
    return in_the_queue(say, policy.urgent_of(conversation.region), said, known, before), None


def urgent_words(say: Say, policy: Policy, conversation: Conversation, kind: Urgency) -> str:
    numbers = policy.urgent_of(conversation.region)
    return say("urgent", kind=kind, emergency=numbers.emergency, crisis=numbers.crisis_line)


def _whom_to_call(say: Say, policy: Policy, conversation: Conversation, kind: Urgency) -> str | None:
    """Beside a person who is in the conversation already: the numbers, where somebody may be in danger."""
    if kind not in _LIVES:
        return None
    numbers = policy.urgent_of(conversation.region)
    return say("urgent-beside-a-person", kind=kind, emergency=numbers.emergency, crisis=numbers.crisis_line)


def _notice(text: str) -> Draft:
    return draft(text, role="system")


def _notices(drafts: list[Draft]) -> list[Draft]:
    return [{**one, "role": "system", "actions": []} for one in drafts]
