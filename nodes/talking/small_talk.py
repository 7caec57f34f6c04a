"""Greetings, thanks, goodbyes, a yes or no to nothing, anger that names no task, and who it is that answers."""

from domain.conversation import Outcome
from domain.language.danger.hard_times import tells_of_a_death
from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.people.unhelped import says_unhelped
from domain.language.quotes.remarks import only_sighs
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import ask_again, still_waiting
from nodes.reading.after_a_look import doubts_the_look, is_of_what_was_looked_at
from nodes.state import ConversationState, entities_of
from nodes.talking.clarify import clarify
from nodes.talking.offers import offers

_LOOKED_BACK = 12  # messages

_SAY = {
    "greeting": "greeting-returned",
    "thanks": "thanks-returned",
    "goodbye": "goodbye-returned",
    "affirm": "yes-to-nothing",
    "deny": "no-to-nothing",
    "provide_information": "details-without-a-wish",
    "complaint": "complaint-acknowledged",
}
# While a quote waits nothing else is asked: its yes must stay the only one.
_SAY_BESIDE_A_QUOTE = {
    "greeting": "greeting-returned.beside-a-quote",
    "thanks": "thanks-returned.beside-a-quote",
    "goodbye": "goodbye-returned",
    "deny": "no-to-nothing.beside-a-quote",
    "provide_information": "details-without-a-wish.beside-a-quote",
    "complaint": "complaint-acknowledged.beside-a-quote",
}


async def small_talk(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    deps, intent = runtime.context, state.get("intent") or "greeting"
    if asks_what_we_are(state["turn"].get("text", "")):
        return _says_what_we_are(deps, state)
    # A value without a question is neither an answer nor a failure.
    outcome: Outcome = "asked_for_input" if intent == "provide_information" else "answered"
    if intent == "complaint" and only_sighs(state["turn"].get("text", "")):
        return _hears_it(deps, state)
    if state.get("pending"):
        if intent not in _SAY_BESIDE_A_QUOTE:
            # Beside what was just answered the question is enough.
            return ask_again(deps.say, state, "" if state.get("reply") else deps.say("plain-yes-needed"))
        return still_waiting(deps.say, state, deps.say(_SAY_BESIDE_A_QUOTE[intent]), outcome)
    if intent == "complaint" and tells_of_a_death(state["turn"].get("text", "")):
        draft_of_help = draft(deps.say("condolences.help"), buttons=offers(deps, state, "return_items", "cancel_order"))
        return {"outcome": "answered", "asking": {"kind": "person"}, "reply": replying(state, draft_of_help)}
    if intent not in _SAY:
        return await clarify(state, runtime=runtime)  # a question that no document answered, for one: no greeting answers it
    buttons = []
    if intent == "complaint" and doubts_the_look(state, state["turn"].get("text", "")):
        told = draft(deps.say("look-is-all-known"))
        return {"outcome": outcome, "asking": {"kind": "person"}, "reply": replying(state, told)}
    if intent == "complaint" and await _knows_what_went_wrong(deps, state):
        # Whoever tells it is not asked once more for what they have just said.
        update: ConversationState = {"outcome": outcome, "asking": {"kind": "person"}}
        return {**update, "reply": replying(state, draft(deps.say("complaint-acknowledged.by-a-person")))}
    if intent == "complaint":
        buttons = offers(deps, state, "refund_order", "return_items")
    elif intent in ("greeting", "affirm", "provide_information"):
        buttons = offers(deps, state, "track_order", "return_items")
    text = deps.say(_SAY[intent])
    update = {"outcome": outcome, "reply": replying(state, draft(text, buttons=buttons))}
    return {**update, "asking": {"kind": "person"}} if intent == "complaint" else update


def _hears_it(deps: Deps, state: ConversationState) -> ConversationState:
    """A short word for what wants nothing; what was asked before it is left as it was."""
    if state.get("pending"):
        return still_waiting(deps.say, state, deps.say("remark-heard"), "answered")
    asked = state.get("open_question") or {}
    if asked.get("kind") == "person":
        text = deps.say("remark-heard.with-a-person")
        return {"outcome": "answered", "asking": asked, "reply": replying(state, draft(text))}
    return {
        "outcome": "answered",
        "reply": replying(state, draft(f"{deps.say('remark-heard')} {deps.say('remark-heard.and-now')}")),
    }


async def _knows_what_went_wrong(deps: Deps, state: ConversationState) -> bool:
    """Whether the message is of our own answers or of an order that was looked at, names its order, or was asked before what went
    wrong."""
    text, asked = state["turn"].get("text", ""), deps.say("complaint-acknowledged")
    if entities_of(state).get("order_ids") or says_unhelped(text) or is_of_what_was_looked_at(state):
        return True
    return any(asked in said for said in await deps.history(_LOOKED_BACK))


def _says_what_we_are(deps: Deps, state: ConversationState) -> ConversationState:
    """Plainly no person, and that one can be had. What waits for an answer goes on waiting for it."""
    say, waiting = deps.say, state.get("open_question") or {}
    text = say("what-we-are", assistant=deps.policy.assistant_name, company=deps.policy.company)
    if say("disclosure") not in text:  # whatever a company makes of the wording
        text = f"{say('disclosure.sentence')} {text}"
    if state.get("pending"):
        return still_waiting(say, state, f"{text} {say('greeting.person')}", "answered")
    if waiting.get("kind") == "consent":
        return {
            "outcome": "answered",
            "asking": waiting,
            "reply": replying(state, draft(f"{text} {say('greeting.person')}")),
        }
    return {
        "outcome": "answered",
        "asking": {"kind": "person"},
        "reply": replying(state, draft(f"{text} {say('person-instead')}")),
    }
