"""What the customer means: fixed phrases first, then the classifier, then (where set) the chat model for the uncertain middle."""

from domain.actions import ACTION_OF_INTENT, INTENT_OF_ACTION
from domain.intents import INTENTS
from domain.language.questions.follow_ups import asks_on_by_its_words, is_fragment, where_told
from domain.language.quotes.gives_up import meant
from domain.language.quotes.refusal import Refusal
from domain.language.text.entities import Entities, find_entities
from domain.language.text.statements import asks_or_wants, gives_a_value
from domain.lazy_pattern import lazy_pattern
from domain.ports.understanding import IntentGuess
from nodes.deps import Deps, DepsRuntime
from nodes.reading.read_reply import CLEAR, leans_away, read_reply, withdrawing
from nodes.state import ConversationState, Task

_NAME = lazy_pattern(r"\[NAME_\d+\]")

# Intents whose words also stand in a plain "my e-mail is …", and those that say nothing about the quote that waits.
_ABOUT_VALUES = frozenset({"update_account", "reset_password", "change_shipping_address"})
_ONLY_A_FRAGMENT = frozenset({"out_of_scope", "provide_information"})
_DENIES = IntentGuess(intent="deny", confidence=1.0)
_FEWEST_WORDS = 2
_NOT_SAID = frozenset({"out_of_scope", "product_question", "payment_problem", "policy_question"})


def answers_the_question(task: Task | None, found: Entities) -> bool:
    """Whether the message holds a value of the kind that was asked for."""
    asked = (task or {}).get("asked")
    if asked == "order_id":
        return bool(found["order_ids"] or found["numbers"])
    if asked in ("identity", "code"):
        values = ["codes", "emails", "order_ids", "numbers", "postcodes"]
        if (task or {}).get("arguments", {}).get("order_id"):
            values.append("loose_postcodes")
        return any(found.get(kind) for kind in values)
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
    reply = read_reply(state)
    found, guess = reply.found, reply.guess
    pending, task = state.get("pending"), state.get("task")
    if reply.refusal:
        return await _takes_back(deps, state, found, reply.refusal)
    if not turn.get("may_read", True):
        return {
            "intent": guess.intent if guess else None,
            "confidence": guess.confidence if guess else None,
            "entities": dict(found),
        }
    if guess is None and (wanted := meant(text)) is not None:
        if not wanted:
            return {"intent": "deny", "confidence": 1.0, "entities": dict(found)}
        text, found = wanted, find_entities(wanted)
        turn = {**turn, "text": text}
    if guess is None:
        embedding = (await deps.embedder.embed([text]))[0]
        guess = await _second_opinion(deps, text, deps.intents.predict(text, embedding))
        if guess.intent == "provide_information" and task is None and _NAME.search(text):
            # A name finder may take strange words for a name: what is left must still say that something is given.
            rest = _NAME.sub(" ", text).strip()
            bare_guess = deps.intents.predict(rest, (await deps.embedder.embed([rest]))[0]) if rest else guess
            guess = bare_guess if bare_guess.intent == "out_of_scope" else guess
        if answers_the_question(task, found) and not _starts_something_else(guess, task):
            guess = IntentGuess(intent="provide_information", confidence=max(guess.confidence, 0.9))
        elif guess.intent in _ONLY_A_FRAGMENT and asks_on(text, state):
            guess = IntentGuess(intent="policy_question", confidence=guess.confidence)
        elif _only_tells(text, guess, state):
            guess = IntentGuess(intent="provide_information", confidence=guess.confidence)
        if pending and leans_away(text, guess, found):
            found["leans"] = "perhaps"
            return {**withdrawing(state), "intent": "deny", "confidence": guess.confidence, "entities": dict(found)}
    return {"turn": turn, "intent": guess.intent, "confidence": round(guess.confidence, 4), "entities": dict(found)}


async def _takes_back(deps: Deps, state: ConversationState, found: Entities, refusal: Refusal) -> ConversationState:
    """The quote is withdrawn; what else the words want is taken up where it is clear."""
    guess = _DENIES
    if refusal.corrects:
        found["leans"] = "corrects"
    elif refusal.rest and state["turn"].get("may_read", True) and len(refusal.rest.split()) > _FEWEST_WORDS:
        read = deps.intents.predict(refusal.rest, (await deps.embedder.embed([refusal.rest]))[0])
        if read.confidence >= CLEAR and read.intent in ACTION_OF_INTENT and asks_or_wants(refusal.rest):
            guess = read
    return {**withdrawing(state), "intent": guess.intent, "confidence": round(guess.confidence, 4), "entities": dict(found)}


def asks_on(text: str, state: ConversationState) -> bool:
    """ "and for Germany?" after an answer."""
    return _goes_on(state) and asks_on_by_its_words(text) and is_fragment(text)


def for_the_place(state: ConversationState, text: str) -> str | None:
    """ "I am in the UK, not Germany", after an answer: the question for that place; None where nothing of the kind is said."""
    place = where_told(text) if _goes_on(state) and state["turn"].get("may_read", True) else None
    return f"in {place}?" if place else None


def _goes_on(state: ConversationState) -> bool:
    """Whether the last thing that was said is an answer from the documents, which may be asked on."""
    return bool(state.get("topic")) and not (state.get("task") or state.get("pending"))


def _only_tells(text: str, guess: IntentGuess, state: ConversationState) -> bool:
    """ "My password is …" resets nothing; and while a quote waits, words that ask for nothing are no failure."""
    if guess.intent in _ABOUT_VALUES and gives_a_value(text):
        return (state.get("task") or {}).get("action") != ACTION_OF_INTENT[guess.intent]
    return bool(state.get("pending")) and guess.intent in _NOT_SAID and not asks_or_wants(text)


def _starts_something_else(guess: IntentGuess, task: Task | None) -> bool:
    """A clear wish for another action outweighs the value that happens to stand beside it."""
    action = ACTION_OF_INTENT.get(guess.intent)
    return action is not None and guess.confidence > 0.7 and action != (task or {}).get("action")
