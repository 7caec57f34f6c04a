"""What the customer means: fixed phrases first, then the classifier, then (where set) the chat model for the uncertain middle."""

import re

from domain.actions import ACTION_OF_INTENT, INTENT_OF_ACTION
from domain.intents import INTENTS
from domain.phrases import asks_for_person, read_confirmation
from domain.ports.understanding import IntentGuess
from domain.small_talk import reads_as
from nodes.deps import Deps, DepsRuntime
from nodes.entities import Entities, find_entities
from nodes.follow_ups import is_fragment
from nodes.state import ConversationState, Task
from nodes.statements import asks_or_wants, gives_a_value

_WHAT_ARE_YOU = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:am i|are you|is this|is it|is that|do i)\b[^?!.]*"
    r"\b(?:robot|(?:chat)?bot|machine|computer|ai|automated|human|person)\W*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\[NAME_\d+\]")

# Intents whose words also stand in a plain "my e-mail is …", and those that say nothing about the quote that waits.
_ABOUT_VALUES = frozenset({"update_account", "reset_password", "change_shipping_address"})
_ONLY_A_FRAGMENT = frozenset({"out_of_scope", "provide_information"})
_NOT_SAID = frozenset({"out_of_scope", "product_question", "payment_problem", "policy_question"})


def understands_without_a_model(text: str, bare: str | None, is_asked: bool) -> IntentGuess | None:
    """The rules that need no model, and so hold before consent and when every model is down."""
    if asks_for_person(text):
        return IntentGuess(intent="human_agent", confidence=1.0)
    yes_or_no = IntentGuess(intent="affirm" if bare == "yes" else "deny", confidence=1.0) if bare else None
    if yes_or_no and is_asked:
        return yes_or_no
    small = reads_as(text)
    return IntentGuess(intent=small, confidence=1.0) if small else yes_or_no


def answers_the_question(task: Task | None, found: Entities) -> bool:
    """Whether the message holds a value of the kind that was asked for."""
    asked = (task or {}).get("asked")
    if asked == "order_id":
        return bool(found["order_ids"] or found["numbers"])
    if asked in ("identity", "code"):
        return bool(found["codes"] or found["emails"] or found["order_ids"] or found["numbers"] or found["postcodes"])
    if asked == "address":
        return bool(found["addresses"])
    if asked == "email":
        return bool(found["emails"])
    return False


async def _second_opinion(deps: Deps, text: str, guess: IntentGuess) -> IntentGuess:
    # Between these the classifier's word is worth a second opinion; above it is taken, below it is not understood.
    low, high = deps.version.second_opinion
    unsure = guess.confidence < high or guess.intent == "out_of_scope"
    if deps.chat is None or not unsure or (guess.confidence < low and guess.intent != "out_of_scope"):
        return guess
    return await deps.chat.classify(text, await deps.history(deps.version.history), INTENTS) or guess


async def understand(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Set the intent, its confidence and the entities of this turn."""
    deps, turn = runtime.context, state["turn"]
    if turn["kind"] == "action":
        name = turn["action"]
        return {"intent": INTENT_OF_ACTION.get(name, name), "confidence": 1.0}
    if turn["kind"] != "text":
        return {"intent": "human_agent" if turn["kind"] == "handoff" else None, "confidence": 1.0}
    text = turn.get("text", "")
    found = find_entities(text)
    bare = read_confirmation(text, (state.get("pending") or {}).get("name"))
    if bare:
        found["bare"] = bare
    task = state.get("task")
    guess = understands_without_a_model(text, bare, bool(state.get("pending") or state.get("consent_asked")))
    if not turn.get("may_read", True):
        return {
            "intent": guess.intent if guess else None,
            "confidence": guess.confidence if guess else None,
            "entities": dict(found),
        }
    if guess is None:
        embedding = (await deps.embedder.embed([text]))[0]
        guess = await _second_opinion(deps, text, deps.intents.predict(text, embedding))
        if guess.intent == "human_agent" and _WHAT_ARE_YOU.match(text):  # wants to know, not to be passed on
            guess = IntentGuess(intent="policy_question", confidence=guess.confidence)
        if guess.intent == "provide_information" and task is None and _NAME.search(text):
            # A name finder may take strange words for a name: what is left must still say that something is given.
            rest = _NAME.sub(" ", text).strip()
            bare_guess = deps.intents.predict(rest, (await deps.embedder.embed([rest]))[0]) if rest else guess
            guess = bare_guess if bare_guess.intent == "out_of_scope" else guess
        if answers_the_question(task, found) and not _starts_something_else(guess, task):
            guess = IntentGuess(intent="provide_information", confidence=max(guess.confidence, 0.9))
        elif guess.intent in _ONLY_A_FRAGMENT and _asks_on(text, state):
            guess = IntentGuess(intent="policy_question", confidence=guess.confidence)
        elif _only_tells(text, guess, state):
            guess = IntentGuess(intent="provide_information", confidence=guess.confidence)
    return {"intent": guess.intent, "confidence": round(guess.confidence, 4), "entities": dict(found)}


def _asks_on(text: str, state: ConversationState) -> bool:
    """ "and for Germany?" after an answer."""
    busy = state.get("task") or state.get("pending")
    return bool(state.get("topic")) and not busy and "?" in text and is_fragment(text)


def _only_tells(text: str, guess: IntentGuess, state: ConversationState) -> bool:
    """ "My password is …" resets nothing; and while a quote waits, words that ask for nothing are no failure."""
    if guess.intent in _ABOUT_VALUES and gives_a_value(text):
        return (state.get("task") or {}).get("action") != ACTION_OF_INTENT[guess.intent]
    return bool(state.get("pending")) and guess.intent in _NOT_SAID and not asks_or_wants(text)


def _starts_something_else(guess: IntentGuess, task: Task | None) -> bool:
    """A clear wish for another action outweighs the value that happens to stand beside it."""
    action = ACTION_OF_INTENT.get(guess.intent)
    return action is not None and guess.confidence > 0.7 and action != (task or {}).get("action")
