"""An answer from the company's documents, with its citations, or the plain word that they do not say."""

from collections.abc import Sequence

from domain.actions import ACTION_OF_INTENT
from domain.conversation import Button
from domain.ids import new_id
from domain.intents import REPORT_PROBLEM, TALK_INTENTS
from domain.knowledge import Segment
from domain.language.acts.wishes import wish_in
from domain.language.orders.order_questions import speaks_of_own
from domain.language.people.unhelped import beside_the_rejection, rejects_the_answer
from domain.language.questions.answer_fit import misses_its_colour
from domain.language.questions.follow_ups import asks_for_others, points_at_something
from domain.language.questions.question_form import is_put_as_a_question
from domain.language.text.entities import find_entities
from nodes.answering.find_answer import Found, in_what_language, is_sure, written
from nodes.answering.fitting_answer import fitting_answer
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import mentioned, quote_buttons
from nodes.reading.yes_and_more import asks_again_later
from nodes.state import ConversationState, Draft
from nodes.talking.offers import abilities, offers

_MOST_TIMES = 2
_SURELY = 0.7  # confidence
_LOOKED_BACK = 5  # messages: two answers and what stands between them


async def answer_question(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Answer from the segments by the chat model where one is set and well, else by quoting the best of them."""
    deps, question = runtime.context, state["turn"].get("text", "")
    is_rejected = rejects_the_answer(question)
    asked = beside_the_rejection(question) if is_rejected else question
    fitting = await fitting_answer(deps, state, asked)
    found = fitting.found
    if is_rejected and not is_sure(found):
        return _said_all(deps, state)  # a guess after a wrong answer would be another one
    only_sure = _wants_more_than_words(state) or _points_at_the_quote(state)
    if not all(one.result.answerable for one in found) or (found[0].result.doubtful and only_sure):
        return _no_answer(deps, state)
    message_id = new_id()
    text, cited = await written(deps, state, message_id, question, found)
    if (once := _told_just_now(state, text)) is not None:
        return {"outcome": "answered", "grounded": True, "reply": once}
    may_miss = found[0].result.doubtful and deps.chat is None
    if misses_its_colour(question, text) or (may_miss and in_what_language(deps, cited)):
        return _no_answer(deps, state)  # what is only near helps nobody in a language that was not asked for
    times = await _times_said(deps, text)
    if times >= (1 if is_rejected or asks_for_others(question) else _MOST_TIMES):
        return _said_all(deps, state)
    if fitting.elsewhere is not None:
        text = f"{deps.say('answer-elsewhere', place=fitting.elsewhere)}\n\n{text}"
    # After an answer about an action, the action itself is one press away.
    action = ACTION_OF_INTENT.get(state.get("intent") or "") or ACTION_OF_INTENT.get(wish_in(question) or "")
    buttons = offers(deps, state, action) if action and not find_entities(question)["order_ids"] else []
    if (may_miss or times) and not state.get("pending"):  # nobody is left with what was told already
        text = f"{text}\n\n{deps.say('answer-in-doubt.person')}"
        return {**_told(deps, state, found, message_id, text, cited, buttons), "asking": {"kind": "person"}}
    return _told(deps, state, found, message_id, text, cited, buttons)


def _said_all(deps: Deps, state: ConversationState) -> ConversationState:
    said = draft(deps.say("answer-again"))
    return {"outcome": "no_answer_found", "grounded": False, "asking": {"kind": "person"}, "reply": replying(state, said)}


def _told_just_now(state: ConversationState, text: str) -> list[Draft] | None:
    """The reply of this turn where it holds these words already, asked in two ways: once, behind what leads to them."""
    reply = state.get("reply", [])
    if not any(said.get("text") == text for said in reply):
        return None
    if not reply[-1].get("leads"):
        return reply
    lead = reply[-1].get("text", "")
    return [{**said, "text": f"{lead} {text}"} if said.get("text") == text else said for said in reply[:-1]]


async def _times_said(deps: Deps, text: str) -> int:
    """How often the same words were said: a third time they help nobody, nor a second time where they were not what was asked."""
    return sum(text in said for said in await deps.history(_LOOKED_BACK))


def _told(
    deps: Deps,
    state: ConversationState,
    found: Sequence[Found],
    message_id: str,
    text: str,
    cited: list[Segment],
    buttons: list[Button],
) -> ConversationState:
    frame, pending = state.get("frame"), state.get("pending")
    told: ConversationState = {
        "outcome": "answered",
        "grounded": True,
        "frame": {**frame, "asked_since": True} if frame else None,
        "topic": found[0].topic[:300],
        "reply": replying(state, draft(text, cited=cited, buttons=[] if pending else buttons, message_id=message_id)),
    }
    # What waits is not lost by a question beside it, nor meant by an "ok" to the answer.
    if pending and not asks_again_later(state):
        waits = draft(mentioned(deps.say, pending), buttons=quote_buttons(deps.say, pending))
        told["reply"] = replying({**state, **told}, waits)
    return told


def _wants_more_than_words(state: ConversationState) -> bool:
    """An action or small talk is waiting, or nothing was understood: only a sure answer may come before that."""
    intent = state.get("intent") or ""
    return intent in ACTION_OF_INTENT or intent in TALK_INTENTS or intent in ("out_of_scope", REPORT_PROBLEM)


def _points_at_the_quote(state: ConversationState) -> bool:
    """ "Is it …?" while a quote waits is likely of that: what is only near it in the documents is no answer."""
    return bool(state.get("pending") and points_at_something(state["turn"].get("text", "")))


def _is_a_guess(state: ConversationState) -> bool:
    """Whether a question was taken for a wish or a complaint that has none of its words: nothing is begun by it."""
    intent, text = state.get("intent") or "", state["turn"].get("text", "")
    if state.get("pending") or not is_put_as_a_question(text) or find_entities(text)["order_ids"]:
        return False
    if intent == "complaint":
        return (state.get("confidence") or 0.0) < _SURELY
    if intent in ("list_orders", "order_details"):
        return not speaks_of_own(text)
    return (
        intent in ACTION_OF_INTENT
        and intent != "track_order"
        and (state.get("confidence") or 0.0) < _SURELY
        and wish_in(text) is None
    )


def _no_answer(deps: Deps, state: ConversationState) -> ConversationState:
    intent = "" if _is_a_guess(state) else state.get("intent") or ""
    if asks_again_later(state) and intent not in ACTION_OF_INTENT:  # the quote stays the only question
        return {"outcome": "no_answer_found", "grounded": False, "reply": replying(state, draft(deps.say("quote-unknown")))}
    if intent in ACTION_OF_INTENT or intent in TALK_INTENTS or intent == REPORT_PROBLEM:
        return {}  # the route goes on to the action, or to a word in return
    if intent == "out_of_scope":
        text = f"{deps.say('not-understood.and-not-in-articles')} {abilities(deps, state)}"
        choices = offers(deps, state, "track_order", "return_items", "send_password_reset")
        return {"outcome": "not_understood", "grounded": False, "reply": replying(state, draft(text, buttons=choices))}
    return {
        "outcome": "no_answer_found",
        "grounded": False,
        "asking": {"kind": "person"},
        "reply": replying(state, draft(deps.say("no-answer-found"))),
    }
