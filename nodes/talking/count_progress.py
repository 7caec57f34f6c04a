"""`support-v3`: a failure is a turn without progress: nothing understood or found, the same answer as before, or "that did not help"."""

import hashlib
import json

from domain.conversation import JsonObject
from domain.dialogue import SURE
from domain.intents import OUT_OF_SCOPE
from domain.language.danger.hard_times import tells_of_a_death
from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.people.unhelped import says_unhelped
from domain.language.quotes.remarks import only_sighs
from domain.language.text.polarity import falls_back
from domain.language.text.statements import gives_a_value, introduces, says_more_than_values
from nodes.agenda import act_of, is_of_the_same_answer
from nodes.answering.answer_quote import aspects_asked
from nodes.deps import DepsRuntime
from nodes.drafts import draft
from nodes.state import ConversationState, Draft, OpenQuestion, entities_of, was_asked
from nodes.talking.count_failure import count_failure
from nodes.talking.tell_languages import tell_languages

_QUESTION = "?"  # before the digest of a question of ours
_REMEMBERED = 8  # digests: of an answer to words one, to a form two
_TALK = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})
# A proof of identity and consent have counts, or none, of their own.
_SAID_ASIDE = frozenset({"answered", "no_answer_found", "not_understood"})
_OF_WHO = frozenset(
    {"identity", "email", "code", "name", "order_id"}
)  # slots that are answered by who they are, or beside it
_NOT_AGAIN = frozenset({"action_done", "handed_off", "asked_for_confirmation", "asked_for_consent"})


async def count_progress(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Count, offer a person as policy says, and tell of the wishes that wait."""
    in_theirs = await tell_languages(state, runtime.context)
    state = {**state, **in_theirs}
    told, outcome, text = _digests(state), state.get("outcome"), state["turn"].get("text", "")
    intent, says_who = _main_intent(state), _says_who(state, text) or asks_what_we_are(text)
    again = (
        bool(told)
        and told[-1] in _said_before(state)
        and intent not in _TALK
        and outcome not in _NOT_AGAIN
        and not _proves(state)
        and not _answers_a_form(state)
    )
    # "Thank you. What should I do with this?" took nothing in.
    took_nothing = outcome == "asked_for_input" and not state.get("tool_calls") and state.get("act") is not None
    did_not_help = intent == "complaint" and not tells_of_a_death(text) and (bool(state.get("said")) or says_unhelped(text))
    # Who was offered a person and goes on asking is not helped by the same offer.
    only_offers = (
        outcome == "answered" and _offers_person(state.get("asking")) and _offers_person(state.get("open_question"))
    )
    no_proof = _brings_no_proof(state)
    wants_nothing = says_who or only_sighs(text)
    is_deaf = no_proof or (not wants_nothing and (again or took_nothing or did_not_help or only_offers))
    # Who cannot prove who they are is offered a person, once, and may still go on trying.
    was_offered = state.get("failures", 0) >= max(runtime.context.policy.failures.hand_off_after - 1, 1)
    seen = state
    if (is_deaf and _asks_who(state) and was_offered) or (says_who and outcome == "not_understood"):
        seen = {**state, "outcome": "asked_for_input"}
    elif is_deaf:
        seen = {**state, "outcome": "not_understood"}
    counted = await count_failure(seen, runtime=runtime)
    if intent == "complaint" and _offers_person(state.get("asking")) and not counted.get("handoff"):
        counted.pop("reply", None)  # a person was offered by the answer itself
    # Who still has no proof is offered a person every time, whatever they wrote instead.
    if (no_proof or _asks_who(state)) and was_offered and not counted.get("handoff") and not counted.get("asking"):
        offer = draft(runtime.context.say("person-offered"))
        counted = {**counted, "reply": [*state.get("reply", []), offer], "asking": {"kind": "person"}}
    if _says_neither(state, told):
        counted = {**counted, **_beside_the_quote(state, runtime)}
    asked = _digest_of_the_question(state)
    if (
        asked
        and _asked_too_often(state, asked, counted.get("failures", 0))
        and not counted.get("handoff")
        and not counted.get("asking")
    ):
        offer = draft(runtime.context.say("person-offered"))
        counted = {**counted, "reply": [*counted.get("reply", state.get("reply", [])), offer], "asking": {"kind": "person"}}
    answers = [d for d in state.get("said", []) if not d.startswith(_QUESTION)]
    questions = [d for d in state.get("said", []) if d.startswith(_QUESTION)]
    said = [*[*questions, *asked][-_REMEMBERED:], *[*answers, *told][-_REMEMBERED:]]
    update: ConversationState = {**in_theirs, **counted, "said": said}
    if intent is not None:
        update["intent"] = intent
    if _was_put_aside(state) and not counted.get("asking") and not state.get("asking"):
        update["asking"] = {"kind": "quote_again"}
    if _may_have_missed_it(state) and not counted.get("asking"):
        drafts = update.get("reply", state.get("reply", []))
        update["reply"] = [*drafts, draft(runtime.context.say("or-something-else"))]
        update["asking"] = {"kind": "person"}
    if (question := _left_open(state)) is not None and not counted.get("handoff"):
        drafts = update.get("reply", state.get("reply", []))
        back = runtime.context.say("back-to-the-question", question=question.get("text", ""))
        update["reply"] = [*drafts, {**draft(back), "actions": question.get("actions", [])}]
    if len(left := [act for act in state.get("agenda", []) if not is_of_the_same_answer(state, act)]) < len(
        state.get("agenda", [])
    ):
        update["agenda"] = left
    if _tells_of_waiting(state):
        drafts = update.get("reply", state.get("reply", []))
        note = draft(runtime.context.say("more-wishes-wait", count=len(_that_wait(state))))
        update["reply"] = [*drafts[:-1], note, *drafts[-1:]]
    return update


def _said_before(state: ConversationState) -> list[str]:
    """A fact of an order that is asked back is told again, unless it was told just before."""
    said, frame = state.get("said", []), state.get("frame")
    return said[-1:] if frame and frame["action"] in ("track_order", "order_details") and frame.get("fact") else said


def _says_who(state: ConversationState, text: str) -> bool:
    """Whether they tell who they are, which is no failure; but a bare e-mail address in the place of a postal one answers nothing."""
    asked = (state.get("task") or {}).get("asked") or "identity"
    return introduces(entities_of(state), text) and (asked in _OF_WHO or gives_a_value(text))


def _digest_of_the_question(state: ConversationState) -> list[str]:
    """Of the question of ours that waits for a value now; none where none was asked in this turn."""
    task = state.get("task") or {}
    question = (task.get("question") or {}).get("text", "")
    asked_now = any(
        call["name"] == task.get("action") and call["status"] == "needs_input" for call in state.get("tool_calls", [])
    )
    if not question or not task.get("asked") or not asked_now or state["turn"]["kind"] != "text":
        return []
    return [_QUESTION + hashlib.blake2b(question.encode(), digest_size=8).hexdigest()]


def _asked_too_often(state: ConversationState, asked: list[str], failures: int) -> bool:
    """Never the same question a third time without the way to a person, whatever was read in between; a reason not a second time.
    Others twice more where what was said beside it was taken note of ("I know that it's you already"), which is no failure."""
    times = state.get("said", []).count(asked[0])
    if (state.get("task") or {}).get("asked") == "reason":
        return times >= 1
    return times >= (2 if failures else 4)


def _brings_no_proof(state: ConversationState) -> bool:
    """Whether words that were to prove who this is hold nothing of a proof: "I don't have the number", a name."""
    calls = [call for call in state.get("tool_calls", []) if call["name"] == "verify"]
    found = entities_of(state)
    holds_one = any(found.get(kind) for kind in ("codes", "emails", "order_ids", "numbers", "postcodes"))
    return (
        state["turn"]["kind"] == "text"
        and bool(calls)
        and calls[-1]["status"] == "needs_identity"
        and not holds_one
        and "postcode" not in calls[-1]["arguments"]
    )


def _says_neither(state: ConversationState, told: list[str]) -> bool:
    """Whether a quote is asked for once more after words that were no yes and no no, and that led to nothing else."""
    pending, before, asking = state.get("pending"), state.get("open_question") or {}, state.get("asking") or {}
    if not pending or state.get("outcome") != "asked_for_confirmation" or state["turn"]["kind"] != "text":
        return False
    if aspects_asked(state) and state.get("grounded") is not False:
        return False  # what was asked of the quote was told
    if (
        (acts := state.get("acts", []))
        and all(act.get("act") == "question" for act in acts)
        and told
        and not state.get("tool_calls")
    ):
        return False  # asked what was noted, which is told
    same = asking.get("quote_id") == before.get("quote_id") or (bool(told) and told[-1] in state.get("said", []))
    return before.get("kind") == "quote" and same and all(c["name"] == pending["name"] for c in state.get("tool_calls", []))


def _beside_the_quote(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """A failure, and from the second on what can be done. The quote stays the only question: a yes to it must not bring a person."""
    rules = runtime.context.policy.failures
    failures = min(state.get("failures", 0) + 1, max(rules.hand_off_after - 1, 1))
    if failures < rules.offer_person_after:
        return {"failures": failures}
    drafts = state.get("reply", [])
    return {"failures": failures, "reply": [*drafts[:-1], draft(runtime.context.say("quote-or-person")), *drafts[-1:]]}


def _was_put_aside(state: ConversationState) -> bool:
    """Whether a quote was put aside for a question that came between, and can be had again."""
    quote, task = state.get("withdrawn"), state.get("task")
    return quote is not None and task is not None and task["action"] == quote["name"] and not task.get("asked")


def _left_open(state: ConversationState) -> Draft | None:
    """The question of ours that a side question left as it was."""
    task, act = state.get("task") or {}, act_of(state)
    is_asked = state.get("grounded") is not None  # the documents were
    is_aside = act is not None and (is_asked or act.act == "question" or act.intent == OUT_OF_SCOPE)
    asked_again = any(call["name"] == task.get("action") for call in state.get("tool_calls", []))
    if (
        not is_aside
        or asked_again
        or not task.get("asked")
        or state.get("pending")
        or state.get("outcome") not in _SAID_ASIDE
    ):
        return None
    return task.get("question")


def _may_have_missed_it(state: ConversationState) -> bool:
    """Whether an order was looked up for its number alone, out of words that say more than that."""
    act = act_of(state)
    return (
        act is not None
        and (act.act == "value" or (act.intent == "track_order" and act.confidence < SURE))
        and not (was_asked(state) or state.get("pending") or state.get("asking"))
        and state.get("outcome") == "answered"
        and len(state.get("acts", [])) <= len(state.get("agenda", [])) + 2
        and says_more_than_values(state["turn"].get("whole", "") or state["turn"].get("text", ""))
    )


def _offers_person(question: OpenQuestion | None) -> bool:
    return (question or {}).get("kind") == "person"


def _asks_who(state: ConversationState) -> bool:
    return any(call["status"] == "needs_identity" for call in state.get("tool_calls", []))


def _proves(state: ConversationState) -> bool:
    return any(call["name"] == "verify" for call in state.get("tool_calls", []))


def _answers_a_form(state: ConversationState) -> bool:
    """A front end that looks an order up by form again and again gets what it asked for; only a person can be misunderstood."""
    return state["turn"]["kind"] == "action" and state.get("outcome") == "answered"


def _tells_of_waiting(state: ConversationState) -> bool:
    """Once, in the turn in which they were said."""
    texts = {act.get("text") for act in state.get("acts", [])}
    return any(act.get("text") in texts for act in _that_wait(state))


def _that_wait(state: ConversationState) -> list[JsonObject]:
    """What is served in any case, and not only where what stands before it cannot be: "if not, cancel it". A value beside the one that
    was served is part of the same answer, and no wish: "the jacket. From M moss to L moss"."""
    waiting = [act for act in state.get("agenda", []) if not falls_back(act.get("text", ""))]
    return [act for act in waiting if not is_of_the_same_answer(state, act)]


def _main_intent(state: ConversationState) -> str | None:
    """What the message was about: the first act that was served."""
    return state["turn"].get("meant") or state.get("intent")


def _digests(state: ConversationState) -> list[str]:
    """Of what the assistant said, and where a form asked, of that and the form: the same words about another order are not the same
    answer. None where it said nothing."""
    said = " ".join(m["text"] for m in state.get("reply", []) if m["role"] == "assistant")
    turn = state["turn"]
    asked = [turn.get("action"), turn.get("arguments")] if turn["kind"] == "action" else None
    of = [said, *([json.dumps([said, asked], sort_keys=True, default=str)] if asked else [])] if said else []
    return [hashlib.blake2b(one.encode(), digest_size=8).hexdigest() for one in of]
